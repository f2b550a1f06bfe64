import type { Context } from '../context.ts'
import { isOpen, sideOf } from '../domain/vocabulary.ts'
import type { GatheredCandidate } from './gather.ts'
import { associate } from './model/associate.ts'
import type { Parameters } from './model/parameters.ts'
import type { RankedMatch } from './model/rank.ts'
import { tableOf } from './model/species.ts'
import { findOwnReport, type OwnReport, savePair } from './queries.ts'
import { rankFor } from './service.ts'
import { tellOfMatch, tellOfSighting } from './tell.ts'

/** Weaker pairs are found again when somebody looks; keeping them would only fill the table. */
const LEAST_KEPT = 0.05
const MOST_KEPT = 20
/** From this on an author is told by mail. */
const LEAST_TOLD = 0.5
/** Counterparts whose own lists are made anew; each costs a query of its own. */
const MOST_REVERSED = 10
/** Below this even a list without rivals would not keep the pair; half of `LEAST_KEPT`, as densities differ by side. */
const LEAST_ALONE = 0.025

/**
 * Matches a new or edited report both ways: what its author is shown, and what the authors of its likely counterparts
 * are shown of it. Running it twice changes nothing.
 */
export async function refreshMatches(ctx: Context, reportId: string): Promise<void> {
  const report = await findOwnReport(ctx.sql, reportId)
  if (report?.status !== 'active') return
  if (report.kind === 'sighting' && report.about_report_id) {
    const pair = { lostId: report.about_report_id, finderId: report.id }
    await ctx.sql.begin((tx) => tellOfSighting(ctx, tx, pair))
  }
  const { matches, parameters } = await rankFor(ctx, ctx.sql, report, 'author')
  const kept = matches
    .filter(({ probability, band }) => probability >= LEAST_KEPT || band === 'chip')
    .slice(0, MOST_KEPT)
  for (const match of kept) await keepMatch(ctx, report, match)
  // A counterpart may have fewer rivals, and its author be surer than this one. Who is told, and who first, is for
  // others to see: so their order follows from the public place alone.
  const seen =
    report.location_privacy === 'exact' ? matches : (await rankFor(ctx, ctx.sql, report, 'stranger')).matches
  const worthAsking = seen.filter((match) => probabilityAlone(match, parameters) >= LEAST_ALONE)
  for (const { candidate } of worthAsking.slice(0, MOST_REVERSED)) {
    const other = await findOwnReport(ctx.sql, candidate.id)
    if (!other || !isOpen(other.status)) continue
    const reverse = await rankFor(ctx, ctx.sql, other, 'author')
    const own = reverse.matches.find((match) => match.candidate.id === reportId)
    if (own && own.probability >= LEAST_KEPT) await keepMatch(ctx, other, own)
  }
}

/** What the pair would be given without any rival: no list can give it more. */
function probabilityAlone(
  { candidate, logRatio }: RankedMatch,
  { registered, calibration }: Parameters,
): number {
  return associate([logRatio], registered[tableOf(candidate.species)], calibration).probabilities[0] ?? 0
}

async function keepMatch(
  ctx: Context,
  report: OwnReport,
  { candidate, probability, band }: RankedMatch<GatheredCandidate>,
): Promise<void> {
  const side = sideOf(report.kind)
  const pair =
    side === 'lost'
      ? { lostId: report.id, finderId: candidate.id }
      : { lostId: candidate.id, finderId: report.id }
  await ctx.sql.begin(async (tx) => {
    const untold = await savePair(tx, pair, { side, probability, at: ctx.clock() })
    if (untold && probability >= LEAST_TOLD) await tellOfMatch(ctx, tx, pair, side, band)
  })
}
