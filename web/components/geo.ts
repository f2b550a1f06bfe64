import { distanceM } from '../../api/domain/geo/lng-lat.ts'
import type { LngLat, ReportFeature } from '../wire.ts'

/** Distance between two public points in metres. */
export function distanceBetween(a: ReportFeature, b: ReportFeature): number {
  return distanceM(publicPoint(a), publicPoint(b))
}

function publicPoint({ geometry }: ReportFeature): LngLat {
  const [lng, lat] = geometry.coordinates
  return { lng, lat }
}
