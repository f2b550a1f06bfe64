import { distanceM } from './geometry.ts'
import type { Parameters } from './parameters.ts'
import type { MatchCandidate, MatchSubject, Place } from './types.ts'

const DAY_MS = 86_400_000

type SharedPoint = { key: string; place: Place; days: Set<number> }

const keyOf = ({ lng, lat }: Place) => `${lng} ${lat}`

/**
 * Reports of different days at one and the same point stand at the centre of an area (a district's centre, a square of
 * a map), whatever accuracy they state. Where most reports do, each shared point gets the spread of its area: a square
 * as wide as the way to the nearest other centres. A shelter's address is such a point too. Litters and packs are found
 * together on one day and say nothing of the kind.
 * @returns the viewer's place and the candidates', in their order; those that state more spread keep it
 */
export function widenSharedPlaces(
  viewer: MatchSubject,
  candidates: readonly MatchCandidate[],
  { sharedPlaces: rules }: Parameters,
): { viewer: Place; candidates: Place[] } {
  const unchanged = { viewer: viewer.place, candidates: candidates.map(({ place }) => place) }
  const points = new Map<string, SharedPoint>()
  for (const { place, occurredAtMs } of candidates) {
    const key = keyOf(place)
    const point = points.get(key) ?? { key, place, days: new Set<number>() }
    point.days.add(Math.floor(occurredAtMs / DAY_MS))
    points.set(key, point)
  }
  const centres = [...points.values()].filter(({ days }) => days.size > 1)
  const finds = [...points.values()].reduce((sum, { days }) => sum + days.size, 0)
  const shared = centres.reduce((sum, { days }) => sum + days.size, 0) / Math.max(1, finds)
  if (shared < rules.leastShare || centres.length < 2) return unchanged
  const isUsual = shared >= rules.usualShare
  const widths = new Map<string, number>()
  const widen = (place: Place): Place => {
    const key = keyOf(place)
    if (!isUsual && (points.get(key)?.days.size ?? 0) < 2) return place
    const widthM = widths.get(key) ?? areaWidthM(key, place, centres)
    widths.set(key, widthM)
    return { ...place, sigmaM: Math.max(place.sigmaM, widthM * rules.sigmaPerWidth) }
  }
  const isViewerCentre = points.has(keyOf(viewer.place))
  return {
    viewer: isViewerCentre ? widen(viewer.place) : viewer.place,
    candidates: candidates.map(({ place }) => widen(place)),
  }
}

const NEIGHBOURS = 3

/** Mean distance to the nearest other centres. */
function areaWidthM(key: string, place: Place, centres: readonly SharedPoint[]): number {
  const nearest = centres
    .filter((centre) => centre.key !== key)
    .map((centre) => distanceM(place, centre.place))
    .sort((one, other) => one - other)
    .slice(0, NEIGHBOURS)
  return nearest.reduce((sum, distance) => sum + distance, 0) / Math.max(1, nearest.length)
}
