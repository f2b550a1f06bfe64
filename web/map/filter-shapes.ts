import { kindToken } from '../components/kinds.ts'
import type { Filters } from '../state/filters.ts'
import type { MapItem, MapReport } from './items.ts'
import { boxShape, circleShape, type Shape } from './shapes.ts'

/** Below this zoom an area is smaller than the marker that stands in it. */
const AREA_ZOOM = 11.5

/** The area that the list is filtered by. */
export function filterShapes({ bbox, near, radiusM }: Pick<Filters, 'bbox' | 'near' | 'radiusM'>): Shape[] {
  const look = { colour: 'primary', fill: 0.05, lineWidth: 2.5, dashed: true }
  if (bbox) return [boxShape(bbox, look)]
  return near && radiusM ? [circleShape(near, radiusM, look)] : []
}

/** The areas of approximate reports: one for each place and kind, so that many of them do not darken the map. */
export function placeShapes(items: readonly MapItem[], chosen: MapReport | undefined, zoom: number): Shape[] {
  const single = zoom < AREA_ZOOM ? [] : items.flatMap((item) => (item.type === 'report' ? [item] : []))
  const stacked =
    zoom < AREA_ZOOM ? [] : items.flatMap((item) => (item.type === 'stack' ? item.reports.slice(0, 1) : []))
  const areas = [...single, ...stacked].filter(({ approximate, id }) => approximate && id !== chosen?.id)
  const shapes = areas.map((report) =>
    circleShape(report, report.radiusM, {
      colour: kindToken(report.kind),
      fill: 0.1,
      lineWidth: 1.5,
      dashed: true,
    }),
  )
  if (!chosen?.approximate) return shapes
  const look = { colour: kindToken(chosen.kind), fill: 0.2, lineWidth: 3, dashed: true }
  return [...shapes, circleShape(chosen, chosen.radiusM, look)]
}
