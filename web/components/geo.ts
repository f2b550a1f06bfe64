import { distanceM } from '../../api/domain/geo/lng-lat.ts'
import { roundDistanceM } from '../../api/domain/geo/round-distance.ts'
import type { LngLat, ReportFeature, SearchArea } from '../wire.ts'

/** The place that everybody sees: the point itself, or the middle of its area. */
export function publicPlaceOf({ geometry }: ReportFeature): LngLat {
  const [lng, lat] = geometry.coordinates
  return { lng, lat }
}

/** Distance between two public points in metres, rounded as the reasons of a match are: one figure for one pair. */
export function distanceBetween(a: ReportFeature, b: ReportFeature): number {
  return roundDistanceM(distanceM(publicPlaceOf(a), publicPlaceOf(b)))
}

/** The middle of a point or of a polygon's outer ring. */
export function middleOf({ geometry }: SearchArea['features'][number]): LngLat {
  const ring: number[][] =
    geometry.type === 'Point'
      ? [geometry.coordinates]
      : geometry.type === 'Polygon'
        ? geometry.coordinates[0]!.slice(1)
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates[0]![0]!.slice(1)
          : geometry.coordinates
  const mean = (axis: 0 | 1) => ring.reduce((sum, position) => sum + position[axis]!, 0) / ring.length
  return { lng: mean(0), lat: mean(1) }
}
