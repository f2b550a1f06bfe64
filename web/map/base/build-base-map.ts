/**
 * Makes `natural-earth.geo.json`, the base map that needs no server, out of world-atlas (Natural Earth, public domain).
 * Run `npm run build:base-map` after an update of world-atlas.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bboxClip } from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

const require = createRequire(import.meta.url)
const atlas: Atlas = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'))

/** Two decimals are a kilometre at most, as good as Natural Earth at 1:50 million; three would add half to the file. */
const round = (value: number) => Math.round(value * 100) / 100

/** Rounded, without the points that fell onto the one before them. */
const simplify = (line: Position[], turn = 0): Position[] =>
  line
    .map(([lng, lat]) => [round(lng! - turn), round(lat!)])
    .filter(([lng, lat], i, all) => i === 0 || lng !== all[i - 1]![0] || lat !== all[i - 1]![1])

/** Follows a ring across the date line without jumping, so longitudes may leave ±180. */
const unwrap = (ring: Position[]): Position[] => {
  let shift = 0
  return ring.map(([lng = 0, lat = 0], i) => {
    const previous = ring[i - 1]?.[0]
    if (previous !== undefined && Math.abs(lng - previous) > 180) shift += lng > previous ? -360 : 360
    return [lng + shift, lat]
  })
}

/** A ring round a pole does not come back to where it began: it is closed along the edge of the map. */
const closeRoundPole = (ring: Position[]): Position[] => {
  const [first, last] = [ring[0]!, ring.at(-1)!]
  if (Math.abs(first[0]! - last[0]!) < 180) return ring
  const pole = last[1]! < 0 ? -90 : 90
  return [...ring, [last[0]!, pole], [first[0]!, pole], first]
}

/** MapLibre draws each longitude once: what lies beyond the date line goes to the other side of the map. */
const cutAtDateLine = (rings: Position[][]): Position[][][] => {
  const whole = rings.map((ring) => closeRoundPole(unwrap(ring)))
  const lngs = whole[0]!.map(([lng]) => lng!)
  const pieces: Position[][][] = []
  for (const turn of [-360, 0, 360]) {
    if (Math.min(...lngs) >= 180 + turn || Math.max(...lngs) <= -180 + turn) continue
    const shape = { type: 'Polygon' as const, coordinates: whole }
    const { geometry } = bboxClip(shape, [turn - 180, -85.06, turn + 180, 90]) as Feature<
      Polygon | MultiPolygon
    >
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    for (const polygon of polygons) {
      const moved = polygon.map((ring) => simplify(ring, turn)).filter((ring) => ring.length >= 4)
      if (moved.length > 0) pieces.push(moved)
    }
  }
  return pieces
}

const land = feature(atlas, atlas.objects.land) as FeatureCollection<Polygon | MultiPolygon>
const polygons = land.features.flatMap(({ geometry }) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
)

/** Borders are shared arcs, each once; the cut along the date line is no border. */
const borders = mesh(atlas, atlas.objects.countries, (a, b) => a !== b).coordinates.filter(
  (line) => !line.every(([lng]) => Math.abs(lng!) > 179.9),
)

/** A feature a landmass: MapLibre then cuts its tiles out of what lies near them, and not out of the whole world. */
const pieces: Feature[] = polygons.flatMap(cutAtDateLine).map((coordinates) => ({
  type: 'Feature',
  properties: { part: 'land' },
  geometry: { type: 'Polygon', coordinates },
}))

/** A feature and no background: it comes with the land, and a town is never under water for a moment. */
const SEA: Feature = {
  type: 'Feature',
  properties: { part: 'sea' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [-180, -85.06],
        [180, -85.06],
        [180, 85.06],
        [-180, 85.06],
        [-180, -85.06],
      ],
    ],
  },
}

const map: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    SEA,
    ...pieces,
    {
      type: 'Feature',
      properties: { part: 'border' },
      geometry: {
        type: 'MultiLineString',
        coordinates: borders.map((line) => simplify(line)).filter((line) => line.length >= 2),
      },
    },
  ],
}

writeFileSync(new URL('./natural-earth.geo.json', import.meta.url), `${JSON.stringify(map)}\n`)
