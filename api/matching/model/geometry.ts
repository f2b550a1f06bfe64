const EARTH_RADIUS_M = 6_371_008.8
const RADIANS = Math.PI / 180

export type LngLat = { lng: number; lat: number }

/** Great-circle distance in metres on a sphere (haversine); within 0.5 % of the ellipsoid. */
export function distanceM(from: LngLat, to: LngLat): number {
  const dLat = ((to.lat - from.lat) * RADIANS) / 2
  const dLng = ((to.lng - from.lng) * RADIANS) / 2
  const h =
    Math.sin(dLat) ** 2 + Math.cos(from.lat * RADIANS) * Math.cos(to.lat * RADIANS) * Math.sin(dLng) ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
}
