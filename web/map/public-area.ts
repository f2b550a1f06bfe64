import type { LngLat } from '../wire.ts'

/** The grid of approximate places; the server's own code is api/reports/public-place.ts, and a test compares the two. */
const PUBLIC_CELL_RESOLUTION = 8

const EARTH_RADIUS_M = 6_371_008.8

function metresBetween(a: LngLat, b: LngLat): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lng - a.lng) * rad) / 2) ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** What strangers will see of a place that is posted as approximate. The grid's code comes when it is first asked for. */
export async function publicAreaOf(place: LngLat & { accuracyM?: number | undefined }) {
  const { cellToBoundary, cellToLatLng, latLngToCell } = await import('h3-js')
  const cell = latLngToCell(place.lat, place.lng, PUBLIC_CELL_RESOLUTION)
  const [lat, lng] = cellToLatLng(cell)
  const corners = cellToBoundary(cell).map(([cornerLat, cornerLng]) =>
    metresBetween({ lng, lat }, { lng: cornerLng, lat: cornerLat }),
  )
  const radiusM = Math.ceil(Math.max(...corners) / 10) * 10
  return { lng, lat, radiusM: Math.max(radiusM, place.accuracyM ?? 0) }
}
