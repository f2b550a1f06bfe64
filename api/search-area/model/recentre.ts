import type { Access } from '../../domain/search-words.ts'
import type { Species } from '../../domain/vocabulary.ts'
import type { Centre } from './mixture.ts'
import { OFF_TRACK_SHARE } from './parameters.ts'
import { searchSpread } from './rings.ts'
import type { Sighting, Track, Waypoint } from './track.ts'

const DAY_MS = 86_400_000
/** What all older words together may weigh before they are dropped. */
const LEAST_WEIGHT = 0.01
const MOST_CENTRES = 10

/**
 * The search area's centres, newest first: the newest sighting with the probability that it is the animal, the next
 * older one with what that leaves, and so on down to the start. Each spreads by the time since.
 */
export function recentre(
  subject: { species: Species; access: Access },
  start: Waypoint,
  { chain, excluded }: Track,
  nowMs: number,
): Centre[] {
  const offTrack = excluded
    .filter(({ reason }) => reason === 'impossible_speed')
    .map(
      ({ sighting }): Sighting => ({
        ...sighting,
        credibility: sighting.credibility * OFF_TRACK_SHARE,
      }),
    )
  const newestFirst = [...chain, ...offTrack].sort((one, other) => other.atMs - one.atMs)
  const centreOf = (word: Waypoint, weight: number): Centre => ({
    place: word.place,
    weight,
    spread: searchSpread(subject.species, Math.max(0, nowMs - word.atMs) / DAY_MS, {
      access: subject.access,
      pinVarianceM2: word.sigmaM ** 2,
    }),
  })
  const centres: Centre[] = []
  let left = 1
  for (const sighting of newestFirst) {
    if (left < LEAST_WEIGHT || centres.length === MOST_CENTRES) break
    centres.push(centreOf(sighting, left * sighting.credibility))
    left *= 1 - sighting.credibility
  }
  centres.push(centreOf(start, left))
  return centres
}
