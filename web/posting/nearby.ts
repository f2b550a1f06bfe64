import { FINDER_KINDS } from '../../api/domain/vocabulary.ts'
import type { FormValues } from './form.ts'

const SHOWN = 6
/** Farther than this few animals of any species are found again; nearest come first anyway. */
const RADIUS_M = 30_000
const DAY_MS = 86_400_000
/** Dates are remembered wrong by days. */
const SLACK_DAYS = 3

/** The list query for reports of the other side near an unpublished one; undefined while too little is known. */
export function nearbyQuery({ kind, species, location, occurredAt }: FormValues): string | undefined {
  if (!kind || !species || !location || !occurredAt) return undefined
  const query = new URLSearchParams({
    near: `${location.lng},${location.lat}`,
    radiusM: String(RADIUS_M),
    species,
    limit: String(SHOWN),
  })
  const at = Date.parse(occurredAt)
  if (kind === 'lost') {
    query.set('kind', FINDER_KINDS.join(','))
    query.set('since', new Date(at - SLACK_DAYS * DAY_MS).toISOString())
  } else {
    query.set('kind', 'lost')
    query.set('until', new Date(at + SLACK_DAYS * DAY_MS).toISOString())
  }
  return query.toString()
}
