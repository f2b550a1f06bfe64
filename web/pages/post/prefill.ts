import { getReport } from '../../client.ts'
import { beginWith, readDraft } from '../../posting/draft.ts'
import type { FormValues } from '../../posting/form.ts'
import { quietly } from '../../posting/quietly.ts'
import { ProblemError } from '../../request.ts'
import { navigate } from '../../state/location.ts'

/** A find left longer ago is another walk. */
const SAME_WALK_MS = 3_600_000

/**
 * Where and when of a find that is being written on this device: whoever recognises the animal in a report and goes
 * over to it has said them already.
 */
async function whereAndWhen(species: FormValues['species']): Promise<Partial<FormValues>> {
  const find = await quietly(() => readDraft({ side: 'found' }))
  if (!find || find.values.species !== species || Date.now() - find.savedAtMs > SAME_WALK_MS) return {}
  const { location, placeName, placeFrom, locationPrivacy, occurredAt } = find.values
  return { location, placeName, placeFrom, locationPrivacy, occurredAt }
}

/**
 * A sighting of a known animal starts from its description, so that the person who saw it need say only where
 * and when, and `afresh` those too. Without a connection they say the rest too; where there is no such report, it is
 * a find like others.
 */
export async function beginSighting(about: string, { afresh = false } = {}) {
  try {
    const { properties } = await getReport(about)
    const { species, colours, pattern, coat, size } = properties
    const said = afresh ? {} : await whereAndWhen(species)
    beginWith({ species, colours: colours ?? [], pattern, coat, size, ...said })
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404)
      navigate('/post/found', { replace: true })
  }
}
