import type { Context } from '../context.ts'
import type { Tx } from '../db/connect.ts'
import type { Language, MatchBand, Side } from '../domain/vocabulary.ts'
import { enqueueJob } from '../jobs/queue.ts'
import { mailboxOf, takesMail } from '../mail/mailbox.ts'
import { writeCodedHeadline } from '../reports/coded-headline.ts'
import { toFeature } from '../reports/row.ts'
import { composeMatchMail } from './mails.ts'
import {
  claimTelling,
  claimTellingSame,
  claimTellingSighting,
  findAddressee,
  findNamingKind,
  findOpenReports,
  type PairIds,
} from './queries.ts'
import { composeSightingMail } from './sighting-mail.ts'

type Telling = Pick<Context, 'clock' | 'config' | 'keyring'>

const pageOf = (ctx: Telling, id: string) => `${ctx.config.publicUrl}/reports/${id}`

async function headlineOf(tx: Tx, id: string, language: Language | null): Promise<string | undefined> {
  const [row] = await findOpenReports(tx, [id])
  return row && writeCodedHeadline(toFeature(row), language ?? 'ru')
}

/**
 * Tells one side's author of a likely match by mail, once a pair; not whoever named the other report when posting. Anybody
 * can type an address and post what matches, so past its limit a mailbox hears of no more, and the page shows them all.
 */
export async function tellOfMatch(
  ctx: Telling,
  tx: Tx,
  pair: PairIds,
  side: Side,
  band: MatchBand,
): Promise<void> {
  const naming = await findNamingKind(tx, pair)
  if (naming && side === 'finder') return
  if (naming === 'sighting') return tellOfSighting(ctx, tx, pair)
  const [ownId, otherId] = side === 'lost' ? [pair.lostId, pair.finderId] : [pair.finderId, pair.lostId]
  const author = await findAddressee(tx, ownId)
  if (!author?.email || !(await takesMail(ctx, tx, band === 'chip' ? 'chip' : 'news', author.email))) return
  if (!(await claimTelling(tx, pair, side, ctx.clock()))) return
  const headline = await headlineOf(tx, otherId, author.language)
  const news = { news: 'likely', band, headline, url: pageOf(ctx, otherId), petName: author.name } as const
  await enqueueJob(ctx, tx, {
    type: 'mail.send',
    payload: { ...composeMatchMail(author.email, author.language, news), reportId: ownId },
  })
}

/**
 * Tells an owner that their pet was seen, once a sighting that names it, however like or unlike it may be; not of one that
 * they reported themselves.
 */
export async function tellOfSighting(ctx: Telling, tx: Tx, pair: PairIds): Promise<void> {
  const [row] = await findOpenReports(tx, [pair.finderId])
  const owner = await findAddressee(tx, pair.lostId)
  if (!row || owner?.kind !== 'lost' || !owner.email) return
  const reporter = await findAddressee(tx, pair.finderId)
  if (reporter?.email && mailboxOf(reporter.email) === mailboxOf(owner.email)) return
  if (!(await claimTellingSighting(tx, pair, ctx.clock()))) return
  if (!(await takesMail(ctx, tx, 'sighting', owner.email))) return
  const mail = composeSightingMail({ ...owner, email: owner.email }, toFeature(row), {
    url: `${pageOf(ctx, pair.lostId)}/manage#sightings`,
    now: ctx.clock(),
    timeZone: ctx.config.timeZone,
  })
  await enqueueJob(ctx, tx, { type: 'mail.send', payload: { ...mail, reportId: pair.lostId } })
}

/**
 * Tells the other author that this side's said "the same animal" of the two, once a pair and side; not one who said so
 * first by naming the report.
 */
export async function tellOfSame(ctx: Telling, tx: Tx, pair: PairIds, side: Side): Promise<void> {
  const [ownId, otherId] = side === 'lost' ? [pair.lostId, pair.finderId] : [pair.finderId, pair.lostId]
  if (side === 'lost' && (await findNamingKind(tx, pair))) return
  const author = await findAddressee(tx, otherId)
  if (!author?.email || !(await claimTellingSame(tx, pair, side, ctx.clock()))) return
  if (!(await takesMail(ctx, tx, 'news', author.email))) return
  const headline = await headlineOf(tx, ownId, author.language)
  const news = { news: 'same', headline, url: pageOf(ctx, ownId), petName: author.name } as const
  await enqueueJob(ctx, tx, {
    type: 'mail.send',
    payload: { ...composeMatchMail(author.email, author.language, news), reportId: otherId },
  })
}
