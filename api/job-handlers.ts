import { offerClosing } from './animals/service.ts'
import { forgetOldRows, planHousekeeping } from './jobs/housekeeping.ts'
import type { JobHandlers } from './jobs/run.ts'
import { refreshMatches } from './matching/refresh.ts'
import { embedOlderPhotos } from './photos/embed.ts'
import { releasePhotos } from './photos/service.ts'
import { sweepPhotos } from './photos/sweep.ts'
import { lapseReports } from './reports/lapse.ts'
import { sendManageLink } from './reports/manage-link.ts'
import { forgetWalkers } from './walkers/service.ts'

/** What each job does. Handlers may run twice: a process can die between the work and its note. */
export const jobHandlers: JobHandlers = {
  'mail.send': (ctx, { reportId: _, ...mail }) => ctx.mailer.send(mail),
  'mail.manage-link': (ctx, { reportId }) => sendManageLink(ctx, reportId),
  'match.refresh': (ctx, { reportId }) => refreshMatches(ctx, reportId),
  'animal.closed': (ctx, { reportId }) => offerClosing(ctx, reportId),
  'photos.release': (ctx, { ids }) => releasePhotos(ctx, ids),
  housekeeping: async (ctx) => {
    // First, so that the next hour comes also when one of the others throws.
    await planHousekeeping(ctx)
    await forgetOldRows(ctx)
    await forgetWalkers(ctx)
    await lapseReports(ctx)
    await sweepPhotos(ctx)
    await embedOlderPhotos(ctx)
  },
}
