import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'

export type RateLimit = { name: string; max: number; windowS: number }

/**
 * Counts one use against the caller's address, in fixed windows shared by all processes.
 * @throws ServiceError too-many-requests with the seconds to wait
 */
export function limitRate(ctx: Context, limit: RateLimit): Promise<void> {
  return limitRateOf(ctx, limit, ctx.actor.address)
}

/**
 * The same against what is used instead of who uses it, so that coming from many addresses is no way round:
 * an address that mail goes to, a report. Only its keyed hash is stored.
 * @throws ServiceError too-many-requests with the seconds to wait
 */
export async function limitRateOf(ctx: Context, limit: RateLimit, subject: string): Promise<void> {
  if (!ctx.config.rateLimits || ctx.actor.address === 'system') return
  const nowS = Math.floor(ctx.clock().getTime() / 1000)
  const startS = nowS - (nowS % limit.windowS)
  const key = await ctx.keyring.hash('rate-limit', `${limit.name} ${subject}`)
  const [row] = await ctx.sql<{ count: number }[]>`
    insert into rate_counts (key_hash, window_start, count)
    values (${key}, ${new Date(startS * 1000)}, 1)
    on conflict (key_hash, window_start)
    do update set count = rate_counts.count + 1
    returning count`
  if (row && row.count > limit.max) {
    throw new ServiceError('too-many-requests', 'Too many of these; please wait a little.', {
      retryAfterS: startS + limit.windowS - nowS,
    })
  }
}
