import type { LngLat } from '../../matching/model/geometry.ts'

const EARTH_RADIUS_M = 6_371_008.8
const RAD = Math.PI / 180

/** Metres east and north of an origin. */
export type PlanePoint = readonly [xM: number, yM: number]

export type Plane = {
  project: (point: LngLat) => PlanePoint
  unproject: (point: PlanePoint) => [number, number]
}

/**
 * Azimuthal equidistant projection on the mean sphere: distances from the origin are exact, others nearly so within
 * tens of kilometres. Longitudes come out without a jump at ±180°, so that a ring across it stays in one piece.
 */
export function planeAt(origin: LngLat): Plane {
  const sin0 = Math.sin(origin.lat * RAD)
  const cos0 = Math.cos(origin.lat * RAD)
  return {
    project: ({ lng, lat }) => {
      const dLng = (lng - origin.lng) * RAD
      const sin = Math.sin(lat * RAD)
      const cos = Math.cos(lat * RAD)
      const x = cos * Math.sin(dLng)
      const y = cos0 * sin - sin0 * cos * Math.cos(dLng)
      const sine = Math.hypot(x, y)
      if (sine === 0) return [0, 0]
      const angle = Math.atan2(sine, sin0 * sin + cos0 * cos * Math.cos(dLng))
      const scale = (EARTH_RADIUS_M * angle) / sine
      return [x * scale, y * scale]
    },
    unproject: ([xM, yM]) => {
      const distance = Math.hypot(xM, yM)
      if (distance === 0) return [origin.lng, origin.lat]
      const angle = Math.min(distance / EARTH_RADIUS_M, Math.PI)
      const sin = Math.sin(angle)
      const cos = Math.cos(angle)
      const lat = Math.asin(Math.max(-1, Math.min(1, cos * sin0 + (yM * sin * cos0) / distance)))
      const lng = Math.atan2(xM * sin, distance * cos0 * cos - yM * sin0 * sin)
      return [roundDegrees(origin.lng + lng / RAD), roundDegrees(lat / RAD)]
    },
  }
}

/** A tenth of a metre; more digits would only look exact. */
const roundDegrees = (degrees: number) => Math.round(degrees * 1e6) / 1e6

const CIRCLE_STEPS = 72

/** A closed ring of positions, counter-clockwise as GeoJSON (RFC 7946) wants its outer rings. */
export function circleRing(plane: Plane, [xM, yM]: PlanePoint, radiusM: number): [number, number][] {
  const ring = Array.from({ length: CIRCLE_STEPS }, (_, step) => {
    const angle = (2 * Math.PI * step) / CIRCLE_STEPS
    return plane.unproject([xM + radiusM * Math.cos(angle), yM + radiusM * Math.sin(angle)])
  })
  return [...ring, ring[0]!]
}
