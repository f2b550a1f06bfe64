import { distanceM } from '../matching/model/geometry.ts'
import { delayDays } from '../matching/model/score.ts'
import { readAccess } from '../search-area/model/access.ts'
import { ringContains, searchSpread } from '../search-area/model/rings.ts'
import type { EvalQuery } from './collect.ts'

export type RingCoverage = Record<'50' | '75' | '95', number>

export type RingCoverages = {
  /** Finds whose pin lies in the ring that the author was shown. */
  asShown: RingCoverage
  /**
   * The same with each ring as much wider as the find's own pin may be off: what the share of pins would be if the
   * model were exact. It judges the model where pins are vague; the rings that people see are not these.
   */
  allowingForPins: RingCoverage
}

/**
 * Share of true finds inside the product's search area of their lost report, as its author saw it on the day of the
 * find. A true one counts whether or not it was among the candidates.
 */
export function measureRingCoverage(queries: readonly EvalQuery[]): RingCoverages {
  const finds = queries.flatMap((query) =>
    query.truths.map((found) => {
      const spreadWith = (pinVarianceM2: number) =>
        searchSpread(query.viewer.species, delayDays(query.viewer, found), {
          access: readAccess(query.description),
          pinVarianceM2,
        })
      const ownVarianceM2 = query.viewer.place.sigmaM ** 2
      return {
        distance: distanceM(query.viewer.place, found.place),
        asShown: spreadWith(ownVarianceM2),
        allowingForPins: spreadWith(ownVarianceM2 + found.place.sigmaM ** 2),
      }
    }),
  )
  const covered = (way: keyof RingCoverages, probability: number) =>
    finds.length === 0
      ? 0
      : finds.filter((find) => ringContains(find[way], probability, find.distance)).length / finds.length
  const coverage = (way: keyof RingCoverages): RingCoverage => ({
    50: covered(way, 0.5),
    75: covered(way, 0.75),
    95: covered(way, 0.95),
  })
  return { asShown: coverage('asShown'), allowingForPins: coverage('allowingForPins') }
}
