import { distanceM, type LngLat } from '../../matching/model/geometry.ts'
import { SEARCH_HALF_LIFE_HOURS } from './parameters.ts'
import type { Plane, PlanePoint } from './plane.ts'
import type { Spread } from './rings.ts'

/** A place the animal was known at, with the probability that this was the last true word of it. */
export type Centre = { place: LngLat; weight: number; spread: readonly Spread[] }

/** A circle that people went through: `detection` is the probability of having seen the animal, had it been there. */
export type SearchedGround = LngLat & { radiusM: number; detection: number; hoursAgo: number }

type Component = { xM: number; yM: number; weight: number; varianceM2: number }
type Searched = { xM: number; yM: number; radiusM: number; missed: number }

/** Where the animal is, on a plane: `densityAt` per m², not yet made up for what searched ground takes out. */
export type Mixture = {
  components: readonly Component[]
  /** What unsuccessful searches leave of the chance at a place; 1 where nobody searched. */
  unsearchedAt: (xM: number, yM: number) => number
  densityAt: (xM: number, yM: number) => number
}

export function createMixture(
  plane: Plane,
  centres: readonly Centre[],
  ground: readonly SearchedGround[] = [],
): Mixture {
  const components = centres.flatMap(({ place, weight, spread }) => {
    const [xM, yM] = plane.project(place)
    return spread.map((part) => ({ xM, yM, weight: weight * part.weight, varianceM2: part.varianceM2 }))
  })
  const searched = ground.map((circle): Searched => {
    const [xM, yM] = plane.project(circle)
    return { xM, yM, radiusM: circle.radiusM, missed: 1 - remainingDetection(circle) }
  })
  const densityAt = (xM: number, yM: number) => {
    let density = 0
    for (const part of components) {
      const exponent = ((xM - part.xM) ** 2 + (yM - part.yM) ** 2) / (2 * part.varianceM2)
      if (exponent < 60) density += (part.weight / (2 * Math.PI * part.varianceM2)) * Math.exp(-exponent)
    }
    return density * unsearchedShare(searched, xM, yM)
  }
  return { components, unsearchedAt: (xM, yM) => unsearchedShare(searched, xM, yM), densityAt }
}

/** Searched ground fills again as animals move about. */
export function remainingDetection({ detection, hoursAgo }: SearchedGround): number {
  const bounded = Math.min(1, Math.max(0, detection))
  return bounded * 0.5 ** (Math.max(0, hoursAgo) / SEARCH_HALF_LIFE_HOURS)
}

/** Bayes: what an unsuccessful search leaves of the chance that the animal is there. */
function unsearchedShare(searched: readonly Searched[], xM: number, yM: number): number {
  let share = 1
  for (const { xM: atX, yM: atY, radiusM, missed } of searched) {
    if ((xM - atX) ** 2 + (yM - atY) ** 2 <= radiusM * radiusM) share *= missed
  }
  return share
}

const SAMPLES = 4_000
const LEAST_SAMPLES = 24
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

export type Sample = { point: PlanePoint; density: number; mass: number }

/** Evenly spread over probability, not over the ground: fine where the animal may be, and the same each time. */
export function sampleMixture({ components, unsearchedAt, densityAt }: Mixture): Sample[] {
  const plain = components.reduce((sum, { weight }) => sum + weight, 0)
  return components.flatMap(({ xM, yM, weight, varianceM2 }) => {
    const count = Math.max(LEAST_SAMPLES, Math.round((SAMPLES * weight) / plain))
    return Array.from({ length: count }, (_, at): Sample => {
      const radiusM = Math.sqrt(-2 * varianceM2 * Math.log1p(-(at + 0.5) / count))
      const x = xM + radiusM * Math.cos(at * GOLDEN_ANGLE)
      const y = yM + radiusM * Math.sin(at * GOLDEN_ANGLE)
      const mass = (weight / count) * unsearchedAt(x, y)
      return { point: [x, y], density: densityAt(x, y), mass }
    })
  })
}

/**
 * Densities above which the smallest areas lie that hold the given probabilities (highest density regions, by the
 * quantiles of the density at samples: Hyndman 1996, Am. Stat. 50:120).
 */
export function densityThresholds(mixture: Mixture, probabilities: readonly number[]): number[] {
  const samples = sampleMixture(mixture).sort((one, other) => other.density - one.density)
  const total = samples.reduce((sum, { mass }) => sum + mass, 0)
  return probabilities.map((probability) => {
    let held = 0
    for (const { density, mass } of samples) {
      held += mass
      if (held >= probability * total) return density
    }
    return samples.at(-1)?.density ?? 0
  })
}

/** Whether all centres stand within a pin's width of the first. */
export const isOnePlace = (centres: readonly Centre[]) =>
  centres.every(({ place }) => distanceM(place, centres[0]!.place) < 1)
