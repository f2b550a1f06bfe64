import { readAccess } from '../../search-area/model/access.ts'
import { ringContains, searchSpread } from '../../search-area/model/rings.ts'
import { distanceM } from '../model/geometry.ts'
import { delayDays } from '../model/score.ts'
import type { EvalQuery } from './collect.ts'

export type RingCoverage = Record<'50' | '75' | '95', number>

/**
 * Share of true finds inside the product's search area of their lost report, as it stood on the day of the find. A find
 * is known as exactly as its own pin, so that the area is widened by that pin's error too: a find at the centre of a
 * district says nothing of rings within the district.
 * A true one counts whether or not it was among the candidates.
 */
export function measureRingCoverage(queries: readonly EvalQuery[]): RingCoverage {
  const finds = queries.flatMap((query) =>
    query.truths.map((found) => ({
      distance: distanceM(query.viewer.place, found.place),
      spread: searchSpread(query.viewer.species, delayDays(query.viewer, found), {
        access: readAccess(query.description),
        pinVarianceM2: query.viewer.place.sigmaM ** 2 + found.place.sigmaM ** 2,
      }),
    })),
  )
  const covered = (probability: number) =>
    finds.length === 0
      ? 0
      : finds.filter(({ distance, spread }) => ringContains(spread, probability, distance)).length /
        finds.length
  return { 50: covered(0.5), 75: covered(0.75), 95: covered(0.95) }
}
