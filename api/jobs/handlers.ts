import { offerClosing } from '../animals/service.ts'
import type { Context } from '../context.ts'
import { refreshMatches } from '../matching/refresh.ts'
import { embedOlderPhotos } from '../photos/embed.ts'
import { releasePhotos, sweepPhotos } from '../photos/service.ts'
import { planHousekeeping } from './housekeeping.ts'
import type { JobHandlers } from './run.ts'

/** What each job does. Handlers may run twice: a process can die between the work and its note. */
export const jobHandlers: JobHandlers = {
  'mail.send': (ctx, { reportId: _, ...mail }) => ctx.mailer.send(mail),
  'match.refresh': (ctx, { reportId }) => refreshMatches(ctx, reportId),
  'animal.closed': (ctx, { reportId }) => offerClosing(ctx, reportId),
  'photos.release': (ctx, { ids }) => releasePhotos(ctx, ids),
  housekeeping: async (ctx) => {
    // First, so that the next hour comes also when one of the others throws.
    await planHousekeeping(ctx)
    await forgetOldRows(ctx)
    await sweepPhotos(ctx)
    await embedOlderPhotos(ctx)
  },
}

const DAY_MS = 86_400_000

/** A phone keeps what it could not send until it can; its repeat must not become a second report. */
const KEY_DAYS = 60
/** No window of a rate limit is longer. */
const RATE_DAYS = 1
/** Long enough for somebody to look why; their payloads name people. */
const FAILED_JOB_DAYS = 7

async function forgetOldRows(ctx: Context): Promise<void> {
  const ago = (days: number) => new Date(ctx.clock().getTime() - days * DAY_MS)
  await ctx.sql`delete from idempotency_keys where created_at < ${ago(KEY_DAYS)}`
  await ctx.sql`delete from rate_counts where window_start < ${ago(RATE_DAYS)}`
  await ctx.sql`delete from jobs where failed_at < ${ago(FAILED_JOB_DAYS)}`
}
