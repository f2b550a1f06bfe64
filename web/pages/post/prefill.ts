import { getReport } from '../../client.ts'
import { changeDraft, draft, newDraft } from '../../posting/draft.ts'
import { emptyForm } from '../../posting/form.ts'

/**
 * `?about=<report id>`: a sighting of a known animal starts from its description, so that the person who saw
 * it need say only where and when. True when a new draft was made; a draft about the same animal is kept.
 */
export async function prefillFrom(search: string): Promise<boolean> {
  const about = new URLSearchParams(search).get('about')
  if (!about || draft.peek().values.aboutReportId === about) return false
  const report = await getReport(about).catch(() => undefined)
  if (!report) return false
  const { species, colours, pattern, coat, size } = report.properties
  const values = { ...emptyForm('sighting'), species, colours, pattern, coat, size, aboutReportId: about }
  changeDraft({ ...newDraft('found'), values })
  return true
}
