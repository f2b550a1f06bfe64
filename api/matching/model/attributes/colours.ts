import { COLOURS, type Colour } from '../../../domain/vocabulary.ts'
import type { ColourLevel, ColourRules } from '../shapes.ts'

/**
 * How easily two people call one coat by two words, 0 to 1; symmetric, 1 with itself. Brown, tan, red and cream are
 * swapped all the time (measured on repeated intakes of one animal), black and white almost never.
 */
const SIMILARITY: readonly (readonly [Colour, Colour, number])[] = [
  ['black', 'grey_blue', 0.45],
  ['black', 'brown', 0.4],
  ['white', 'cream', 0.7],
  ['white', 'tan', 0.35],
  ['white', 'grey_blue', 0.3],
  ['white', 'lilac', 0.3],
  ['grey_blue', 'lilac', 0.75],
  ['grey_blue', 'brown', 0.35],
  ['grey_blue', 'tan', 0.25],
  ['grey_blue', 'cream', 0.2],
  ['brown', 'red', 0.75],
  ['brown', 'tan', 0.75],
  ['brown', 'cream', 0.4],
  ['brown', 'lilac', 0.45],
  ['red', 'tan', 0.8],
  ['red', 'cream', 0.6],
  ['cream', 'tan', 0.8],
  ['cream', 'lilac', 0.35],
  ['tan', 'lilac', 0.3],
]

const MATRIX: Record<Colour, Record<Colour, number>> = (() => {
  const empty = () => Object.fromEntries(COLOURS.map((colour) => [colour, 0])) as Record<Colour, number>
  const matrix = Object.fromEntries(COLOURS.map((colour) => [colour, empty()])) as Record<
    Colour,
    Record<Colour, number>
  >
  for (const colour of COLOURS) matrix[colour][colour] = 1
  for (const [one, other, similarity] of SIMILARITY) {
    matrix[one][other] = similarity
    matrix[other][one] = similarity
  }
  return matrix
})()

const cover = (from: readonly Colour[], to: readonly Colour[]): number =>
  from.reduce((sum, colour) => sum + Math.max(...to.map((other) => MATRIX[colour][other])), 0) / from.length

/** Graded similarity of two sets, 0 to 1: how well each is covered by the other's nearest colours. */
export function compareColours(one: readonly Colour[], other: readonly Colour[]): number {
  if (one.length === 0 || other.length === 0) return 0
  return (cover(one, other) + cover(other, one)) / 2
}

const LEVELS = [
  ['same', 1],
  ['close', 0.75],
  ['near', 0.55],
  ['far', 0.3],
] as const satisfies readonly (readonly [ColourLevel, number])[]

/** The table's level of a similarity. */
export function levelOfSimilarity(similarity: number): ColourLevel {
  const rounded = Math.round(similarity * 1e6) / 1e6
  return LEVELS.find(([, least]) => rounded >= least)?.[0] ?? 'disjoint'
}

/**
 * Weight of two observers describing one coat by these two sets: the best way to pair their colours, each pair kept or
 * taken for another by likeness, each colour left over omitted by the other side. Symmetric; 1 for equal sets.
 */
export function colourWeight(one: readonly Colour[], other: readonly Colour[], rules: ColourRules): number {
  const omit = (colour: Colour) => (colour === 'white' ? rules.omitWhite : rules.omit)
  const pair = (a: Colour, b: Colour) =>
    a === b ? 1 : rules.swap * Math.exp(-rules.likeness * (1 - MATRIX[a][b]))
  // best[m]: best weight so far with the other side's colours in bit mask m used up.
  let best = new Float64Array(1 << other.length)
  best[0] = 1
  for (const colour of one) {
    const next = best.map((weight) => weight * omit(colour))
    other.forEach((candidate, at) => {
      const kept = pair(colour, candidate)
      for (let mask = 0; mask < best.length; mask += 1) {
        const used = mask | (1 << at)
        if (mask !== used) next[used] = Math.max(next[used]!, best[mask]! * kept)
      }
    })
    best = next
  }
  return best.reduce((top, weight, mask) => {
    const left = other.reduce((w, colour, at) => (mask & (1 << at) ? w : w * omit(colour)), weight)
    return Math.max(top, left)
  }, 0)
}

/**
 * Share of coat descriptions among strays, rounded from the public intakes of one US city; the start for places where
 * few candidates are at hand.
 */
const COMMON_COATS: readonly (readonly [share: number, ...colours: Colour[]])[] = [
  [0.17, 'black', 'white'],
  [0.14, 'black'],
  [0.11, 'brown'],
  [0.1, 'brown', 'white'],
  [0.07, 'white'],
  [0.07, 'grey_blue'],
  [0.07, 'tan'],
  [0.06, 'grey_blue', 'white'],
  [0.05, 'red'],
  [0.05, 'tan', 'white'],
  [0.04, 'red', 'white'],
  [0.04, 'black', 'brown'],
  [0.03, 'black', 'tan'],
  [0.03, 'cream'],
  [0.03, 'black', 'white', 'brown'],
  [0.02, 'brown', 'tan'],
  [0.01, 'grey_blue', 'black'],
  [0.01, 'cream', 'white'],
]
const SHARES_TOTAL = COMMON_COATS.reduce((sum, [share]) => sum + share, 0)

/** Means by rules and description: there are few of either, and every candidate of a viewer asks for the same one. */
const means = new WeakMap<ColourRules, Map<string, number>>()

/** Mean weight of one description against those of unrelated animals, before any candidate is seen. */
export function meanColourWeight(one: readonly Colour[], rules: ColourRules): number {
  const known = means.get(rules) ?? new Map<string, number>()
  means.set(rules, known)
  const key = one.join()
  const mean =
    known.get(key) ??
    COMMON_COATS.reduce((sum, [share, ...colours]) => sum + share * colourWeight(one, colours, rules), 0) /
      SHARES_TOTAL
  known.set(key, mean)
  return mean
}
