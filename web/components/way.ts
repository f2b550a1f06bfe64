import { t } from '../i18n/index.ts'
import type { LngLat } from '../wire.ts'
import { shownDistance } from './distance-words.ts'

export const SIDES = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Side = (typeof SIDES)[number]

const METRES_PER_DEGREE = 111_195
/** Nearer than this it is the place itself. */
const SAME_PLACE_M = 40

/** How far and which way, on a flat map: good for the few kilometres that people search. */
export function wayTo(from: LngLat, to: LngLat): { distanceM: number; side: Side } {
  const east = (to.lng - from.lng) * METRES_PER_DEGREE * Math.cos((from.lat * Math.PI) / 180)
  const north = (to.lat - from.lat) * METRES_PER_DEGREE
  const eighth = Math.round(Math.atan2(east, north) / (Math.PI / 4))
  return { distanceM: Math.hypot(east, north), side: SIDES[(eighth + SIDES.length) % SIDES.length]! }
}

/**
 * "600 m to the north-east"; nothing where it is the place itself. Places that are off by `slackM` together may leave the
 * side open too.
 */
export function wayWords(from: LngLat, to: LngLat, slackM = 0): string | undefined {
  const { distanceM, side } = wayTo(from, to)
  const { distance, isBound } = shownDistance(distanceM, slackM)
  if (isBound) return t('way.within', { distance })
  return distanceM < SAME_PLACE_M ? undefined : t('way.to', { distance, side: t(`side.${side}`) })
}
