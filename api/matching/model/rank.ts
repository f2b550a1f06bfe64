import { bandOf } from '../../domain/match-bands.ts'
import type { MatchBand } from '../../domain/vocabulary.ts'
import { associate } from './associate.ts'
import { compareAttributes } from './attributes/compare.ts'
import type { Parameters } from './parameters.ts'
import { countPopulation } from './population.ts'
import { type PairScore, scorePair } from './score.ts'
import { widenSharedPlaces } from './shared-places.ts'
import { tableOf } from './species.ts'
import type { MatchCandidate, MatchSubject } from './types.ts'

export type RankedMatch<C extends MatchCandidate = MatchCandidate> = PairScore & {
  candidate: C
  probability: number
  band: MatchBand
}

export type Ranking<C extends MatchCandidate = MatchCandidate> = {
  /** Most probable first; equal scores in the order of their ids. */
  matches: RankedMatch<C>[]
  noneOfThese: number
}

/** Ranks one report's candidates; the probabilities and "none of these" sum to 1. */
export function rankCandidates<C extends MatchCandidate>(
  viewer: MatchSubject,
  candidates: readonly C[],
  parameters: Parameters,
  options: { withoutTime?: boolean } = {},
): Ranking<C> {
  const evidences = candidates.map((candidate) => compareAttributes(viewer, candidate, parameters))
  const population = countPopulation(evidences)
  const places = widenSharedPlaces(viewer, candidates, parameters)
  const asked = { ...viewer, place: places.viewer }
  const scored = candidates.map((candidate, at) => ({
    candidate,
    ...scorePair(
      asked,
      { ...candidate, place: places.candidates[at]! },
      parameters,
      { ...options, population },
      evidences[at],
    ),
  }))
  const { probabilities, noneOfThese } = associate(
    scored.map(({ logRatio }) => logRatio),
    parameters.registered[tableOf(viewer.species)],
    parameters.calibration,
  )
  const matches = scored.map((score, at) => {
    const probability = probabilities[at] ?? 0
    return { ...score, probability, band: bandOf(probability, score.candidate.chip === 'equal') }
  })
  matches.sort(
    (one, other) =>
      other.logRatio - one.logRatio ||
      (one.candidate.id < other.candidate.id ? -1 : one.candidate.id > other.candidate.id ? 1 : 0),
  )
  return { matches, noneOfThese }
}
