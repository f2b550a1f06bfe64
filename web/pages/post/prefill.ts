import { getReport, ProblemError } from '../../client.ts'
import { beginWith } from '../../posting/draft.ts'
import { navigate } from '../../state/location.ts'

/**
 * A sighting of a known animal starts from its description, so that the person who saw it need say only where
 * and when. Without a connection they say the rest too; where there is no such report, it is a find like others.
 */
export async function beginSighting(about: string) {
  try {
    const { properties } = await getReport(about)
    const { species, colours, pattern, coat, size } = properties
    beginWith({ species, colours: colours ?? [], pattern, coat, size })
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404)
      navigate('/post/found', { replace: true })
  }
}
