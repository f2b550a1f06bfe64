import Flatbush from 'flatbush'
import { distanceM, type LngLat } from '../domain/geo/lng-lat.ts'
import type { PlaceWords } from '../domain/place-words.ts'
import type { Language } from '../domain/vocabulary.ts'
import { describePlace, type GazetteerFile, type GazetteerRow, MOSCOW } from './gazetteer.ts'
import file from './places.data.json' with { type: 'json' }

export type NearestPlace = Record<Language, PlaceWords>

/** Who is this far out of a town still says its name. */
const OUTSKIRTS_M = 2_000
/** Of districts the middle and a usual size are known; the uneven ones reach this many radii. */
const DISTRICT_STRETCH = 2
/** The ring road, within which what lies between districts (forests, mostly) is still the city. */
const MOSCOW_STRETCH = 0.7
/** More radii than anything in reach is away. */
const LAST = 10
/** Less than any degree of latitude has. */
const LEAST_M_PER_DEGREE = 110_000

const { places, regions } = file as unknown as GazetteerFile

/** People find their way by stations, but live and search in districts. */
const rows = places.filter(([kind]) => kind !== 'metro')

/** Boxes of what goes by a name, built by the first question; across the 180th meridian there is no town. */
let boxes: Flatbush | undefined

/** Few of the gazetteer's names come up where a service is at home. */
const words = new Map<GazetteerRow, NearestPlace>()

/**
 * The district or town that a spot is called by, in every language. Nothing far from all that are known, and none
 * that is smaller than what is uncertain of the spot. Ask of public points only: the answer is shown to strangers.
 */
export function findNearestPlace(spot: LngLat, uncertainM: number): NearestPlace | undefined {
  boxes ??= boxReaches()
  let best: GazetteerRow | undefined
  let least = Number.POSITIVE_INFINITY
  for (const found of boxes.search(spot.lng, spot.lat, spot.lng, spot.lat)) {
    const row = rows[found]!
    const awayM = distanceM(spot, { lng: row[4], lat: row[5] })
    if (Math.max(awayM, uncertainM) > reachM(row)) continue
    const rank = awayM / row[6] + (isMoscow(row) ? LAST : 0)
    if (rank < least) [best, least] = [row, rank]
  }
  return best && describe(best)
}

/** The one city that is known by its districts: named only where none of them is. */
const isMoscow = ([kind, ru]: GazetteerRow) => kind === 'town' && ru === MOSCOW.ru

function reachM(row: GazetteerRow): number {
  const radiusM = row[6]
  if (isMoscow(row)) return MOSCOW_STRETCH * radiusM
  return row[0] === 'district' ? DISTRICT_STRETCH * radiusM : radiusM + OUTSKIRTS_M
}

function boxReaches(): Flatbush {
  const tree = new Flatbush(rows.length)
  for (const row of rows) {
    const [, , , , lng, lat] = row
    const tall = reachM(row) / LEAST_M_PER_DEGREE
    const wide = tall / Math.cos(((Math.abs(lat) + tall) * Math.PI) / 180)
    tree.add(lng - wide, lat - tall, lng + wide, lat + tall)
  }
  tree.finish()
  return tree
}

function describe(row: GazetteerRow): NearestPlace {
  let said = words.get(row)
  if (!said) {
    said = { ru: describeIn(row, 'ru'), en: describeIn(row, 'en') }
    words.set(row, said)
  }
  return said
}

function describeIn(row: GazetteerRow, language: Language): PlaceWords {
  const { name, detail } = describePlace(row, regions, language)
  return row[0] === 'district' ? { name, area: MOSCOW[language] } : { name, area: detail }
}
