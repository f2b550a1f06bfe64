import type { BreedConfidence } from '../../../domain/vocabulary.ts'
import type { BreedLevel } from '../parameters.ts'
import { CONFUSABLE_BREEDS } from './breed-tables.ts'

/** "Mixed" and the plain cats say what an animal is not; they neither agree nor disagree with a breed. */
const UNINFORMATIVE: readonly string[] = [
  'mixed',
  'mixed_breed',
  'mongrel',
  'domestic_shorthair',
  'domestic_mediumhair',
  'domestic_longhair',
]

export type BreedSide = { breeds: readonly string[]; confidence?: BreedConfidence | undefined }

export type BreedFinding = { level: BreedLevel; shared: string[] }

const named = (breeds: readonly string[]) => breeds.filter((breed) => !UNINFORMATIVE.includes(breed))

const areConfusable = (one: string, other: string) =>
  CONFUSABLE_BREEDS.some((group) => group.includes(one) && group.includes(other))

/**
 * Two breed descriptions; a plain word beside a breed ("labrador mix") makes it a mix.
 * @returns undefined when either side names no breed
 */
export function compareBreeds(one: BreedSide, other: BreedSide): BreedFinding | undefined {
  const ones = named(one.breeds)
  const others = named(other.breeds)
  if (ones.length === 0 || others.length === 0) return undefined
  const shared = ones.filter((breed) => others.includes(breed))
  if (shared.length > 0) {
    const isMix = one.breeds.length > 1 || other.breeds.length > 1
    const sameMix = isMix && shared.length > 1 && shared.length === Math.max(ones.length, others.length)
    return { level: isMix && !sameMix ? 'overlap' : 'same', shared }
  }
  const confusable = ones.some((a) => others.some((b) => areConfusable(a, b)))
  return { level: confusable ? 'confusable' : 'different', shared }
}

/** Exponent on a difference's ratio: two pedigrees differ for good, two passers-by's guesses hardly. */
export function weightOfDifference(one: BreedSide, other: BreedSide): number {
  const count = (word: BreedConfidence) => [one, other].filter(({ confidence }) => confidence === word).length
  if (count('pedigree') === 2) return 1.6
  return count('observer') === 2 ? 0.7 : 1
}
