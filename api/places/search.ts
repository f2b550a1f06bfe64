import MiniSearch from 'minisearch'
import { distanceM, type LngLat } from '../domain/geo/lng-lat.ts'
import { foldWords } from './fold.ts'
import type { GazetteerRow } from './gazetteer.ts'

export type PlaceIndex = { rows: readonly GazetteerRow[]; words: MiniSearch }

/** At this distance being near counts half as much as right here. */
const NEAR_HALVES_M = 30_000

/** A town of so many people ranks as high as a name can. */
const LARGEST = 1e7

/** A station or district is meant only while its city is: this near. */
const LOCAL_M = 60_000
/** Less than any degree of latitude has. */
const LEAST_M_PER_DEGREE = 100_000

/** Words before a name that say what it is of; only a station's narrows the search. */
const METRO_WORDS = new Set(foldWords('метро м станция station'))
const AREA_WORDS = new Set(foldWords('район город г поселение посёлок district city'))

/** What people call towns without any letter of the name's beginning in common. */
const NICKNAMES = new Map(
  [
    ['спб', 'Санкт-Петербург'],
    ['питер', 'Санкт-Петербург'],
    ['мск', 'Москва'],
    ['екб', 'Екатеринбург'],
  ].map(([nickname = '', name]) => [foldWords(nickname).join(' '), name]),
)

/** Builds the word index; a few dozen milliseconds, so once for a process. */
export function indexPlaces(rows: readonly GazetteerRow[]): PlaceIndex {
  const words = new MiniSearch({
    fields: ['ru', 'en'],
    tokenize: foldWords,
    processTerm: (term) => term,
    searchOptions: { tokenize: foldWords, processTerm: (term) => term, combineWith: 'AND', prefix: true },
  })
  words.addAll(rows.map(([, ru, en], id) => ({ id, ru, en })))
  return { rows, words }
}

const placeOf = (row: GazetteerRow): LngLat => ({ lng: row[4], lat: row[5] })

/** How well a name answers what was typed: whole, from its start, from the start of a later word, or with a slip. */
function nameFit(row: GazetteerRow, typed: string): number {
  const names = [row[1], row[2]].map((name) => foldWords(name).join(' '))
  if (names.includes(typed)) return 4
  if (names.some((name) => name.startsWith(typed))) return 3
  return names.some((name) => name.includes(` ${typed}`)) ? 2 : 1
}

function rank(row: GazetteerRow, typed: string, near: LngLat | undefined): number {
  const size = Math.log10(Math.max(10, row[7])) / Math.log10(LARGEST)
  const closeness = near ? NEAR_HALVES_M / (NEAR_HALVES_M + distanceM(near, placeOf(row))) : 0
  return nameFit(row, typed) + 2 * size + 2 * closeness
}

/** What was typed may mean: a name, and whether only a station may have it. */
type Reading = { name: string; metro: boolean }

/** The likelier first; a place may itself be called "Station". */
function readTyped(text: string): Reading[] {
  const words = foldWords(text)
  const [first = ''] = words
  if (words.length === 1) return [{ name: NICKNAMES.get(first) ?? text, metro: false }]
  const whole = { name: text, metro: false }
  const metro = METRO_WORDS.has(first)
  return metro || AREA_WORDS.has(first) ? [{ name: words.slice(1).join(' '), metro }, whole] : [whole]
}

/**
 * Places whose name begins with the words typed, best first; when there are none, with a slip of the finger for every
 * four letters. Ranked by how the name fits, by size, and by nearness where `near` is given.
 */
export function searchPlaces(
  index: PlaceIndex,
  text: string,
  near: LngLat | undefined,
  limit: number,
): GazetteerRow[] {
  const readings = readTyped(text).filter(({ name }) => foldWords(name).length > 0)
  for (const fuzzy of [false, 0.25] as const) {
    for (const { name, metro } of readings) {
      const found = index.words
        .search(name, { fuzzy })
        .map(({ id }) => index.rows[id as number]!)
        .filter(([kind]) => !metro || kind === 'metro')
      if (found.length > 0) return best(found, foldWords(name).join(' '), near, limit)
    }
  }
  return []
}

function best(
  found: readonly GazetteerRow[],
  typed: string,
  near: LngLat | undefined,
  limit: number,
): GazetteerRow[] {
  return found
    .map((row) => ({ row, score: rank(row, typed, near) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ row }) => row)
}

/**
 * What people would call a spot, the most particular name first: a station or district when there is one around, then
 * the town that reaches farthest over it.
 */
export function placesAround(rows: readonly GazetteerRow[], spot: LngLat, limit: number): GazetteerRow[] {
  const around = rows
    .filter((row) => Math.abs(row[5] - spot.lat) < LOCAL_M / LEAST_M_PER_DEGREE)
    .map((row) => ({ row, awayM: distanceM(spot, placeOf(row)) }))
    .map(({ row, awayM }) => ({ row, awayM, reach: awayM / row[6] }))
  const nearest = (kind: GazetteerRow[0], most: number) =>
    around
      .filter(({ row, reach, awayM }) => row[0] === kind && reach <= most && awayM <= LOCAL_M)
      .sort((a, b) => a.reach - b.reach)
      .map(({ row }) => row)
  const local = [...nearest('metro', 1.7).slice(0, 1), ...nearest('district', 2).slice(0, 1)]
  const towns = nearest('town', Number.POSITIVE_INFINITY)
  return [...local, ...towns].slice(0, limit)
}
