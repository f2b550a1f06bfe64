import { cellToBoundary, cellToLatLng, latLngToCell } from 'h3-js'
import { distanceM, type LngLat } from './lng-lat.ts'

/** Cells of about 0.74 km²; the centre of one is all that strangers learn of an approximate place. */
const PUBLIC_CELL_RESOLUTION = 8

/**
 * What strangers see of an approximate place: the centre of its cell, and a radius in metres that holds the cell and
 * what the author's own pin leaves open. A fixed grid, not noise: several reports of one place show one point, so
 * nothing is left to average away.
 */
export function publicAreaOf({
  accuracyM = 0,
  ...place
}: LngLat & { accuracyM?: number | undefined }): LngLat & { radiusM: number } {
  const cell = latLngToCell(place.lat, place.lng, PUBLIC_CELL_RESOLUTION)
  const [lat, lng] = cellToLatLng(cell)
  const cornersM = cellToBoundary(cell).map(([cornerLat, cornerLng]) =>
    distanceM({ lng, lat }, { lng: cornerLng, lat: cornerLat }),
  )
  const radiusM = Math.ceil(Math.max(...cornersM) / 10) * 10
  return { lng, lat, radiusM: Math.max(radiusM, accuracyM) }
}
