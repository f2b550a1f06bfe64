import type { Context } from '../context.ts'
import { enqueueJob } from './queue.ts'

const PERIOD_MS = 3_600_000

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
