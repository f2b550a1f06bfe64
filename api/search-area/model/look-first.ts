import type { LookFirst } from '../../domain/search-words.ts'
import type { LngLat } from '../../matching/model/geometry.ts'
import { type Centre, createMixture, type SearchedGround, sampleMixture } from './mixture.ts'
import { circleRing, planeAt } from './plane.ts'
import { ringRadiusM } from './rings.ts'
import type { Sighting, Track, Waypoint } from './track.ts'

type Position = [number, number]

/** A place to begin with; `radiusM` is how far around it to look. */
export type FirstPlace = {
  code: LookFirst
  geometry: { type: 'Point'; coordinates: Position } | { type: 'Polygon'; coordinates: Position[][] }
  radiusM?: number
  reportId?: string
}

/** Nearer than this is "here", whatever the kernel says. */
const LEAST_LOOK_M = 50
/** Of the animals that stay near, this share is in the circle. */
const NEAR_SHARE = 0.5
/** A circle wider than a walk is no place to begin. */
const MOST_LOOK_M = 3_000

const pointAt = ({ lng, lat }: LngLat) => ({ type: 'Point', coordinates: [lng, lat] as Position }) as const

/** Where to look first, in that order. */
export function chooseFirstPlaces(
  start: Waypoint,
  { chain }: Pick<Track, 'chain'>,
  centres: readonly Centre[],
  searched: readonly SearchedGround[],
): FirstPlace[] {
  const places: FirstPlace[] = []
  const newest = chain.at(-1)
  const inCare = chain.findLast((sighting: Sighting) => sighting.inCare)
  if (inCare) places.push({ code: 'in_care', geometry: pointAt(inCare.place), reportId: inCare.reportId })
  if (newest && newest !== inCare) {
    const spread = (centres.find(({ place }) => place === newest.place) ?? centres[0]!).spread
    places.push({
      code: 'last_sighting',
      geometry: pointAt(newest.place),
      reportId: newest.reportId,
      radiusM: lookRadiusM(spread),
    })
  }
  if (searched.length > 0)
    places.push({ code: 'not_searched', geometry: pointAt(findLikeliest(centres, searched)) })
  places.push({ code: 'start', geometry: pointAt(start.place) })
  const radiusM = lookRadiusM(centres.at(-1)!.spread)
  const ring = circleRing(planeAt(start.place), [0, 0], radiusM)
  places.push({ code: 'near_start', geometry: { type: 'Polygon', coordinates: [ring] }, radiusM })
  return places
}

const lookRadiusM = (spread: Centre['spread']) =>
  Math.round(Math.min(MOST_LOOK_M, Math.max(LEAST_LOOK_M, ringRadiusM(spread, NEAR_SHARE))))

/** The densest sample of what searches have left. */
function findLikeliest(centres: readonly Centre[], searched: readonly SearchedGround[]): LngLat {
  const plane = planeAt(centres[0]!.place)
  const samples = sampleMixture(createMixture(plane, centres, searched))
  const best = samples.reduce((one, other) => (other.density > one.density ? other : one))
  const [lng, lat] = plane.unproject(best.point)
  return { lng, lat }
}
