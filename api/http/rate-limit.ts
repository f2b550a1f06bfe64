import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { ServiceError } from '../errors.ts'

export type RateLimit = { name: string; max: number; windowS: number }

/**
 * Counts one use against the caller's address, in fixed windows shared by all processes.
 * @throws ServiceError too-many-requests with the seconds to wait
 */
export async function limitRate(ctx: Context, limit: RateLimit): Promise<void> {
  if (ctx.actor.address !== undefined) await limitRateOf(ctx, limit, ctx.actor.address)
}

/**
 * The same against what is used instead of who uses it, so that coming from many addresses is no way round:
 * an address that mail goes to, a report. Only its keyed hash is stored.
 * @throws ServiceError too-many-requests with the seconds to wait
 */
export async function limitRateOf(ctx: Context, limit: RateLimit, subject: string): Promise<void> {
  const retryAfterS = await countUse(ctx, ctx.sql, limit, subject)
  if (retryAfterS === undefined) return
  throw new ServiceError('too-many-requests', 'Too many of these; please wait a little.', { retryAfterS })
}

/** Counts one use, for whoever has something better to do than to refuse when it is one too many. */
export async function isWithinRate(
  ctx: Counting,
  db: Db,
  limit: RateLimit,
  subject: string,
): Promise<boolean> {
  return (await countUse(ctx, db, limit, subject)) === undefined
}

type Counting = Pick<Context, 'clock' | 'config' | 'keyring'>

/** @returns undefined within the limit, else the seconds until the window ends */
async function countUse(
  ctx: Counting,
  db: Db,
  limit: RateLimit,
  subject: string,
): Promise<number | undefined> {
  if (!ctx.config.rateLimits) return undefined
  const nowS = Math.floor(ctx.clock().getTime() / 1000)
  const startS = nowS - (nowS % limit.windowS)
  const key = await ctx.keyring.hash('rate-limit', `${limit.name} ${subject}`)
  const [row] = await db<{ count: number }[]>`
    insert into rate_counts (key_hash, window_start, count)
    values (${key}, ${new Date(startS * 1000)}, 1)
    on conflict (key_hash, window_start)
    do update set count = rate_counts.count + 1
    returning count`
  return row && row.count > limit.max ? startS + limit.windowS - nowS : undefined
}
