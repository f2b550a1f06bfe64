import { formatDistance } from '../i18n/dates.ts'
import { t } from '../i18n/index.ts'
import type { LngLat, ReportFeature } from '../wire.ts'

export const SIDES = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Side = (typeof SIDES)[number]

const METRES_PER_DEGREE = 111_195
/** Nearer than this it is the place itself. */
const SAME_PLACE_M = 40

/** The author's own view of where it was: the true place where it is known, else the public one. */
export function placeOf(report: ReportFeature): LngLat {
  const [lng, lat] = report.geometry.coordinates as [number, number]
  return report.properties.location ?? { lng, lat }
}

/** How far and which way, on a flat map: good for the few kilometres that people search. */
export function wayTo(from: LngLat, to: LngLat): { distanceM: number; side: Side } {
  const east = (to.lng - from.lng) * METRES_PER_DEGREE * Math.cos((from.lat * Math.PI) / 180)
  const north = (to.lat - from.lat) * METRES_PER_DEGREE
  const eighth = Math.round(Math.atan2(east, north) / (Math.PI / 4))
  return { distanceM: Math.hypot(east, north), side: SIDES[(eighth + SIDES.length) % SIDES.length]! }
}

/** "650 m to the north-east"; nothing where it is the place itself. */
export function wayWords(from: LngLat, to: LngLat): string | undefined {
  const { distanceM, side } = wayTo(from, to)
  if (distanceM < SAME_PLACE_M) return undefined
  return t('way.to', { distance: formatDistance(distanceM), side: t(`side.${side}`) })
}
