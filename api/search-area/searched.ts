import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import type { Species } from '../domain/vocabulary.ts'
import { invalid, notFound, ServiceError } from '../errors.ts'
import { limitRate } from '../http/rate-limit.ts'
import { requireAuthor } from '../reports/author.ts'
import type { SearchReport } from './model/compute.ts'
import { detections } from './model/parameters.ts'
import { circleRing, planeAt } from './model/plane.ts'
import {
  countSearchedGround,
  deleteSearchedGround,
  findSearchSubject,
  insertSearchedGround,
  listSearchedGround,
  type SearchedRow,
} from './queries.ts'
import type { SearchAreaFeature, SearchedBody } from './schema.ts'

const SEARCHED_LIMIT = { name: 'searched.report', max: 120, windowS: 600 }
const MOST_CIRCLES = 500
/** Older ones have filled again; see SEARCH_HALF_LIFE_HOURS. */
const USED_CIRCLES = 60
const CLOCK_SKEW_MS = 10 * 60_000

/**
 * Notes ground that the author, or people helping them, went through in vain.
 * @throws ServiceError not-found, invalid for a time in the future or before the loss, conflict past 500 circles
 */
export async function reportSearched(
  ctx: Context,
  reportId: string,
  body: SearchedBody,
): Promise<{ id: string }> {
  await requireAuthor(ctx, ctx.sql, reportId)
  await limitRate(ctx, SEARCHED_LIMIT)
  const subject = await findSearchSubject(ctx.sql, reportId)
  if (!subject) throw notFound()
  const at = body.searchedAt === undefined ? ctx.clock() : new Date(body.searchedAt)
  if (at.getTime() > ctx.clock().getTime() + CLOCK_SKEW_MS) {
    throw invalid({ pointer: '/searchedAt', code: 'in_future' })
  }
  if (at < subject.occurred_at) throw invalid({ pointer: '/searchedAt', code: 'before_loss' })
  const id = crypto.randomUUID()
  await ctx.sql.begin(async (tx) => {
    await requireAuthor(ctx, tx, reportId, { lock: true })
    if ((await countSearchedGround(tx, reportId)) >= MOST_CIRCLES) {
      throw new ServiceError('conflict', 'This report has as many searched circles as it can.')
    }
    await insertSearchedGround(tx, {
      id,
      report_id: reportId,
      lng: body.location.lng,
      lat: body.location.lat,
      radius_m: body.radiusM,
      thoroughness: body.thoroughness,
      searched_at: at,
      created_at: ctx.clock(),
    })
  })
  return { id }
}

export async function withdrawSearched(ctx: Context, reportId: string, id: string): Promise<void> {
  await requireAuthor(ctx, ctx.sql, reportId)
  if (!(await deleteSearchedGround(ctx.sql, reportId, id))) throw notFound()
}

export function readSearched(db: Db, reportId: string): Promise<SearchedRow[]> {
  return listSearchedGround(db, reportId, USED_CIRCLES)
}

export function toSearchReport(row: SearchedRow, species: Species): SearchReport {
  const detection = detections[row.thoroughness]
  return {
    lng: row.lng,
    lat: row.lat,
    radiusM: row.radius_m,
    detection: species === 'dog' || species === 'horse' ? detection.comesOut : detection.hides,
    atMs: row.searched_at.getTime(),
  }
}

export function toSearchedFeature(row: SearchedRow): SearchAreaFeature {
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [circleRing(planeAt(row), [0, 0], row.radius_m)] },
    properties: {
      kind: 'searched',
      id: row.id,
      radiusM: row.radius_m,
      thoroughness: row.thoroughness,
      searchedAt: row.searched_at.toISOString(),
    },
  }
}
