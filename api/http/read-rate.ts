import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { RateLimit } from './rate-limit.ts'

/** Callers remembered at once; a flood of addresses costs their counts, not the memory. */
const MOST_CALLERS = 50_000

/** What each caller read lately. */
export type ReadCounts = {
  /** @returns how often `key` was counted since the window began, this time included */
  add: (key: string, windowStartS: number) => number
}

/** Counts in the memory of one process: a read must cost no write, and may be answered by a replica that takes none. */
export function createReadCounts(): ReadCounts {
  const counts = new Map<string, { windowStartS: number; count: number }>()
  return {
    add: (key, windowStartS) => {
      const known = counts.get(key)
      if (!known && counts.size >= MOST_CALLERS) counts.clear()
      const count = known?.windowStartS === windowStartS ? known.count + 1 : 1
      counts.set(key, { windowStartS, count })
      return count
    },
  }
}

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
