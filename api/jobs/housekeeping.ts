import type { Context } from '../context.ts'
import { enqueueJob } from './queue.ts'

const PERIOD_MS = 3_600_000
const DAY_MS = 86_400_000

/** A phone keeps what it could not send until it can; its repeat must not become a second report. */
const KEY_DAYS = 60
/** No window of a rate limit is longer. */
const RATE_DAYS = 1
/** Long enough for somebody to look why; their payloads name people. */
const FAILED_JOB_DAYS = 7

/** Sees to it that housekeeping waits for its hour: once an hour however often and by whomever this is called. */
export async function planHousekeeping(ctx: Pick<Context, 'clock' | 'sql'>): Promise<void> {
  const nextHour = new Date((Math.floor(ctx.clock().getTime() / PERIOD_MS) + 1) * PERIOD_MS)
  await enqueueJob(
    ctx,
    ctx.sql,
    { type: 'housekeeping', payload: {} },
    { dedupeKey: 'hourly', runAt: nextHour },
  )
}

/** Drops what nothing asks for any more. */
export async function forgetOldRows(ctx: Pick<Context, 'clock' | 'sql'>): Promise<void> {
  const ago = (days: number) => new Date(ctx.clock().getTime() - days * DAY_MS)
  await ctx.sql`delete from idempotency_keys where created_at < ${ago(KEY_DAYS)}`
  await ctx.sql`delete from rate_counts where window_start < ${ago(RATE_DAYS)}`
  await ctx.sql`delete from jobs where failed_at < ${ago(FAILED_JOB_DAYS)}`
}
