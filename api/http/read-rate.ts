import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { RateLimit } from './rate-limit.ts'

/**
 * Counts one read against the caller's address, in fixed windows of this process.
 * @throws ServiceError too-many-requests with the seconds to wait
 */
export function limitReads({ actor, config, clock, readCounts }: Context, limit: RateLimit): void {
  if (!config.rateLimits || actor.address === undefined) return
  const nowS = Math.floor(clock().getTime() / 1000)
  const startS = nowS - (nowS % limit.windowS)
  if (readCounts.add(`${limit.name} ${actor.address}`, startS) <= limit.max) return
  const retryAfterS = startS + limit.windowS - nowS
  throw new ServiceError('too-many-requests', 'Too many of these; please wait a little.', { retryAfterS })
}
