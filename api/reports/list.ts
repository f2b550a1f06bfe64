import type { Context } from '../context.ts'
import { invalid } from '../errors.ts'
import { limitReads } from '../http/read-rate.ts'
import { requireAuthor } from './author.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { listPage } from './list-page.ts'
import { toFeature } from './row.ts'
import type { ReportCollection, ReportListQuery } from './schema.ts'

const DEFAULT_LIMIT = 20

/** Whoever moves a map that searches along asks once a second, and a village may stand behind one address. */
const LIST_LIMIT = { name: 'reports.list', max: 600, windowS: 60 }

/**
 * Newest first, or nearest first with `near`, a page at a time by keyset. Of the sightings of a report, those that its
 * author called another animal are listed with that author's token only.
 * @throws ServiceError invalid for a cursor that is broken or of the other order, or a radius without a place;
 * too-many-requests, not-found for a wrong token with `aboutReportId`
 */
export async function listReports(ctx: Context, query: ReportListQuery): Promise<ReportCollection> {
  limitReads(ctx, LIST_LIMIT)
  if (query.radiusM && !query.near) throw invalid({ pointer: '?radiusM', code: 'needs_near' })
  const order = query.near ? 'nearest' : 'newest'
  const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor, order)
  const limit = query.limit ?? DEFAULT_LIMIT
  const { aboutReportId } = query
  const withDenied = aboutReportId !== undefined && ctx.actor.token !== undefined
  if (withDenied) await requireAuthor(ctx, ctx.sql, aboutReportId)
  const { rows, next } = await listPage(ctx.readSql, { ...query, withDenied }, cursor, limit)
  return {
    type: 'FeatureCollection',
    features: rows.map((row) => {
      const feature = toFeature(row)
      if (row.distance_m !== null) feature.properties.distanceM = Math.round(row.distance_m)
      return feature
    }),
    links: next ? { next: nextLink(query, next, limit) } : {},
  }
}

function nextLink(query: ReportListQuery, cursor: Cursor, limit: number): string {
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
