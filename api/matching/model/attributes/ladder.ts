import { AGES, COATS, type Coat, SIZES } from '../../../domain/vocabulary.ts'
import type { LadderLevel } from '../shapes.ts'

const stepOf = <T extends string>(order: readonly T[], one: T, other: T): LadderLevel => {
  const steps = Math.abs(order.indexOf(one) - order.indexOf(other))
  return steps === 0 ? 'same' : steps === 1 ? 'adjacent' : 'apart'
}

/** Age classes are neighbours in the vocabulary's order. */
export const compareAges = (one: (typeof AGES)[number], other: (typeof AGES)[number]) =>
  stepOf(AGES, one, other)

/** Size classes are neighbours in the vocabulary's order. */
export const compareSizes = (one: (typeof SIZES)[number], other: (typeof SIZES)[number]) =>
  stepOf(SIZES, one, other)

const LENGTHS: readonly Coat[] = ['hairless', 'short', 'medium', 'long']
/** Texture words say little of length: a curly or rough coat may be called short, medium or long. */
const TEXTURES: readonly Coat[] = COATS.filter((coat) => !LENGTHS.includes(coat))

/** Coats by length; a texture stands next to any length but a bare skin. */
export function compareCoats(one: Coat, other: Coat): LadderLevel {
  if (one === other) return 'same'
  if (TEXTURES.includes(one) || TEXTURES.includes(other)) {
    return one === 'hairless' || other === 'hairless' ? 'apart' : 'adjacent'
  }
  return stepOf(LENGTHS, one, other)
}
