/**
 * Makes the names of the bundled base map, `places.geo.json` and `moscow.geo.json`, out of the gazetteer of the places
 * API (GeoNames, CC BY 4.0, and this project's own lists). Run `npm run build:base-map` after a change of the gazetteer.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Feature } from 'geojson'
import type { GazetteerFile, GazetteerRow } from '../../../api/places/gazetteer.ts'
import { GARDEN_RING, RING_ROAD } from './moscow-rings.ts'

const gazetteer: GazetteerFile = JSON.parse(
  readFileSync(new URL('../../../api/places/places.data.json', import.meta.url), 'utf8'),
)

/** The zoom from which a town of so many people is named; collisions thin out the rest. */
const FIRST_ZOOMS: [people: number, zoom: number][] = [
  [5e6, 2],
  [1e6, 3.5],
  [5e5, 4.5],
  [2e5, 6],
  [5e4, 7.5],
  [1e4, 9],
  [0, 10],
]

const round = (degrees: number) => Math.round(degrees * 1e3) / 1e3

function labelOf([kind, ru, en, , lng, lat, , weight]: GazetteerRow): Feature {
  const town = {
    minZoom: FIRST_ZOOMS.find(([people]) => weight >= people)![1],
    rank: Math.round(Math.log10(Math.max(1, weight)) * 10) / 10,
  }
  const properties = { en, ...(ru ? { ru } : {}), ...(kind === 'town' ? town : { class: kind }) }
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [round(lng), round(lat)] } }
}

/** Chaikin's corner cutting, twice: a ring of points a kilometre apart looks like a road and not like a polygon. */
function smooth(ring: number[][], times = 2): number[][] {
  if (times === 0) return ring
  const cut = ring.slice(1).flatMap(([lng, lat], i) => {
    const [fromLng, fromLat] = ring[i]!
    const between = (share: number) => [
      fromLng! + (lng! - fromLng!) * share,
      fromLat! + (lat! - fromLat!) * share,
    ]
    return [between(0.25), between(0.75)]
  })
  return smooth([...cut, cut[0]!], times - 1)
}

function ringOf(numbers: string): Feature {
  const flat = numbers.trim().split(/\s+/).map(Number)
  const ring = Array.from({ length: flat.length / 2 }, (_, i) => flat.slice(2 * i, 2 * i + 2))
  const coordinates = smooth(ring).map((place) => place.map((degrees) => Math.round(degrees * 1e4) / 1e4))
  return { type: 'Feature', properties: { class: 'ring' }, geometry: { type: 'LineString', coordinates } }
}

function write(file: string, features: Feature[]) {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n')
  const text = `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`
  writeFileSync(new URL(file, import.meta.url), text)
}

const isTown = ([kind]: GazetteerRow) => kind === 'town'
write('./places.geo.json', gazetteer.places.filter(isTown).map(labelOf))
write('./moscow.geo.json', [
  ...gazetteer.places.filter((row) => !isTown(row)).map(labelOf),
  ringOf(RING_ROAD),
  ringOf(GARDEN_RING),
])
