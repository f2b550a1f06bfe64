import type { Sql } from '../db/connect.ts'
import type { QuadkeyRange } from '../domain/geo/quadkey.ts'
import type { Colour, Kind, LocationPrivacy, Sex, Species } from '../domain/vocabulary.ts'
import { filterConditions, readEachStatus } from '../reports/filter.ts'
import type { ReportListQuery } from '../reports/schema.ts'
import type { CellCount } from './cells.ts'
import type { TileReport } from './encode.ts'

/** What a list can be filtered by: the map shows the same set. */
export type TileFilter = Omit<ReportListQuery, 'limit' | 'cursor'>

/** A square of 1.4 km in Moscow; more would neither fit the screen nor be read. */
const MAX_REPORTS = 2_000

function tileConditions(sql: Sql, filter: TileFilter) {
  const { near, radiusM } = filter
  if (!near || !radiusM) return filterConditions(sql, filter)
  return sql`
    ${filterConditions(sql, filter)}
    and st_dwithin(r.public_location, st_setsrid(st_makepoint(${near.lng}, ${near.lat}), 4326)::geography, ${radiusM})`
}

/** Counts by cell and kind; a cell is the quadkey without its last `shift` bits. At most 5 rows a cell. */
export async function countCells(
  sql: Sql,
  range: QuadkeyRange,
  shift: bigint,
  filter: TileFilter,
): Promise<CellCount[]> {
  const found = readEachStatus(
    sql,
    filter.status,
    (ofStatus) => sql`
      select
        r.public_quadkey >> ${Number(shift)}::int as cell,
        r.kind,
        st_x(r.public_location::geometry) as lng,
        st_y(r.public_location::geometry) as lat
      from reports r
      where ${ofStatus}
        and r.public_quadkey >= ${range.from}
        and r.public_quadkey < ${range.to}
        ${tileConditions(sql, filter)}`,
  )
  const rows = await sql<CellCount[]>`
    with found as (${found})
    select
      cell,
      kind,
      count(*)::int as count,
      sum(lng) as "lngSum",
      sum(lat) as "latSum",
      min(lng) as west,
      min(lat) as south,
      max(lng) as east,
      max(lat) as north
    from found
    group by cell, kind`
  return [...rows]
}

type Row = {
  id: string
  kind: Kind
  species: Species
  sex: Sex | null
  status: string
  name: string | null
  colours: Colour[]
  location_privacy: LocationPrivacy
  public_radius_m: number
  occurred_at: Date
  public_quadkey: bigint
  lng: number
  lat: number
  together: number
  photo_id: string | null
}

/** Columns that a tile shows of a report; the table must be named `r`. */
function tileColumns(sql: Sql) {
  return sql`
    r.id,
    r.kind,
    r.species,
    r.sex,
    r.status,
    r.name,
    r.colours,
    r.location_privacy,
    r.public_radius_m,
    r.occurred_at,
    r.public_quadkey`
}

/** Single reports of the ranges, newest first: those of a whole tile, or of the cells that hold just one. */
export async function listTileReports(
  sql: Sql,
  ranges: readonly QuadkeyRange[],
  filter: TileFilter,
): Promise<TileReport[]> {
  if (ranges.length === 0) return []
  const found = readEachStatus(
    sql,
    filter.status,
    (ofStatus) => sql`
      select
        ${tileColumns(sql)},
        r.public_location
      from reports r
      where ${ofStatus}
        and r.public_quadkey >= tile.first
        and r.public_quadkey < tile.beyond
        ${tileConditions(sql, filter)}`,
  )
  const rows = await sql<Row[]>`
    select
      ${tileColumns(sql)},
      st_x(r.public_location::geometry) as lng,
      st_y(r.public_location::geometry) as lat,
      count(*) over (partition by r.public_quadkey)::int as together,
      (
        select p.id
        from photos p
        where p.report_id = r.id
        order by p.position
        limit 1
      ) as photo_id
    from unnest(${ranges.map(({ from }) => String(from))}::bigint[], ${ranges.map(({ to }) => String(to))}::bigint[])
      as tile (first, beyond)
    cross join lateral (${found}) r
    order by r.occurred_at desc, r.id desc
    limit ${MAX_REPORTS}`
  return rows.map((row) => ({
    id: row.id,
    lng: row.lng,
    lat: row.lat,
    kind: row.kind,
    species: row.species,
    sex: row.sex,
    status: row.status,
    name: row.name,
    colours: row.colours,
    approximate: row.location_privacy === 'approximate',
    radiusM: row.public_radius_m,
    photoId: row.photo_id,
    occurredAt: row.occurred_at,
    spot: String(row.public_quadkey),
    together: row.together,
  }))
}
