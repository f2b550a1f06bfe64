import type { Context } from '../context.ts'
import { createToken, toBase64Url } from '../crypto.ts'
import type { Tx } from '../db/connect.ts'
import { SET_OUT_STEP_MS } from '../domain/set-out-step.ts'
import { notFound, ServiceError } from '../errors.ts'
import { limitRate, limitRateOf } from '../http/rate-limit.ts'
import { isManagedBy, requireAuthor } from '../reports/author.ts'
import { isVisible } from '../reports/visibility.ts'
import {
  countOtherWalkers,
  countWalkers,
  deleteWalker,
  deleteWalkersTo,
  deleteWalkersUntil,
  findReportStatus,
  isOpenWay,
  lockWay,
  saveWalker,
  type Way,
} from './queries.ts'
import type { SetOut, WalkerList } from './schema.ts'

/** Who set out this long ago has arrived or turned back. */
const WAY_MS = 2 * 3_600_000
/** More would keep others at home and help nobody; the author is not counted against it. */
const MOST_WALKERS = 20
const SET_OUT_LIMIT = { name: 'walker.set-out', max: 30, windowS: 600 }
/** By caller and sighting: neighbours behind one address may share it, a prankster may not fill the list alone. */
const SIGHTING_LIMIT = { name: 'walker.sighting', max: 5, windowS: WAY_MS / 1000 }

const wayStart = (ctx: Pick<Context, 'clock'>) => new Date(ctx.clock().getTime() - WAY_MS)

/**
 * Notes that somebody is on the way to a sighting. Repeated with the same key, or by the author, it is one mark.
 * @throws ServiceError not-found but for a listed sighting of an open lost report, or for a wrong token; conflict where
 * as many are on the way as are counted
 */
export async function setOut(ctx: Context, way: Way, idempotencyKey?: string): Promise<SetOut> {
  const isAuthor = ctx.actor.token !== undefined
  if (isAuthor) await requireAuthor(ctx, ctx.sql, way.reportId)
  if (!(await isOpenWay(ctx.sql, way))) throw notFound()
  await limitRate(ctx, SET_OUT_LIMIT)
  if (!isAuthor) await limitRateOf(ctx, SIGHTING_LIMIT, `${ctx.actor.address} ${way.sightingId}`)
  const token = isAuthor ? undefined : await makeToken(ctx, way, idempotencyKey)
  const tokenHash = await hashMark(ctx, way, token)
  const nowMs = ctx.clock().getTime()
  const setOutAt = new Date(nowMs - (nowMs % SET_OUT_STEP_MS))
  await ctx.sql.begin(async (tx) => {
    // Looked at once it is held: a verdict that was being written meanwhile counts.
    await lockWay(tx, way)
    if (!(await isOpenWay(tx, way))) throw notFound()
    const others = { sightingId: way.sightingId, tokenHash, since: wayStart(ctx) }
    if (!isAuthor && (await countOtherWalkers(tx, others)) >= MOST_WALKERS) {
      throw new ServiceError('conflict', 'As many are on the way as are counted. You can go all the same.')
    }
    await saveWalker(tx, {
      sighting_id: way.sightingId,
      token_hash: tokenHash,
      report_id: way.reportId,
      by_author: isAuthor,
      set_out_at: setOutAt,
    })
  })
  const until = new Date(setOutAt.getTime() + WAY_MS).toISOString()
  return token === undefined ? { until } : { token, until }
}

/** @throws ServiceError not-found unless the caller's token is the one of such a mark */
export async function turnBack(ctx: Context, way: Way): Promise<void> {
  const { token } = ctx.actor
  if (!token) throw notFound()
  const isAuthor = await isManagedBy(ctx, ctx.sql, way.reportId)
  const tokenHash = await hashMark(ctx, way, isAuthor ? undefined : token)
  if (!(await deleteWalker(ctx.sql, way, tokenHash))) throw notFound()
}

/**
 * How many are on the way to which sighting; of a closed report, nobody.
 * @throws ServiceError not-found for a report the caller may not see, or a wrong token
 */
export async function listWalkers(ctx: Context, reportId: string): Promise<WalkerList> {
  const isAuthor = ctx.actor.token !== undefined
  if (isAuthor) await requireAuthor(ctx, ctx.sql, reportId)
  const status = await findReportStatus(ctx.sql, reportId)
  if (!status || (!isAuthor && !isVisible(status))) throw notFound()
  if (status !== 'active') return { items: [] }
  const rows = await countWalkers(ctx.sql, reportId, wayStart(ctx))
  return {
    items: rows.map((row) => ({
      sightingId: row.sighting_id,
      walkers: row.walkers,
      owner: row.owner,
      lastSetOutAt: row.last_set_out_at.toISOString(),
    })),
  }
}

/** Ends every way to a sighting; nobody sets out to it before the transaction has ended. */
export async function endWays(tx: Tx, way: Way): Promise<void> {
  await lockWay(tx, way)
  await deleteWalkersTo(tx, way)
}

export function forgetWalkers(ctx: Pick<Context, 'clock' | 'sql'>): Promise<void> {
  return deleteWalkersUntil(ctx.sql, wayStart(ctx))
}

/** Of no token: the author's, who is one whatever key they came by. No bearer token has a space. */
function hashMark(
  ctx: Pick<Context, 'keyring'>,
  { reportId }: Way,
  token: string | undefined,
): Promise<Uint8Array> {
  return ctx.keyring.hash('walker-token', token ?? `author ${reportId}`)
}

/** Derived from a key where there is one, so that a repeat after a lost answer is no second person. */
async function makeToken(ctx: Context, { sightingId }: Way, key: string | undefined): Promise<string> {
  return key ? toBase64Url(await ctx.keyring.hash('walker-token', `${sightingId} ${key}`)) : createToken()
}
