import type { MatchBand } from './vocabulary.ts'

const FLOORS = [
  ['very_likely', 0.8],
  ['likely', 0.5],
  ['possible', 0.2],
  ['less_likely', 0.05],
] as const satisfies readonly (readonly [MatchBand, number])[]

/** The word shown for a match; an equal chip number stands above any probability. */
export function bandOf(probability: number, chipsAgree = false): MatchBand {
  if (chipsAgree) return 'chip'
  return FLOORS.find(([, least]) => probability >= least)?.[0] ?? 'unlikely'
}
