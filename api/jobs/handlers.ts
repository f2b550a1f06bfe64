import { offerClosing } from '../animals/service.ts'
import type { Context } from '../context.ts'
import { refreshMatches } from '../matching/refresh.ts'
import { embedOlderPhotos } from '../photos/embed.ts'
import { releasePhotos, sweepPhotos } from '../photos/service.ts'
import { planHousekeeping } from './housekeeping.ts'
import type { JobHandlers } from './run.ts'

/** What each job does. Handlers may run twice: a process can die between the work and its note. */
export const jobHandlers: JobHandlers = {
  'mail.send': (ctx, mail) => ctx.mailer.send(mail),
  'match.refresh': (ctx, { reportId }) => refreshMatches(ctx, reportId),
  'animal.closed': (ctx, { reportId }) => offerClosing(ctx, reportId),
  'photos.release': (ctx, { ids }) => releasePhotos(ctx, ids),
  housekeeping: async (ctx) => {
    await forgetOldEdgeRows(ctx)
    await sweepPhotos(ctx)
    await planHousekeeping(ctx)
    await embedOlderPhotos(ctx)
  },
}

const DAY_MS = 86_400_000

/** Idempotency keys and rate counts are of no use after a day. */
async function forgetOldEdgeRows(ctx: Context): Promise<void> {
  const dayAgo = new Date(ctx.clock().getTime() - DAY_MS)
  await ctx.sql`delete from idempotency_keys where created_at < ${dayAgo}`
  await ctx.sql`delete from rate_counts where window_start < ${dayAgo}`
}
