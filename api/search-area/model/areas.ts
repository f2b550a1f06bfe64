import { contours } from 'd3-contour'
import simplify from 'simplify-js'
import {
  type Centre,
  createMixture,
  densityThresholds,
  isOnePlace,
  type Mixture,
  type SearchedGround,
} from './mixture.ts'
import { circleRing, type Plane, planeAt } from './plane.ts'
import { ringRadiusM, type Spread } from './rings.ts'

export const AREA_PROBABILITIES = [0.5, 0.75, 0.95] as const

type Position = [number, number]
type AreaGeometry =
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] }

/** The smallest area that holds `probability`. A single circle also has its radius. */
export type Area = { probability: number; geometry: AreaGeometry; radiusM?: number }

/**
 * The 50, 75 and 95 % areas: exact circles round one place, contours of the density round several or where ground
 * was searched. The weights of the centres sum to 1.
 */
export function computeAreas(centres: readonly Centre[], searched: readonly SearchedGround[] = []): Area[] {
  const plane = planeAt(centres[0]!.place)
  if (isOnePlace(centres) && searched.length === 0) {
    const spread = mergeSpreads(centres)
    return AREA_PROBABILITIES.map((probability) => {
      const radiusM = Math.round(ringRadiusM(spread, probability))
      return {
        probability,
        radiusM,
        geometry: { type: 'Polygon', coordinates: [circleRing(plane, [0, 0], radiusM)] },
      }
    })
  }
  const mixture = createMixture(plane, centres, searched)
  const thresholds = densityThresholds(mixture, AREA_PROBABILITIES)
  return AREA_PROBABILITIES.map((probability, at) => ({
    probability,
    geometry: contourGeometry(plane, mixture, thresholds[at]!),
  }))
}

export function mergeSpreads(centres: readonly Centre[]): Spread[] {
  return centres.flatMap(({ weight, spread }) =>
    spread.map((part) => ({ ...part, weight: part.weight * weight })),
  )
}

type Disc = { xM: number; yM: number; radiusM: number }

/**
 * Beyond all of these discs the density is below the threshold: with n components, one of them must reach a share of
 * it. Searched ground only lowers it.
 */
function boundingDiscs({ components }: Mixture, threshold: number): Disc[] {
  return components.flatMap(({ xM, yM, weight, varianceM2 }) => {
    const peak = (weight * components.length) / (2 * Math.PI * varianceM2)
    return peak > threshold
      ? [{ xM, yM, radiusM: Math.sqrt(2 * varianceM2 * Math.log(peak / threshold)) }]
      : []
  })
}

/** Discs that touch, directly or through others, are drawn on one grid; far ones on grids of their own. */
function groupDiscs(discs: readonly Disc[]): Disc[][] {
  const groups: Disc[][] = []
  for (const disc of discs) {
    const touching = groups.filter((group) =>
      group.some(
        (other) => Math.hypot(disc.xM - other.xM, disc.yM - other.yM) <= disc.radiusM + other.radiusM,
      ),
    )
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push([disc, ...touching.flat()])
  }
  return groups
}

/** Cells along the longer side: enough that a contour looks smooth at the size of a screen. */
const LEAST_CELLS = 72
const MOST_CELLS = 120

function contourGeometry(plane: Plane, mixture: Mixture, threshold: number): AreaGeometry {
  const polygons = groupDiscs(boundingDiscs(mixture, threshold)).flatMap((group) =>
    contourGroup(plane, mixture, threshold, group),
  )
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
}

function contourGroup(
  plane: Plane,
  mixture: Mixture,
  threshold: number,
  group: readonly Disc[],
): Position[][][] {
  const west = Math.min(...group.map((disc) => disc.xM - disc.radiusM))
  const east = Math.max(...group.map((disc) => disc.xM + disc.radiusM))
  const south = Math.min(...group.map((disc) => disc.yM - disc.radiusM))
  const north = Math.max(...group.map((disc) => disc.yM + disc.radiusM))
  const side = Math.max(east - west, north - south)
  const smallest = Math.min(...group.map((disc) => disc.radiusM))
  const cellM = side / Math.min(MOST_CELLS, Math.max(LEAST_CELLS, Math.ceil((12 * side) / smallest)))
  // Two empty cells on each side, so that no contour is cut by the edge.
  const columns = Math.ceil((east - west) / cellM) + 4
  const rows = Math.ceil((north - south) / cellM) + 4
  const xOf = (column: number) => west + (column - 2) * cellM
  const yOf = (row: number) => south + (row - 2) * cellM
  const values = Array.from({ length: columns * rows }, (_, at) =>
    // Logarithms, so that lines between cells fall where the density, a sum of Gaussians, would be.
    Math.log(mixture.densityAt(xOf(at % columns), yOf(Math.floor(at / columns))) + Number.MIN_VALUE),
  )
  const { coordinates } = contours().size([columns, rows]).contour(values, Math.log(threshold))
  return coordinates.map((rings) =>
    rings.map((ring, at) => {
      const points = ring.map(([column, row]) => ({ x: xOf(column! - 0.5), y: yOf(row! - 0.5) }))
      const positions = simplify(points, cellM / 16, true).map(({ x, y }) => plane.unproject([x, y]))
      return isCounterClockwise(positions) === (at === 0) ? positions : positions.reverse()
    }),
  )
}

function isCounterClockwise(ring: readonly Position[]): boolean {
  let twiceArea = 0
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!
    twiceArea += x * nextY - nextX * y
  }
  return twiceArea > 0
}
