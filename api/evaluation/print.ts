import type { Evaluation } from './evaluate.ts'
import { CUTS, type RankScores } from './metrics.ts'
import type { RingCoverage, RingCoverages } from './ring-coverage.ts'

const share = (value: number) => value.toFixed(3)
const row = (name: string, cells: readonly string[]) =>
  name.padEnd(28) + cells.map((cell) => cell.padStart(14)).join('')

const scoreCells = ({ recall, mrr }: RankScores) => [
  ...CUTS.map((cut) => share(recall[`${cut}`])),
  share(mrr),
]

function intervalCells({ intervals }: Evaluation): string[] {
  const cell = ([low, high]: readonly [number, number]) => `${share(low)}–${share(high)}`
  return [...CUTS.map((cut) => cell(intervals.recall[`${cut}`])), cell(intervals.mrr)]
}

function rankTable(evaluation: Evaluation): string[] {
  const { scores, withoutTime, baselines } = evaluation
  return [
    row('', [...CUTS.map((cut) => `R@${cut}`), 'MRR']),
    row('Homeward', scoreCells(scores)),
    row('  95 % interval', intervalCells(evaluation)),
    row('  without the time term', scoreCells(withoutTime)),
    row('nearest first', scoreCells(baselines.nearest)),
    row('radius 5 km and points', scoreCells(baselines.radiusPoints)),
  ]
}

function calibrationLines({ calibration }: Evaluation): string[] {
  return [
    row('first candidate', ['lists', 'predicted', 'seen']),
    ...calibration
      .filter((bin) => bin.count > 0)
      .map((bin) =>
        row(`  ${bin.from.toFixed(1)}–${bin.to.toFixed(1)}`, [
          String(bin.count),
          share(bin.predicted),
          share(bin.seen),
        ]),
      ),
  ]
}

const ringShares = (rings: RingCoverage) => `${share(rings[50])}, ${share(rings[75])} and ${share(rings[95])}`

/** The whole report as text, for people. */
export function printEvaluation(atTruePlaces: Evaluation, asShown: Evaluation, rings: RingCoverages): string {
  const { queries, medianCandidates, brier, logLoss, ece, noneOfThese, msPerQuery } = atTruePlaces
  return [
    `${queries} lost reports, each asked for 60 days after its loss; median of ${medianCandidates} candidates`,
    '',
    ...rankTable(atTruePlaces),
    '',
    `Brier score ${share(brier)}, log-loss ${share(logLoss)}, top-1 calibration error ${share(ece)}`,
    `"None of these" gets ${share(noneOfThese)} when it is the truth`,
    '',
    ...calibrationLines(atTruePlaces),
    '',
    'As shown to authors (approximate places of others at their public points)',
    row('Homeward, as shown', scoreCells(asShown.scores)),
    row('  without the time term', scoreCells(asShown.withoutTime)),
    `Brier score ${share(asShown.brier)}, log-loss ${share(asShown.logLoss)}, calibration error ${share(asShown.ece)}`,
    '',
    `Search rings as shown hold ${ringShares(rings.asShown)} of finds (50, 75 and 95 % rings)`,
    `  allowing for the error of the finds' own pins, ${ringShares(rings.allowingForPins)}`,
    `${msPerQuery.p50.toFixed(1)} ms a query at the median, ${msPerQuery.p95.toFixed(1)} ms at the 95th percentile`,
    '',
  ].join('\n')
}

/** The one object of `--json`; its keys are a contract. */
export function toJson(evaluation: Evaluation, rings: RingCoverages) {
  const { queries, medianCandidates, scores, withoutTime, brier, logLoss, ece, noneOfThese } = evaluation
  const { msPerQuery, intervals, baselines } = evaluation
  return {
    queries,
    medianCandidates,
    recall: scores.recall,
    mrr: scores.mrr,
    withoutTime,
    brier,
    logLoss,
    ece,
    noneOfThese,
    msPerQuery,
    ringCoverage: rings.asShown,
    intervals,
    baselines,
  }
}
