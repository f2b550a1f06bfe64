import { cellToLatLng, greatCircleDistance, gridDisk, latLngToCell, UNITS } from 'h3-js'
import { MATCH_CELL_RESOLUTION } from '../reports/public-place.ts'
import type { LngLat } from './model/geometry.ts'

/** Cells more than this many steps away are never read: some 250 km. */
const MOST_STEPS = 16
/** Centre to centre of two neighbouring cells of the resolution, at least, in km. */
const STEP_KM = 13

/**
 * Whole cells that cover a circle: what is read does not end at a line a stranger could probe, and one row of cells is
 * one range of the index.
 */
export function coverCircle(centre: LngLat, radiusM: number): bigint[] {
  const origin = latLngToCell(centre.lat, centre.lng, MATCH_CELL_RESOLUTION)
  const radiusKm = radiusM / 1000
  const steps = Math.min(MOST_STEPS, Math.ceil(radiusKm / STEP_KM) + 1)
  const own: [number, number] = [centre.lat, centre.lng]
  return gridDisk(origin, steps)
    .filter((cell) => greatCircleDistance(cellToLatLng(cell), own, UNITS.km) <= radiusKm + STEP_KM)
    .map((cell) => BigInt(`0x${cell}`))
}
