import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { isOpen, type Resolution, sideOf, type Verdict } from '../domain/vocabulary.ts'
import { notFound } from '../errors.ts'
import { limitRate } from '../http/rate-limit.ts'
import { enqueueMatchRefresh } from '../jobs/queue.ts'
import { requireAuthor } from '../reports/author.ts'
import { toFeature } from '../reports/row.ts'
import { findTruePlace } from '../reports/true-place.ts'
import { endWays } from '../walkers/service.ts'
import { type GatheredCandidate, gatherCandidates } from './gather.ts'
import { defaultParameters, type Parameters } from './model/parameters.ts'
import { type Ranking, rankCandidates } from './model/rank.ts'
import { type InForce, readParameters, regionOf } from './parameters-in-force.ts'
import {
  changeOutcome,
  findOpenReports,
  findOwnReport,
  findVerdicts,
  insertOutcome,
  type OwnReport,
  type PairIds,
  saveVerdict,
} from './queries.ts'
import { publicPlace, toSubject, truePlace } from './row.ts'
import type { JudgedMatch, MatchList } from './schema.ts'
import { tellOfSame } from './tell.ts'

const READ_LIMIT = { name: 'match.read', max: 120, windowS: 600 }
const JUDGE_LIMIT = { name: 'match.judge', max: 60, windowS: 600 }
const DEFAULT_LIMIT = 30

/**
 * Who reads a ranking decides what it is made from. The asker of a preview knows their own true place as an author
 * does, but has published nothing, so of numbers they learn no more than a stranger.
 */
export type Reader = 'author' | 'asker' | 'stranger'

/**
 * A report's counterparts, most probable first. Everything is computed from the others' public places, and from the
 * report's own true place only for its author.
 * @throws ServiceError not-found for a report that is not there, or not the token's
 */
export async function listMatches(ctx: Context, id: string, limit = DEFAULT_LIMIT): Promise<MatchList> {
  const reader: Reader = ctx.actor.token === undefined ? 'stranger' : 'author'
  if (reader === 'author') await requireAuthor(ctx, ctx.sql, id)
  const report = await findOwnReport(ctx.sql, id, { publicOnly: reader === 'stranger' })
  if (!report) throw notFound()
  if (!isOpen(report.status)) return { items: [], noneOfThese: 1, calibrated: false }
  await limitRate(ctx, READ_LIMIT)
  const { matches, calibrated } = await rankFor(ctx, ctx.sql, report, reader)
  const verdicts = reader === 'author' ? await findVerdicts(ctx.sql, id, sideOf(report.kind)) : []
  const states = new Map(verdicts.map((row) => [row.other_id, row.verdict]))
  return { ...(await showMatches(ctx.sql, matches.slice(0, limit), states)), calibrated }
}

/** The wire form of ranked counterparts; one that was closed in the meantime is left out. */
export async function showMatches(
  db: Db,
  top: Ranking<GatheredCandidate>['matches'],
  states: ReadonlyMap<string, Verdict>,
): Promise<Omit<MatchList, 'calibrated'>> {
  const ids = top.map(({ candidate }) => candidate.id)
  const features = new Map((await findOpenReports(db, ids)).map((row) => [row.id, toFeature(row)]))
  const items = top.flatMap(({ candidate, probability, band, reasons }) => {
    const feature = features.get(candidate.id)
    const verdict = states.get(candidate.id)
    const state = verdict === 'same' || verdict === 'unsure' ? verdict : ('new' as const)
    return feature ? [{ report: feature, probability, band, reasons, state }] : []
  })
  const shown = items.reduce((sum, item) => sum + item.probability, 0)
  return { items, noneOfThese: Math.max(0, 1 - shown) }
}

/** Ranks a report's counterparts as its reader may see them. */
export async function rankFor(
  ctx: Pick<Context, 'clock'>,
  db: Db,
  report: OwnReport,
  reader: Reader,
): Promise<Ranking<GatheredCandidate> & InForce> {
  const { parameters, calibrated } = await readParameters(db, report)
  return { ...(await rankUnder(ctx, db, report, reader, parameters)), parameters, calibrated }
}

async function rankUnder(
  ctx: Pick<Context, 'clock'>,
  db: Db,
  report: OwnReport,
  reader: Reader,
  parameters: Parameters,
): Promise<Ranking<GatheredCandidate>> {
  const viewer = toSubject(report, await placeFor(db, report, reader, parameters))
  const gathered = await gatherCandidates(db, viewer, parameters, {
    until: ctx.clock(),
    nearChips: reader !== 'asker',
  })
  const visible = reader === 'author' ? gathered : gathered.map((each) => hideNumbers(each, reader))
  return rankCandidates(viewer, visible, parameters)
}

async function placeFor(db: Db, report: OwnReport, reader: Reader, parameters: Parameters) {
  const own = reader !== 'stranger' ? await findTruePlace(db, report.id) : undefined
  return own ? truePlace(own, parameters) : publicPlace(report, parameters)
}

/**
 * Strangers learn that two numbers agree, and not what else is on file. Askers put in what number they like, so
 * "near" would lead them to the true one digit by digit.
 */
function hideNumbers(candidate: GatheredCandidate, reader: Reader): GatheredCandidate {
  const told = reader === 'asker' ? ['equal'] : ['equal', 'near']
  const chip = candidate.chip && told.includes(candidate.chip) ? candidate.chip : undefined
  const brand = candidate.brand === 'same' ? candidate.brand : undefined
  return { ...candidate, chip, brand }
}

/**
 * Keeps an author's verdict for good. "Different" takes the pair out of both lists and ends the ways to a sighting,
 * "same" proposes to close the report. A pair that was ranked leaves its evidence, as it stood under the published values, to calibration, and the
 * other side is told of "same", once. Of a pair that no list had, neither: else anybody could have anybody mailed.
 * @throws ServiceError not-found unless the caller manages the report and the other is one it could match
 */
export async function judgeMatch(
  ctx: Context,
  id: string,
  otherId: string,
  verdict: Verdict,
): Promise<JudgedMatch> {
  await requireAuthor(ctx, ctx.sql, id)
  await limitRate(ctx, JUDGE_LIMIT)
  const report = await findOwnReport(ctx.sql, id)
  const other = await findOwnReport(ctx.sql, otherId, { publicOnly: true })
  if (!report || !other || !areCounterparts(report, other)) throw notFound()
  const side = sideOf(report.kind)
  const pair: PairIds =
    side === 'lost' ? { lostId: id, finderId: otherId } : { lostId: otherId, finderId: id }
  const { matches } = await rankUnder(ctx, ctx.sql, report, 'author', defaultParameters)
  const match = matches.find(({ candidate }) => candidate.id === otherId)
  await ctx.sql.begin(async (tx) => {
    const at = ctx.clock()
    if (side === 'lost' && verdict === 'different') {
      await endWays(tx, { reportId: id, sightingId: otherId })
    }
    const outcomeId = await saveVerdict(tx, pair, { side, verdict, at })
    if (outcomeId) {
      await changeOutcome(tx, outcomeId, { verdict, at })
    } else if (match) {
      const { reasons, probability } = match
      const region = regionOf(report.match_cell)
      const { species } = report
      await insertOutcome(tx, pair, { species, region, side, verdict, reasons, probability, at })
    }
    // What was once judged "different" is in no list any more, but was when it was judged.
    const wasRanked = match !== undefined || outcomeId !== null
    if (verdict === 'same' && wasRanked) await tellOfSame(ctx, tx, pair, side)
    await enqueueMatchRefresh(ctx, tx, id)
  })
  ctx.wakeJobs()
  const proposal = verdict === 'same' ? proposeClosing(report, other) : undefined
  return { verdict, ...(proposal ? { proposal } : {}) }
}

const areCounterparts = (one: OwnReport, other: OwnReport) =>
  one.species === other.species && sideOf(one.kind) !== sideOf(other.kind)

/** How the report would be closed; a sighting alone brings nobody home. */
function proposeClosing(report: OwnReport, other: OwnReport): JudgedMatch['proposal'] {
  const finder = report.kind === 'lost' ? other.kind : report.kind
  const resolution: Partial<Record<typeof finder, Resolution>> = {
    found: 'returned_by_finder',
    shelter_intake: 'returned_by_shelter',
    found_deceased: 'found_deceased',
  }
  const fitting = resolution[finder]
  return fitting && { action: 'resolve', reportId: report.id, resolution: fitting }
}
