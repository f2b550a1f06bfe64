import { associate } from '../matching/model/associate.ts'
import type { Parameters } from '../matching/model/parameters.ts'
import { type Ranking, rankCandidates } from '../matching/model/rank.ts'
import { tableOf } from '../matching/model/species.ts'
import { type Baseline, nearestFirst, radiusPoints } from './baselines.ts'
import type { EvalQuery } from './collect.ts'
import {
  bootstrapRanks,
  brierScore,
  type CalibrationBin,
  calibrationError,
  calibrationTable,
  type ListOutcome,
  logLoss,
  meanOf,
  quantile,
  type RankIntervals,
  type RankScores,
  rankOfTruth,
  scoreRanks,
} from './metrics.ts'

export type Miss = { query: EvalQuery; rank: number; ranking: Ranking }

export type Evaluation = {
  queries: number
  medianCandidates: number
  /** Of lost reports that have a true one, in the order of the queries. */
  ranks: number[]
  untimedRanks: number[]
  baselineRanks: { nearest: number[]; radiusPoints: number[] }
  scores: RankScores
  intervals: RankIntervals
  withoutTime: RankScores
  brier: number
  logLoss: number
  ece: number
  calibration: CalibrationBin[]
  noneOfThese: number
  msPerQuery: { p50: number; p95: number }
  baselines: { nearest: RankScores; radiusPoints: RankScores }
  /** Worst first. */
  misses: Miss[]
}

export type PlaceView = 'candidates' | 'shown'

const rankQuery = (query: EvalQuery, view: PlaceView, parameters: Parameters, withoutTime = false) =>
  rankCandidates(query.viewer, query[view], parameters, { withoutTime })

const withoutTruth = (query: EvalQuery, view: PlaceView): EvalQuery => ({
  ...query,
  [view]: query[view].filter((candidate) => !query.trueIds.has(candidate.id)),
})

const toOutcome = (query: EvalQuery, ranking: Ranking): ListOutcome => ({
  candidates: ranking.matches.map(({ candidate, probability }) => ({
    probability,
    isTrue: query.trueIds.has(candidate.id),
  })),
  noneOfThese: ranking.noneOfThese,
})

const rankIn = (query: EvalQuery, ranking: Ranking): number =>
  rankOfTruth(
    ranking.matches.map(({ candidate, logRatio }) => ({
      score: logRatio,
      isTrue: query.trueIds.has(candidate.id),
    })),
  )

const baselineRank = (query: EvalQuery, view: PlaceView, baseline: Baseline): number =>
  rankOfTruth(
    query[view].flatMap((candidate) => {
      const score = baseline(query.viewer, candidate)
      return score === undefined ? [] : [{ score, isTrue: query.trueIds.has(candidate.id) }]
    }),
  )

/**
 * The whole protocol over collected queries: each list once as it is and once with its true one taken out. Recall is
 * over the lost reports that have a true one; calibration over all.
 */
export function evaluate(
  queries: readonly EvalQuery[],
  parameters: Parameters,
  view: PlaceView = 'candidates',
): Evaluation {
  const paired = queries.filter((query) => query.trueIds.size > 0)
  const asIs = queries.map((query) => ({ query, ranking: rankQuery(query, view, parameters) }))
  const removed = queries.map((query) => {
    const without = withoutTruth(query, view)
    return toOutcome(without, rankQuery(without, view, parameters))
  })
  const found = asIs
    .filter(({ query }) => query.trueIds.size > 0)
    .map(({ query, ranking }) => ({ query, ranking, rank: rankIn(query, ranking) }))
  const ranks = found.map(({ rank }) => rank)
  const lists = [...asIs.map(({ query, ranking }) => toOutcome(query, ranking)), ...removed]
  const calibration = calibrationTable(lists)
  const untimedRanks = paired.map((query) => rankIn(query, rankQuery(query, view, parameters, true)))
  const ms = queries.map((query) => query.ms).sort((one, other) => one - other)
  const counts = queries.map((query) => query[view].length).sort((one, other) => one - other)
  const ranksOf = (baseline: Baseline) => paired.map((query) => baselineRank(query, view, baseline))
  const baselineRanks = { nearest: ranksOf(nearestFirst), radiusPoints: ranksOf(radiusPoints) }
  return {
    queries: queries.length,
    medianCandidates: quantile(counts, 0.5),
    ranks,
    untimedRanks,
    baselineRanks,
    scores: scoreRanks(ranks),
    intervals: bootstrapRanks(ranks),
    withoutTime: scoreRanks(untimedRanks),
    brier: meanOf(lists.map(brierScore)),
    logLoss: meanOf(lists.map(logLoss)),
    ece: calibrationError(calibration),
    calibration,
    noneOfThese: meanOf(removed.map((list) => list.noneOfThese)),
    msPerQuery: { p50: quantile(ms, 0.5), p95: quantile(ms, 0.95) },
    baselines: {
      nearest: scoreRanks(baselineRanks.nearest),
      radiusPoints: scoreRanks(baselineRanks.radiusPoints),
    },
    misses: found.filter(({ rank }) => rank > 1).sort((one, other) => other.rank - one.rank),
  }
}

/**
 * Mean log-loss over both runs: what a fit minimises. Scores each list once, and takes the true one out of the shares
 * only; what unrelated animals look like then still counts it among hundreds.
 */
export function evaluateLogLoss(queries: readonly EvalQuery[], parameters: Parameters): number {
  const losses = queries.flatMap((query) => {
    const { matches } = rankQuery(query, 'candidates', parameters)
    const rest = matches.filter(({ candidate }) => !query.trueIds.has(candidate.id))
    return [matches, rest].map((list) => {
      const { probabilities, noneOfThese } = associate(
        list.map(({ logRatio }) => logRatio),
        parameters.registered[tableOf(query.viewer.species)],
        parameters.calibration,
      )
      const candidates = list.map(({ candidate }, at) => ({
        probability: probabilities[at]!,
        isTrue: query.trueIds.has(candidate.id),
      }))
      return logLoss({ candidates, noneOfThese })
    })
  })
  return meanOf(losses)
}
