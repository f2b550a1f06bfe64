import type { ReportFeature } from '../wire.ts'

const EARTH_RADIUS_M = 6_371_008.8
const rad = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance between two public points in metres (haversine). */
export function distanceBetween(a: ReportFeature, b: ReportFeature): number {
  const [lngA, latA] = a.geometry.coordinates
  const [lngB, latB] = b.geometry.coordinates
  const h =
    Math.sin(rad(latB - latA) / 2) ** 2 +
    Math.cos(rad(latA)) * Math.cos(rad(latB)) * Math.sin(rad(lngB - lngA) / 2) ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
}
