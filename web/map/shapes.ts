import { circle } from '@turf/turf'
import type { BBox } from '../state/filters.ts'
import type { LngLat } from '../wire.ts'

/** How an area or a line looks; colours are names of CSS custom properties without the dashes. */
export type ShapeLook = {
  colour: string
  /** Share of the colour inside an area, 0 to 1. */
  fill?: number
  lineWidth?: number
  dashed?: boolean
}
export type Shape = { geometry: GeoJSON.Geometry; look: ShapeLook }

/** The area round a public point that a report may be in. */
export function circleShape(centre: LngLat, radiusM: number, look: ShapeLook): Shape {
  const { geometry } = circle([centre.lng, centre.lat], radiusM, { units: 'meters', steps: 72 })
  return { geometry, look }
}

export function boxShape([west, south, east, north]: BBox, look: ShapeLook): Shape {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { geometry: { type: 'Polygon', coordinates: [ring] }, look }
}

/** Smallest box that holds all the places; undefined for none. */
export function boundsOf(places: readonly (readonly number[])[]): BBox | undefined {
  if (places.length === 0) return undefined
  const lngs = places.map(([lng]) => lng!)
  const lats = places.map(([, lat]) => lat!)
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

/** The box round a circle. */
export function boundsAround(centre: LngLat, radiusM: number): BBox {
  return boundsOf(positionsOf(circleShape(centre, radiusM, { colour: 'ink' }).geometry))!
}

/** All positions of a geometry, in one list. */
export function positionsOf(geometry: GeoJSON.Geometry): GeoJSON.Position[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf)
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }
  const nested = depth[geometry.type] === 0 ? [geometry.coordinates] : geometry.coordinates
  return nested.flat(Math.max(0, depth[geometry.type] - 1) as 1) as GeoJSON.Position[]
}
