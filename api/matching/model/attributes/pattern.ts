import type { Colour, Pattern } from '../../../domain/vocabulary.ts'
import type { PatternLevel } from '../shapes.ts'

/** Patterns that two people call one coat by. */
const RELATED: readonly (readonly [Pattern, Pattern])[] = [
  ['tortie', 'calico'],
  ['tricolour', 'calico'],
  ['tricolour', 'bicolour'],
  ['tricolour', 'saddle'],
  ['tortie', 'tabby'],
  ['tabby', 'spotted'],
  ['tabby', 'brindle'],
  ['brindle', 'tortie'],
  ['merle', 'spotted'],
  ['merle', 'tricolour'],
  ['sable', 'saddle'],
  ['sable', 'brindle'],
  ['sable', 'solid'],
  ['bicolour', 'spotted'],
  ['bicolour', 'saddle'],
  ['bicolour', 'calico'],
]

/**
 * Share of animals whose description names the pattern, among those that name any; rounded from the public stray
 * intakes of Long Beach (cats mostly tabby) and smoothed for the words intake forms do not have.
 */
export const PATTERN_FREQUENCY: Record<Pattern, number> = {
  solid: 0.35,
  bicolour: 0.3,
  tricolour: 0.05,
  tabby: 0.3,
  tortie: 0.05,
  calico: 0.05,
  point: 0.05,
  brindle: 0.06,
  merle: 0.02,
  sable: 0.04,
  saddle: 0.05,
  spotted: 0.05,
}

/** Words for what the colour sets say already. */
const PLAIN: readonly Pattern[] = ['solid', 'bicolour', 'tricolour']

const isRelated = (one: Pattern, other: Pattern) =>
  RELATED.some(([a, b]) => (a === one && b === other) || (a === other && b === one))

export type PatternSide = { pattern: Pattern; colours: readonly Colour[] | undefined }

/**
 * "Solid" against "bicolour" repeats what the colour sets said, so between plain words neither agreement nor difference
 * counts when colours are known on both sides.
 * @returns undefined when the pair says nothing
 */
export function comparePatterns(one: PatternSide, other: PatternSide): PatternLevel | undefined {
  const coloursKnown = Boolean(one.colours?.length && other.colours?.length)
  if (coloursKnown && PLAIN.includes(one.pattern) && PLAIN.includes(other.pattern)) return undefined
  if (one.pattern === other.pattern) return 'same'
  return isRelated(one.pattern, other.pattern) ? 'related' : 'different'
}
