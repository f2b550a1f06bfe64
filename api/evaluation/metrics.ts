/** Pure measures of ranked lists. */

export const CUTS = [1, 5, 10, 20] as const

export type Recall = Record<`${(typeof CUTS)[number]}`, number>
export type RankScores = { recall: Recall; mrr: number }
export type Interval = [low: number, high: number]
export type RankIntervals = { recall: Record<keyof Recall, Interval>; mrr: Interval }

/**
 * Rank of the best true one among scores, 1 at the top; equal scores share their mean rank.
 * @returns Infinity when none is among them
 */
export function rankOfTruth(scores: readonly { score: number; isTrue: boolean }[]): number {
  const best = Math.max(...scores.filter((entry) => entry.isTrue).map((entry) => entry.score))
  if (!Number.isFinite(best)) return Number.POSITIVE_INFINITY
  const isTied = (score: number) => Math.abs(score - best) <= 1e-9
  const above = scores.filter(({ score }) => score > best && !isTied(score)).length
  const tied = scores.filter(({ score }) => isTied(score)).length
  return above + (tied + 1) / 2
}

const share = (values: readonly number[], test: (value: number) => boolean) =>
  values.length === 0 ? 0 : values.filter(test).length / values.length

export const meanOf = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

export function scoreRanks(ranks: readonly number[]): RankScores {
  const recall = Object.fromEntries(CUTS.map((cut) => [cut, share(ranks, (rank) => rank <= cut)]))
  return { recall: recall as Recall, mrr: meanOf(ranks.map((rank) => 1 / rank)) }
}

const ROUNDS = 2000
const SEED = 20_260

/** Percentile bootstrap of a mean over queries, 95 %; the same every time. */
function bootstrapMean(values: readonly number[]): Interval {
  const random = mulberry32(SEED)
  const drawn = Array.from({ length: ROUNDS }, () =>
    meanOf(values.map(() => values[Math.floor(random() * values.length)] as number)),
  ).sort((one, other) => one - other)
  return [quantile(drawn, 0.025), quantile(drawn, 0.975)]
}

export const bootstrapRecall = (ranks: readonly number[], cut: number): Interval =>
  bootstrapMean(ranks.map((rank) => (rank <= cut ? 1 : 0)))

export function bootstrapRanks(ranks: readonly number[]): RankIntervals {
  const recall = Object.fromEntries(CUTS.map((cut) => [cut, bootstrapRecall(ranks, cut)]))
  return { recall: recall as RankIntervals['recall'], mrr: bootstrapMean(ranks.map((rank) => 1 / rank)) }
}

/** Of values in rising order, by linear interpolation; 0 of none. */
export function quantile(sorted: readonly number[], at: number): number {
  const place = at * (sorted.length - 1)
  const low = sorted[Math.floor(place)] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return low + (high - low) * (place - Math.floor(place))
}

/** A small generator of our own, because an evaluation must give the same numbers twice (Tommy Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One list's probabilities and what was true of it. */
export type ListOutcome = {
  /** Probability of each candidate and whether it was a true one, most probable first. */
  candidates: readonly { probability: number; isTrue: boolean }[]
  noneOfThese: number
}

/** Sum of squared errors over candidates and "none"; several true ones share the truth evenly. */
export function brierScore({ candidates, noneOfThese }: ListOutcome): number {
  const trueCount = candidates.filter((candidate) => candidate.isTrue).length
  const none = (noneOfThese - (trueCount === 0 ? 1 : 0)) ** 2
  return candidates.reduce(
    (sum, { probability, isTrue }) => sum + (probability - (isTrue ? 1 / trueCount : 0)) ** 2,
    none,
  )
}

/** −ln of what the truth was given: the true ones together, or "none of these". */
export function logLoss({ candidates, noneOfThese }: ListOutcome): number {
  const given = candidates.filter((candidate) => candidate.isTrue)
  const probability =
    given.length === 0 ? noneOfThese : given.reduce((sum, candidate) => sum + candidate.probability, 0)
  return 0 - Math.log(Math.max(probability, 1e-12))
}

export type CalibrationBin = { from: number; to: number; count: number; predicted: number; seen: number }

const BINS = 10

/** The first candidate's probability, and the share of true ones among all that are as probable: a tie is nobody's luck. */
function topOf({ candidates }: ListOutcome): { probability: number; share: number }[] {
  const [first] = candidates
  if (!first) return []
  const tied = candidates.filter(
    ({ probability }) => first.probability - probability <= 1e-9 * first.probability,
  )
  return [{ probability: first.probability, share: meanOf(tied.map(({ isTrue }) => (isTrue ? 1 : 0))) }]
}

/** Ten bins of the first candidate's probability: what was predicted, and how often it was a true one. */
export function calibrationTable(lists: readonly ListOutcome[]): CalibrationBin[] {
  const tops = lists.flatMap(topOf)
  return Array.from({ length: BINS }, (_, at) => {
    const inside = tops.filter(({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === at)
    return {
      from: at / BINS,
      to: (at + 1) / BINS,
      count: inside.length,
      predicted: meanOf(inside.map((top) => top.probability)),
      seen: meanOf(inside.map((top) => top.share)),
    }
  })
}

/** Mean absolute difference of predicted and seen, weighted by the bins' counts. */
export function calibrationError(table: readonly CalibrationBin[]): number {
  const count = table.reduce((sum, bin) => sum + bin.count, 0)
  if (count === 0) return 0
  return table.reduce((sum, bin) => sum + bin.count * Math.abs(bin.predicted - bin.seen), 0) / count
}
