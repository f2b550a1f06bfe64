import fc from 'fast-check'
import { cellToBoundary, cellToLatLng, latLngToCell } from 'h3-js'
import type { LngLat } from '../../../api/domain/geo/lng-lat.ts'

/** The grid that design.md promises for approximate places. */
export const PUBLIC_RESOLUTION = 8

export function publicCentre(place: LngLat): LngLat {
  const [lat, lng] = cellToLatLng(cellOf(place))
  return { lng, lat }
}

export function cellOf(place: LngLat): string {
  return latLngToCell(place.lat, place.lng, PUBLIC_RESOLUTION)
}

/** The usual XYZ formula, written apart from the code under test. */
export function tileAround({ lng, lat }: LngLat, z: number): { z: number; x: number; y: number } {
  const side = 2 ** z
  const angle = (lat * Math.PI) / 180
  const within = (value: number) => Math.min(side - 1, Math.max(0, Math.floor(value)))
  return {
    z,
    x: within(((lng + 180) / 360) * side),
    y: within(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * side),
  }
}

/** Metres on the mean sphere, for what a stranger would reckon by hand. */
export function metresBetween(a: LngLat, b: LngLat): number {
  const rad = Math.PI / 180
  const across = (b.lng - a.lng) * rad * Math.cos(((a.lat + b.lat) / 2) * rad)
  return Math.hypot(across, (b.lat - a.lat) * rad) * 6_371_008.8
}

/** Two homes somewhere in one cell, anywhere that people live, to the 7 digits that phones give. */
export const neighbours: fc.Arbitrary<[LngLat, LngLat]> = fc
  .record({
    lng: fc.integer({ min: -179_000_000, max: 179_000_000 }),
    lat: fc.integer({ min: -55_000_000, max: 72_000_000 }),
    weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 12, maxLength: 12 }),
  })
  .map(({ lng, lat, weights }): [LngLat, LngLat] => {
    const corners = cellToBoundary(latLngToCell(lat / 1e6, lng / 1e6, PUBLIC_RESOLUTION))
    return [mix(corners, weights.slice(0, 6)), mix(corners, weights.slice(6))]
  })
  .filter(([one, other]) => cellOf(one) === cellOf(other) && metresBetween(one, other) > 20)

function mix(corners: readonly number[][], weights: readonly number[]): LngLat {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const blend = (axis: 0 | 1) =>
    weights.reduce((sum, weight, at) => sum + weight * (corners[at]?.[axis] ?? Number.NaN), 0) / total
  return { lng: round(blend(1)), lat: round(blend(0)) }
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7
