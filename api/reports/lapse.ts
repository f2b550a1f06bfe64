import type { Context } from '../context.ts'
import { toBase64Url } from '../crypto.ts'
import type { Kind } from '../domain/vocabulary.ts'
import { notFound } from '../errors.ts'
import { limitRate } from '../http/rate-limit.ts'
import { enqueueJob, enqueueMatchRefresh } from '../jobs/queue.ts'
import { takesMail } from '../mail/mailbox.ts'
import { requireAuthor } from './author.ts'
import { composeKeepMail } from './lapse-mail.ts'
import { findPublicReport } from './queries.ts'
import { toFeature } from './row.ts'
import type { ReportFeature } from './schema.ts'
import { claimQuestions, expireUntouched, findAskedAt, keepReportRow } from './untouched.ts'

const DAY_MS = 86_400_000

/** How long a report stays that nobody touches. What a shelter has taken in stays until the shelter says otherwise. */
export const LAPSE_DAYS = {
  lost: 365,
  found: 90,
  sighting: 90,
  found_deceased: 90,
} as const satisfies Partial<Record<Kind, number>>

/** Authors with an address are asked so long before, and have at least so long to answer. */
export const NOTICE_DAYS = 14

/** A run of housekeeping. */
const MOST_ASKED = 200
const MOST_EXPIRED = 2_000

const KEEP_LIMIT = { name: 'report.keep', max: 60, windowS: 600 }

/** Asks authors whether their report is still wanted, and takes off lists and map what nobody answered for. */
export async function lapseReports(ctx: Context): Promise<void> {
  const now = ctx.clock()
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  for (const [kind, days] of Object.entries(LAPSE_DAYS) as [Kind, number][]) {
    await ctx.sql.begin(async (tx) => {
      const asked = await claimQuestions(
        tx,
        { kind, untouchedSince: ago(days - NOTICE_DAYS), limit: MOST_ASKED },
        now,
      )
      for (const author of asked) {
        if (!(await takesMail(ctx, tx, 'keep', author.email))) continue
        const token = await makeKeepToken(ctx, author.id, now)
        const page = `${ctx.config.publicUrl}/reports/${author.id}`
        const mail = composeKeepMail(author, { keepUrl: `${page}/keep#${token}`, noticeDays: NOTICE_DAYS })
        await enqueueJob(ctx, tx, { type: 'mail.send', payload: { ...mail, reportId: author.id } })
      }
    })
    const lapse = { kind, untouchedSince: ago(days), limit: MOST_EXPIRED }
    await expireUntouched(ctx.sql, lapse, ago(NOTICE_DAYS))
  }
}

/**
 * Keeps a report for another term, or brings it back, by its manage token or by the key of the mail that asked.
 * @returns the public view: whoever has the mail need not be the author
 * @throws ServiceError not-found, too-many-requests
 */
export async function keepReport(ctx: Context, id: string): Promise<ReportFeature> {
  await limitRate(ctx, KEEP_LIMIT)
  await requireKeeper(ctx, id)
  await ctx.sql.begin(async (tx) => {
    await keepReportRow(tx, id, ctx.clock())
    await enqueueMatchRefresh(ctx, tx, id)
  })
  ctx.wakeJobs()
  const row = await findPublicReport(ctx.sql, id)
  if (!row) throw notFound()
  return toFeature(row)
}

async function requireKeeper(ctx: Context, id: string): Promise<void> {
  const askedAt = await findAskedAt(ctx.sql, id)
  if (askedAt && ctx.actor.token === (await makeKeepToken(ctx, id, askedAt))) return
  await requireAuthor(ctx, ctx.sql, id)
}

/** Derived, not stored: opens nothing but this, and no longer than until the next question. */
async function makeKeepToken(ctx: Pick<Context, 'keyring'>, id: string, askedAt: Date): Promise<string> {
  return toBase64Url(await ctx.keyring.hash('keep-token', `${id} ${askedAt.toISOString()}`))
}
