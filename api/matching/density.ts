import type { Db } from '../db/connect.ts'
import { projectToUnitSquare, unprojectFromUnitSquare } from '../domain/geo/quadkey.ts'
import type { Side, Species } from '../domain/vocabulary.ts'
import { distanceM, type LngLat } from './model/geometry.ts'
import type { Parameters } from './model/parameters.ts'
import { tableOf } from './model/species.ts'

/** Squares of the Web Mercator zoom that the migration's trigger counts in. */
const CELL_ZOOM = 14
const SIDE_CELLS = 2 ** CELL_ZOOM
/** Two cells each way hold what the bandwidth reaches at every latitude where people live. */
const REACH_CELLS = 2

const DAY_MS = 86_400_000

type Cell = { x: number; y: number }

function spread14(value: number): number {
  let bits = value
  bits = (bits | (bits << 8)) & 0x00ff_00ff
  bits = (bits | (bits << 4)) & 0x0f0f_0f0f
  bits = (bits | (bits << 2)) & 0x3333_3333
  return (bits | (bits << 1)) & 0x5555_5555
}

/** A quadkey without its last 24 bits; 28 bits, so plain integers do. */
const numberOf = ({ x, y }: Cell): number => spread14(x) | (spread14(y) << 1)

function cellsAround(place: LngLat): Cell[] {
  const unit = projectToUnitSquare(place.lng, place.lat)
  const x = Math.floor(unit.x * SIDE_CELLS)
  const y = Math.floor(unit.y * SIDE_CELLS)
  const cells: Cell[] = []
  for (let dy = -REACH_CELLS; dy <= REACH_CELLS; dy += 1) {
    if (y + dy < 0 || y + dy >= SIDE_CELLS) continue
    for (let dx = -REACH_CELLS; dx <= REACH_CELLS; dx += 1) {
      cells.push({ x: (x + dx + SIDE_CELLS) % SIDE_CELLS, y: y + dy })
    }
  }
  return cells
}

/**
 * λ at each place: reports of one side of the species per km² and day over the year before `until`, by a Gaussian
 * kernel over the counts of cells, drawn towards the places' common mean, and floored.
 */
export async function measureDensities(
  db: Db,
  question: { species: Species; side: Side; places: readonly LngLat[]; until: Date },
  { density: rules }: Parameters,
): Promise<number[]> {
  const { species, places, until } = question
  const around = places.map(cellsAround)
  const numbers = [...new Set(around.flatMap((cells) => cells.map(numberOf)))]
  const from = new Date(until.getTime() - rules.windowDays * DAY_MS)
  const rows = numbers.length === 0 ? [] : await countReports(db, { ...question, numbers, from })
  const counts = new Map(rows.map((row) => [row.cell, row.reports]))
  const variance = rules.bandwidthM ** 2
  const perKm2Day = 1e6 / (2 * Math.PI * variance * rules.windowDays)
  const local = around.map((cells, at) => {
    let sum = 0
    for (const cell of cells) {
      const count = counts.get(numberOf(cell))
      if (!count) continue
      const centre = unprojectFromUnitSquare((cell.x + 0.5) / SIDE_CELLS, (cell.y + 0.5) / SIDE_CELLS)
      sum += count * Math.exp(-(distanceM(places[at] as LngLat, centre) ** 2) / (2 * variance))
    }
    return sum * perKm2Day
  })
  const mean = local.reduce((sum, value) => sum + value, 0) / Math.max(1, local.length)
  const area = rows.length === 0 ? rules.coldStart[tableOf(species)] : mean
  const share = rules.areaShare
  return local.map((value) => Math.max(rules.floorPerKm2Day, (1 - share) * value + share * area))
}

/** Months are counted whole: the first one of the window may lie outside it in part. */
async function countReports(
  db: Db,
  {
    species,
    side,
    numbers,
    from,
    until,
  }: {
    species: Species
    side: Side
    numbers: readonly number[]
    from: Date
    until: Date
  },
): Promise<{ cell: number; reports: number }[]> {
  return db<{ cell: number; reports: number }[]>`
    select cell::int, sum(reports)::int as reports
    from match_density
    where species = ${species}
      and side = ${side}
      and cell = any(${numbers as number[]}::bigint[])
      and month >= date_trunc('month', ${from}::timestamptz at time zone 'UTC')
      and month <= ${until}::timestamptz at time zone 'UTC'
    group by cell
    having sum(reports) > 0`
}
