import { distanceM } from '../matching/model/geometry.ts'
import { delayDays } from '../matching/model/score.ts'
import type { MatchSubject } from '../matching/model/types.ts'

/** How other services rank: higher first; undefined is not in their list at all. */
export type Baseline = (lost: MatchSubject, found: MatchSubject) => number | undefined

export const nearestFirst: Baseline = (lost, found) => -distanceM(lost.place, found.place)

const RADIUS_M = 5_000

/** A radius and points, the common rule of lost-pet sites. */
export const radiusPoints: Baseline = (lost, found) => {
  const distance = distanceM(lost.place, found.place)
  if (distance > RADIUS_M) return undefined
  const days = Math.abs(delayDays(lost, found))
  return (
    40 * (1 - distance / RADIUS_M) +
    colourPoints(lost.colours ?? [], found.colours ?? []) +
    (lost.sex && lost.sex === found.sex ? 15 : 0) +
    (lost.age && lost.age === found.age ? 10 : 0) +
    Math.max(0, 10 - days / 3)
  )
}

function colourPoints(one: readonly string[], other: readonly string[]): number {
  const shared = one.filter((colour) => other.includes(colour)).length
  if (shared === 0) return 0
  return shared === one.length && shared === other.length ? 25 : 15
}
