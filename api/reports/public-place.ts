import { cellToBoundary, cellToLatLng, latLngToCell } from 'h3-js'
import type { Kind, LocationPrivacy } from '../domain/vocabulary.ts'
import { quadkeyOf } from '../tiles/quadkey.ts'

/** Cells of about 0.74 km²; the centre of one is all that strangers learn of an approximate place. */
const PUBLIC_CELL_RESOLUTION = 8

/** Cells of about 250 km², read whole when candidates for a match are fetched. */
export const MATCH_CELL_RESOLUTION = 5

/** Below this, a pin says as much as an area. */
const PIN_ACCURACY_M = 100

const EARTH_RADIUS_M = 6_371_008.8

export type Place = { lng: number; lat: number; accuracyM?: number | undefined }

/** What strangers may know of a place: the true point, or the fixed cell around it. */
export type PublicPlace = {
  lng: number
  lat: number
  /** 0 for a point. */
  radiusM: number
  quadkey: bigint
  matchCell: bigint
}

/** Searchers need the exact place of a loss, and a shelter's address is public; finders' homes are not. */
export function defaultPrivacy(kind: Kind): LocationPrivacy {
  return kind === 'lost' || kind === 'shelter_intake' ? 'exact' : 'approximate'
}

/**
 * A fixed grid, not noise: several reports of one place show one point, so nothing is left to average away.
 */
export function publishPlace(place: Place, privacy: LocationPrivacy): PublicPlace {
  const accuracyM = place.accuracyM ?? 0
  if (privacy === 'exact') {
    return locate(place.lng, place.lat, accuracyM >= PIN_ACCURACY_M ? accuracyM : 0)
  }
  const cell = latLngToCell(place.lat, place.lng, PUBLIC_CELL_RESOLUTION)
  const [lat, lng] = cellToLatLng(cell)
  const cornersM = cellToBoundary(cell).map(([cornerLat, cornerLng]) =>
    haversineM({ lng, lat }, { lng: cornerLng, lat: cornerLat }),
  )
  const radiusM = Math.ceil(Math.max(...cornersM) / 10) * 10
  return locate(lng, lat, Math.max(radiusM, accuracyM))
}

function locate(lng: number, lat: number, radiusM: number): PublicPlace {
  return { lng, lat, radiusM, quadkey: quadkeyOf(lng, lat), matchCell: matchCellOf(lng, lat) }
}

export function matchCellOf(lng: number, lat: number): bigint {
  return BigInt(`0x${latLngToCell(lat, lng, MATCH_CELL_RESOLUTION)}`)
}

/** Great-circle distance in metres on the mean sphere. */
export function haversineM(a: { lng: number; lat: number }, b: { lng: number; lat: number }): number {
  const rad = Math.PI / 180
  const dLat = (b.lat - a.lat) * rad
  const dLng = (b.lng - a.lng) * rad
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLng / 2) ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
}
