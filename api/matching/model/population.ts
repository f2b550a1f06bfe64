import type { Evidence } from './attributes/compare.ts'
import type { Parameters } from './parameters.ts'
import type { FactorName, Reason } from './types.ts'

type Seen = { total: number; gradeSum: number; levels: Map<string, number> }

/** How often each level of each attribute came up between one viewer and their candidates. */
export type Population = ReadonlyMap<FactorName, Readonly<Seen>>

/**
 * Counts what unrelated animals here look like beside the viewer's: nearly all candidates are unrelated. "Both are
 * brindle" then counts for more in a city of tabbies, in any city, without a table of its own.
 */
export function countPopulation(evidences: readonly (readonly Evidence[])[]): Population {
  const population = new Map<FactorName, Seen>()
  for (const evidence of evidences) {
    for (const piece of evidence) {
      const seen = population.get(piece.factor) ?? { total: 0, gradeSum: 0, levels: new Map() }
      seen.total += 1
      seen.levels.set(piece.level, (seen.levels.get(piece.level) ?? 0) + 1)
      if ('grade' in piece) seen.gradeSum += piece.grade
      population.set(piece.factor, seen)
    }
  }
  return population
}

/**
 * The likelihood ratio of one piece of evidence: its share among pairs of one animal over its share among unrelated
 * pairs, the latter from the candidates at hand, shrunk to the table while they are few.
 */
export function weighEvidence(
  piece: Evidence,
  { population: rules }: Parameters,
  population?: Population,
): Reason {
  const { factor, level, values, most = rules.most } = piece
  const seen = population?.get(factor) ?? { total: 0, gradeSum: 0, levels: new Map<string, number>() }
  const shrink = (usual: number, sum: number) =>
    (rules.priorCandidates * usual + sum) / (rules.priorCandidates + seen.total)
  const ratio =
    'grade' in piece
      ? piece.noise + ((1 - piece.noise) * piece.grade) / shrink(piece.usual, seen.gradeSum)
      : (piece.shares[0] / shrink(piece.shares[1], seen.levels.get(level) ?? 0)) ** (piece.weight ?? 1)
  return {
    factor,
    multiplier: Math.min(most, Math.max(rules.least, ratio)),
    relation: level,
    values: [...values],
  }
}
