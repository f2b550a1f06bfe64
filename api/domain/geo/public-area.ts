import { cellToBoundary, cellToLatLng, latLngToCell } from 'h3-js'
import type { LocationPrivacy } from '../vocabulary.ts'
import { distanceM, type LngLat } from './lng-lat.ts'

/** Cells of about 0.74 km²; the centre of one is all that strangers learn of an approximate place. */
const PUBLIC_CELL_RESOLUTION = 8

/** Below this, a pin says as much as an area. */
const PIN_ACCURACY_M = 100

export type PinnedPlace = LngLat & { accuracyM?: number | undefined }

/** What strangers see of a place: a circle, or a point where the radius in metres is 0. */
export type PublicArea = LngLat & { radiusM: number }

/** The one rule of what strangers see: by it the server publishes, and forms show it before. */
export function publicAreaOf(place: PinnedPlace, privacy: LocationPrivacy): PublicArea {
  return privacy === 'exact' ? areaOfPin(place) : areaOfCell(place)
}

/** The place itself, and what the author's own pin leaves open. */
function areaOfPin({ lng, lat, accuracyM = 0 }: PinnedPlace): PublicArea {
  return { lng, lat, radiusM: accuracyM >= PIN_ACCURACY_M ? accuracyM : 0 }
}

/**
 * The centre of its cell, and a radius that holds the cell and what the author's own pin leaves open. A fixed grid,
 * not noise: several reports of one place show one point, so nothing is left to average away.
 */
function areaOfCell({ accuracyM = 0, ...place }: PinnedPlace): PublicArea {
  const cell = latLngToCell(place.lat, place.lng, PUBLIC_CELL_RESOLUTION)
  const [lat, lng] = cellToLatLng(cell)
  const cornersM = cellToBoundary(cell).map(([cornerLat, cornerLng]) =>
    distanceM({ lng, lat }, { lng: cornerLng, lat: cornerLat }),
  )
  const radiusM = Math.ceil(Math.max(...cornersM) / 10) * 10
  return { lng, lat, radiusM: Math.max(radiusM, accuracyM) }
}
