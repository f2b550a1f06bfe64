import { Clock } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { getReport, keepReport } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { t } from '../../i18n/index.ts'
import { announce } from '../../state/announce.ts'
import type { ReportFeature } from '../../wire.ts'

type Props = { report: ReportFeature; token: string; onChange: (report: ReportFeature) => void }

/** The report left the lists because nobody touched it; one tap brings it back. */
export function ExpiredNote({ report, token, onChange }: Props) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  if (report.properties.status !== 'expired') return null
  const keep = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      await keepReport(report.id, token)
      const kept = await getReport(report.id, token)
      // The button goes; whoever pressed it by key is not left nowhere.
      document.querySelector<HTMLElement>('main h1')?.focus()
      onChange(kept)
      announce(t('manage.expired.kept'))
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  return (
    <section class="note" aria-labelledby="expired-title">
      <Clock aria-hidden="true" />
      <div class="stack">
        <p>
          <strong id="expired-title">{t('manage.expired')}</strong>
          <br />
          {t('manage.expired.text')}
        </p>
        <p>
          <button type="button" class="button primary" disabled={busy} onClick={keep}>
            {t('manage.expired.keep')}
          </button>
        </p>
        {failure !== undefined && <ErrorNote error={failure} />}
      </div>
    </section>
  )
}
