import type { LngLat, ReportFeature, SearchArea } from '../wire.ts'

/** The place that everybody sees: the point itself, or the middle of its area. */
export function publicPlaceOf({ geometry }: ReportFeature): LngLat {
  const [lng, lat] = geometry.coordinates
  return { lng, lat }
}

/** The author's own view of where it was: the true place where it is known, else the public one. */
export const placeOf = (report: ReportFeature): LngLat => report.properties.location ?? publicPlaceOf(report)

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
