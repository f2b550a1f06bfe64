import { latLngToCell } from 'h3-js'
import type { LngLat } from '../domain/geo/lng-lat.ts'
import { publicAreaOf } from '../domain/geo/public-area.ts'
import { quadkeyOf } from '../domain/geo/quadkey.ts'
import type { Kind, LocationPrivacy } from '../domain/vocabulary.ts'

/** Cells of about 250 km², read whole when candidates for a match are fetched. */
export const MATCH_CELL_RESOLUTION = 5

/** Below this, a pin says as much as an area. */
const PIN_ACCURACY_M = 100

export type Place = LngLat & { accuracyM?: number | undefined }

/** What strangers may know of a place: the true point, or the fixed cell around it. */
export type PublicPlace = LngLat & {
  /** 0 for a point. */
  radiusM: number
  quadkey: bigint
  matchCell: bigint
}

/** Searchers need the exact place of a loss, and a shelter's address is public; finders' homes are not. */
export function defaultPrivacy(kind: Kind): LocationPrivacy {
  return kind === 'lost' || kind === 'shelter_intake' ? 'exact' : 'approximate'
}

/** What is shown of a place, with the numbers by which tiles and matching find it. */
export function publishPlace(place: Place, privacy: LocationPrivacy): PublicPlace {
  const { lng, lat, radiusM } = privacy === 'exact' ? exactPlace(place) : publicAreaOf(place)
  return { lng, lat, radiusM, quadkey: quadkeyOf(lng, lat), matchCell: matchCellOf(lng, lat) }
}

function exactPlace({ lng, lat, accuracyM = 0 }: Place) {
  return { lng, lat, radiusM: accuracyM >= PIN_ACCURACY_M ? accuracyM : 0 }
}

export function matchCellOf(lng: number, lat: number): bigint {
  return BigInt(`0x${latLngToCell(lat, lng, MATCH_CELL_RESOLUTION)}`)
}
