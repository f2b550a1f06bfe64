import type { Context } from '../context.ts'
import { photoRefused } from './errors.ts'

/** Bodies are held whole: this many, of 15 MB each, is what a flood may cost a process in memory. */
const MAX_AT_ONCE = 24
/** Fewer than all, so that one slow sender can not shut the others out. */
const MAX_AT_ONCE_BY_ADDRESS = 12
/** Where a runtime drops a request without a word, its place comes free after the longest that any may take. */
const HELD_MS = 300_000

type Held = { address: string | undefined; sinceMs: number }

/**
 * Counts the uploads whose body this process reads or works on.
 * @returns how to enter before the body is read, which gives how to leave
 */
export function createUploadGate() {
  const inside = new Set<Held>()

  /** @throws ServiceError unavailable, photos_busy */
  return function enter(ctx: Pick<Context, 'actor' | 'clock' | 'config'>): () => void {
    const held = { address: ctx.actor.address, sinceMs: ctx.clock().getTime() }
    for (const other of inside) {
      if (other.sinceMs <= held.sinceMs - HELD_MS) inside.delete(other)
    }
    const byAddress = [...inside].filter(({ address }) => address === held.address).length
    if (inside.size >= MAX_AT_ONCE || (ctx.config.rateLimits && byAddress >= MAX_AT_ONCE_BY_ADDRESS)) {
      throw photoRefused('photos_busy')
    }
    inside.add(held)
    return () => void inside.delete(held)
  }
}
