import type { Context } from '../context.ts'
import type { Tx } from '../db/connect.ts'
import { notFound } from '../errors.ts'
import { limitRate } from '../http/rate-limit.ts'
import type { ReportBody } from '../reports/schema.ts'
import { storeUnpublished } from '../reports/service.ts'
import { findOwnReport } from './queries.ts'
import type { MatchList } from './schema.ts'
import { rankFor, showMatches } from './service.ts'

const PREVIEW_LIMIT = { name: 'match.preview', max: 60, windowS: 600 }
/** Whoever guesses chip and brand numbers gets this far; who has one animal in hand needs fewer. */
const NUMBER_LIMIT = { name: 'match.preview-number', max: 10, windowS: 3600 }
const SHOWN = 12

/**
 * The counterparts that a report would have, before anything is published: a finder who sees the owner's post need
 * not post at all. The report is written, ranked by the one path that ranks all, and taken back with its transaction.
 * @throws ServiceError too-many-requests, sooner for a body with a chip or brand number
 */
export async function previewMatches(ctx: Context, body: ReportBody): Promise<MatchList> {
  await limitRate(ctx, PREVIEW_LIMIT)
  if (carriesNumber(body)) await limitRate(ctx, NUMBER_LIMIT)
  return takeBack(ctx, async (tx) => {
    const report = await findOwnReport(tx, await storeUnpublished(ctx, tx, body))
    if (!report) throw notFound()
    const { matches, calibrated } = await rankFor(ctx, tx, report, 'asker')
    return { ...(await showMatches(tx, matches.slice(0, SHOWN), new Map())), calibrated }
  })
}

const carriesNumber = ({ microchip, brand }: ReportBody) =>
  (microchip !== undefined && microchip !== 'none') || brand !== undefined

/** Runs work in a transaction that is always rolled back. */
async function takeBack<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  const done = new TakenBack<T>()
  try {
    await ctx.sql.begin(async (tx) => {
      done.result = await work(tx)
      throw done
    })
  } catch (error) {
    if (error !== done) throw error
  }
  return done.result as T
}

class TakenBack<T> extends Error {
  result: T | undefined
}
