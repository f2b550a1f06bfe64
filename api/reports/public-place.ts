import { latLngToCell } from 'h3-js'
import { type PinnedPlace, type PublicArea, publicAreaOf } from '../domain/geo/public-area.ts'
import { quadkeyOf } from '../domain/geo/quadkey.ts'
import type { LocationPrivacy } from '../domain/vocabulary.ts'

/** Cells of about 250 km², read whole when candidates for a match are fetched. */
export const MATCH_CELL_RESOLUTION = 5

/** What strangers may know of a place: the true point, or the fixed cell around it. */
export type PublicPlace = PublicArea & {
  quadkey: bigint
  matchCell: bigint
}

/** What is shown of a place, with the numbers by which tiles and matching find it. */
export function publishPlace(place: PinnedPlace, privacy: LocationPrivacy): PublicPlace {
  const { lng, lat, radiusM } = publicAreaOf(place, privacy)
  return { lng, lat, radiusM, quadkey: quadkeyOf(lng, lat), matchCell: matchCellOf(lng, lat) }
}

export function matchCellOf(lng: number, lat: number): bigint {
  return BigInt(`0x${latLngToCell(lat, lng, MATCH_CELL_RESOLUTION)}`)
}
