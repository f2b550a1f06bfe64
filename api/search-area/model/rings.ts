import type { Access } from '../../domain/search-words.ts'
import type { Species } from '../../domain/vocabulary.ts'
import { growthAfter } from '../../matching/model/distance.ts'
import type { Kernel } from '../../matching/model/shapes.ts'
import { dogOrCat } from '../../matching/model/species.ts'
import { growth, searchKernelOf } from './parameters.ts'

/** One two-dimensional Gaussian of a radial mixture; weights of a mixture sum to 1. */
export type Spread = { weight: number; varianceM2: number }

/** The kernel after `days` (grown as matching.md says), with the pin's error added to each variance. */
export function spreadKernel(kernel: Kernel, growthFactor: number, pinVarianceM2: number): Spread[] {
  return kernel.map(([weight, scaleM]) => ({
    weight,
    varianceM2: Math.max(1, scaleM * scaleM * growthFactor + pinVarianceM2),
  }))
}

/** Where an animal last known somewhere is `days` later, as seen from that place. */
export function searchSpread(
  species: Species,
  days: number,
  { access = 'unknown', pinVarianceM2 = 0 }: { access?: Access; pinVarianceM2?: number } = {},
): Spread[] {
  const factor = growthAfter(days, growth[dogOrCat(species)])
  return spreadKernel(searchKernelOf(species, access), factor, pinVarianceM2)
}

/** Probability of being within `radiusM` of the centre: the mixture of Rayleigh distributions. */
export function probabilityWithin(spread: readonly Spread[], radiusM: number): number {
  const squared = radiusM * radiusM
  return spread.reduce(
    (sum, { weight, varianceM2 }) => sum - weight * Math.expm1(-squared / (2 * varianceM2)),
    0,
  )
}

/** Radius in metres of the circle that holds `probability` (0 to 1, below 1) of the mixture, by bisection. */
export function ringRadiusM(spread: readonly Spread[], probability: number): number {
  let low = 0
  let high = 1
  while (probabilityWithin(spread, high) < probability && high < 4e7) high *= 2
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (probabilityWithin(spread, middle) < probability) low = middle
    else high = middle
  }
  return high
}

/** Whether a find `distanceM` away lies in that ring. A share of `probability` of all finds should. */
export function ringContains(spread: readonly Spread[], probability: number, distanceM: number): boolean {
  return distanceM <= ringRadiusM(spread, probability)
}
