import {
  type LikelihoodTable,
  PHOTO_DISTANCES,
  type PhotoDistance,
  similarityOf,
} from '../features/compare-photos.ts'

/** Two photos as comparePhotos sees them, and whether they show one animal. */
export type LabelledPair = { distances: Record<PhotoDistance, number>; same: boolean }

const ROUNDS = 4000
const RATE = 0.5
const PENALTY = 0.0003
const POINTS = 12

export type FitOptions = {
  /** log ratios are multiplied by this, 0–1: what was fitted on is not what will be seen */
  trust: number
}

/** Weights by logistic regression, then ratios by similarity: monotone, shrunk towards 1. */
export function fitLikelihood(pairs: readonly LabelledPair[], { trust }: FitOptions): LikelihoodTable {
  const { bias, weights } = fitWeights(pairs)
  const scored = pairs
    .map(({ distances, same }) => ({ similarity: similarityOf(distances, { bias, weights }), same }))
    .sort((one, other) => one.similarity - other.similarity)
  return { bias, weights, points: fitPoints(scored, trust) }
}

/** Mean log-loss in nats of telling same from different at even odds; ln 2 ≈ .693 is a coin. */
export function logLoss(ratios: readonly { ratio: number; same: boolean }[]): number {
  const loss = (same: boolean) => {
    const chosen = ratios.filter((pair) => pair.same === same)
    return chosen.reduce((sum, { ratio }) => sum + Math.log1p(same ? 1 / ratio : ratio), 0) / chosen.length
  }
  return (loss(true) + loss(false)) / 2
}

/** Projected gradient descent: a distance never speaks for sameness, so no weight falls below 0. */
function fitWeights(pairs: readonly LabelledPair[]): Pick<LikelihoodTable, 'bias' | 'weights'> {
  const weights = Object.fromEntries(PHOTO_DISTANCES.map((name) => [name, 1])) as Record<
    PhotoDistance,
    number
  >
  const sames = pairs.filter((pair) => pair.same).length
  const importance = (same: boolean) => 0.5 / (same ? sames : pairs.length - sames)
  let bias = 1
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = Object.fromEntries(
      PHOTO_DISTANCES.map((name) => [name, PENALTY * weights[name]]),
    ) as Record<PhotoDistance, number>
    let biasSlope = 0
    for (const { distances, same } of pairs) {
      const error = (similarityOf(distances, { bias, weights }) - (same ? 1 : 0)) * importance(same)
      biasSlope += error
      for (const name of PHOTO_DISTANCES) slopes[name] -= error * distances[name]
    }
    const rate = RATE * (1 + 9 * (1 - round / ROUNDS))
    bias -= rate * biasSlope
    for (const name of PHOTO_DISTANCES) weights[name] = Math.max(0, weights[name] - rate * slopes[name])
  }
  return {
    bias: round3(bias),
    weights: Object.fromEntries(
      PHOTO_DISTANCES.map((name) => [name, round3(weights[name])]),
    ) as typeof weights,
  }
}

/** Equal-count bins of the sames and differents, made monotone by pooling (Ayer et al. 1955). */
function fitPoints(scored: readonly { similarity: number; same: boolean }[], trust: number) {
  const sames = scored.filter((pair) => pair.same).length
  const differents = scored.length - sames
  const bins = Array.from({ length: POINTS }, (_, bin) => {
    const members = scored.slice(
      Math.floor((bin * scored.length) / POINTS),
      Math.floor(((bin + 1) * scored.length) / POINTS),
    )
    return {
      same: members.filter((pair) => pair.same).length,
      count: members.length,
      similarity: members.reduce((sum, pair) => sum + pair.similarity, 0) / members.length,
    }
  })
  return poolAdjacent(bins, ({ same, count }) => {
    // Ten imaginary pairs at even odds keep a bin without one kind from claiming certainty.
    const share = (same / sames + 5 / scored.length) / ((count - same) / differents + 5 / scored.length)
    return Math.log(share)
  }).map(({ similarity, value }) => ({
    similarity: round3(similarity),
    likelihoodRatio: round3(Math.exp(trust * value)),
  }))
}

type Bin = { same: number; count: number; similarity: number }

function poolAdjacent(bins: readonly Bin[], logRatioOf: (bin: Bin) => number): (Bin & { value: number })[] {
  const pooled: (Bin & { value: number })[] = []
  for (const bin of bins) {
    let next = { ...bin, value: logRatioOf(bin) }
    for (let last = pooled.at(-1); last && last.value >= next.value; last = pooled.at(-1)) {
      pooled.pop()
      const count = last.count + next.count
      const merged = {
        same: last.same + next.same,
        count,
        similarity: (last.similarity * last.count + next.similarity * next.count) / count,
      }
      next = { ...merged, value: logRatioOf(merged) }
    }
    pooled.push(next)
  }
  return pooled
}

function round3(value: number): number {
  return Number(value.toPrecision(4))
}
