import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { invalid } from '../errors.ts'
import { limitRate } from '../http/rate-limit.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { filterConditions } from './filter.ts'
import { publicColumns, type ReportRow, toFeature } from './row.ts'
import type { ReportCollection, ReportListQuery } from './schema.ts'

const DEFAULT_LIMIT = 20

/** Whoever moves a map that searches along asks once a second, and many may stand behind one address. */
const LIST_LIMIT = { name: 'reports.list', max: 240, windowS: 60 }

/**
 * Newest first, or nearest first with `near`, a page at a time by keyset.
 * @throws ServiceError invalid for a cursor that is broken or of the other order, or a radius without a place;
 * too-many-requests
 */
export async function listReports(ctx: Context, query: ReportListQuery): Promise<ReportCollection> {
  await limitRate(ctx, LIST_LIMIT)
  if (query.radiusM && !query.near) throw invalid({ pointer: '?radiusM', code: 'needs_near' })
  const order = query.near ? 'nearest' : 'newest'
  const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor, order)
  const limit = query.limit ?? DEFAULT_LIMIT
  const rows = await (query.near
    ? listNearestAnywhere(ctx.readSql, query, cursor, limit + 1)
    : listNewest(ctx.readSql, query, cursor, limit + 1))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    type: 'FeatureCollection',
    features: page.map((row) => {
      const feature = toFeature(row)
      if (row.distance_m !== undefined) feature.properties.distanceM = Math.round(row.distance_m)
      return feature
    }),
    links: last && rows.length > limit ? { next: nextLink(query, last, limit) } : {},
  }
}

type ListRow = ReportRow & { distance_m?: number; occurred_key: string }

/** Microseconds that a JavaScript date would drop, so that no report is skipped between pages. */
const occurredKey = (sql: Db) => sql`to_char(r.occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as occurred_key`

export function listNewest(
  sql: Db,
  query: ReportListQuery,
  cursor: Cursor | undefined,
  limit: number,
): Promise<ListRow[]> {
  const after =
    cursor?.order === 'newest'
      ? // As text: the driver would cut a timestamp to milliseconds.
        sql`and (r.occurred_at, r.id) < (${cursor.at}::text::timestamptz, ${cursor.id})`
      : sql``
  return sql<ListRow[]>`
    select ${publicColumns(sql)}, ${occurredKey(sql)}
    from reports r
    where true
      ${filterConditions(sql, query)}
      ${after}
    order by r.occurred_at desc, r.id desc
    limit ${limit}`
}

/**
 * Within centimetres of the 180th meridian PostGIS rounds a distance below the bound that its index gave, and
 * PostgreSQL refuses rows "in wrong order". There the rows are sorted instead.
 */
async function listNearestAnywhere(...given: Parameters<typeof listNearest>): Promise<ListRow[]> {
  try {
    return await listNearest(...given)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'XX000')) throw error
    const [sql, query, cursor, limit] = given
    return listNearest(sql, query, cursor, limit, { sorted: true })
  }
}

export function listNearest(
  sql: Db,
  query: ReportListQuery,
  cursor: Cursor | undefined,
  limit: number,
  options: { sorted?: boolean } = {},
): Promise<ListRow[]> {
  const { lng, lat } = query.near!
  const here = sql`st_setsrid(st_makepoint(${lng}, ${lat}), 4326)::geography`
  const distance = sql`(r.public_location <-> ${here})`
  const after =
    cursor?.order === 'nearest'
      ? sql`and (${distance}, r.id) > (${cursor.distanceM}::float8, ${cursor.id})`
      : sql``
  // Ordered by distance alone inside, with everything that ties with the last one: an index of distances gives that,
  // and before PostgreSQL 17 it would not be used for an order by distance and id.
  return sql<ListRow[]>`
    select ${publicColumns(sql)}, ${occurredKey(sql)}, nearest.distance_m
    from (
      select r.id, ${distance} as distance_m
      from reports r
      where true
        ${filterConditions(sql, query)}
        ${query.radiusM ? sql`and st_dwithin(r.public_location, ${here}, ${query.radiusM})` : sql``}
        ${after}
      order by ${options.sorted ? sql`${distance} + 0` : distance}
      fetch first (${limit}) rows with ties
    ) nearest
    join reports r on r.id = nearest.id
    order by nearest.distance_m, r.id
    limit ${limit}`
}

function nextLink(query: ReportListQuery, last: ListRow, limit: number): string {
  const cursor: Cursor =
    last.distance_m === undefined
      ? { order: 'newest', at: last.occurred_key, id: last.id }
      : { order: 'nearest', distanceM: last.distance_m, id: last.id }
  const params = new URLSearchParams()
  const { near, radiusM, bbox, kind, species, status, since, until, q, aboutReportId } = query
  if (near) params.set('near', `${near.lng},${near.lat}`)
  if (radiusM) params.set('radiusM', String(radiusM))
  if (bbox) params.set('bbox', [bbox.west, bbox.south, bbox.east, bbox.north].join(','))
  if (kind) params.set('kind', kind.join(','))
  if (species) params.set('species', species.join(','))
  if (status) params.set('status', status.join(','))
  if (since) params.set('since', since.toISOString())
  if (until) params.set('until', until.toISOString())
  if (q) params.set('q', q)
  if (aboutReportId) params.set('aboutReportId', aboutReportId)
  params.set('limit', String(limit))
  params.set('cursor', writeCursor(cursor))
  return `/api/reports?${params}`
}
