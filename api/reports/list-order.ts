import type { Db, SqlPart } from '../db/connect.ts'
import type { Cursor } from './cursor.ts'
import { timeConditions } from './filter.ts'
import type { ReportListQuery } from './schema.ts'

/** The parts of queries that read reports, named `r`, in the order of a list. */
export type ListOrder = {
  /** What the order itself skips, each beginning with `and`: what came before the cursor, other times, other places. */
  bounds: SqlPart
  /** What is ordered by, and the same with nothing lost on the way to a cursor. */
  rank: SqlPart
  key: SqlPart
  by: SqlPart
  /** The order of what has a `rank` already, and of a `page` that is joined to its reports. */
  byRank: SqlPart
  byPage: SqlPart
  distance: SqlPart
  /** Cursors after a row, and after all that a walk saw whose last rank this is. */
  after: (row: RankedRow) => Cursor
  afterWalk: (last: RankedRow) => Cursor
}

export type RankedRow = { id: string; key: string | number }

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** @param options.sorted for where the index of distances cannot be read in order */
export function orderOf(
  sql: Db,
  query: ReportListQuery,
  cursor: Cursor | undefined,
  options: { sorted?: boolean } = {},
): ListOrder {
  return query.near ? nearest(sql, query, query.near, cursor, options) : newest(sql, query, cursor)
}

function newest(sql: Db, query: ReportListQuery, cursor: Cursor | undefined): ListOrder {
  const after =
    cursor?.order === 'newest'
      ? // As text: the driver would cut a timestamp to milliseconds.
        sql`and (r.occurred_at, r.id) < (${cursor.at}::text::timestamptz, ${cursor.id})`
      : sql``
  const afterRow = ({ id, key }: RankedRow): Cursor => ({ order: 'newest', at: String(key), id })
  return {
    bounds: sql`${timeConditions(sql, query)} ${after}`,
    rank: sql`r.occurred_at`,
    // Microseconds that a JavaScript date would drop, so that no report is skipped between pages.
    key: sql`to_char(r.occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    by: sql`r.occurred_at desc, r.id desc`,
    byRank: sql`r.rank desc, r.id desc`,
    byPage: sql`page.rank desc, page.id desc`,
    distance: sql`null::float8`,
    after: afterRow,
    afterWalk: afterRow,
  }
}

/**
 * Ordered by distance alone, so everything that ties with the last one is read too: an index of distances gives that,
 * and before PostgreSQL 17 it would not be used for an order by distance and id.
 */
function nearest(
  sql: Db,
  { radiusM }: ReportListQuery,
  near: NonNullable<ReportListQuery['near']>,
  cursor: Cursor | undefined,
  { sorted }: { sorted?: boolean },
): ListOrder {
  const here = sql`st_setsrid(st_makepoint(${near.lng}, ${near.lat}), 4326)::geography`
  const distance = sql`(r.public_location <-> ${here})`
  const after =
    cursor?.order === 'nearest'
      ? sql`and (${distance}, r.id) > (${cursor.distanceM}::float8, ${cursor.id})`
      : sql``
  const afterRow = ({ id, key }: RankedRow): Cursor => ({ order: 'nearest', distanceM: Number(key), id })
  return {
    bounds: sql`${radiusM ? sql`and st_dwithin(r.public_location, ${here}, ${radiusM})` : sql``} ${after}`,
    rank: distance,
    key: distance,
    by: sorted ? sql`${distance} + 0` : distance,
    byRank: sql`r.rank`,
    byPage: sql`page.rank, page.id`,
    distance: sql`page.rank`,
    after: afterRow,
    afterWalk: (last) => afterRow({ ...last, id: LAST_ID }),
  }
}
