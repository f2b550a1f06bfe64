import { distance } from '@turf/distance'

/** A place in degrees (WGS 84). */
export type LngLat = { lng: number; lat: number }

/** Great-circle distance in metres on the mean sphere; within 0.5 % of the ellipsoid. */
export function distanceM(from: LngLat, to: LngLat): number {
  return distance([from.lng, from.lat], [to.lng, to.lat], { units: 'meters' })
}
