import { getBreed } from '../../../domain/coding/breeds.ts'
import type { BreedConfidence } from '../../../domain/vocabulary.ts'
import type { BreedLevel } from '../shapes.ts'

export type BreedSide = {
  breeds: readonly string[]
  /** The words call it a mix, whatever breeds they name. */
  isMix?: boolean | undefined
  confidence?: BreedConfidence | undefined
}

export type BreedFinding = { level: BreedLevel; shared: string[] }

/** Groups of words that say what an animal is not; they neither agree nor disagree with a breed. */
const PLAIN_GROUPS: readonly string[] = ['mixed', 'domestic']

const isNamed = (breed: string) => !PLAIN_GROUPS.includes(getBreed(breed)?.group ?? '')

const areConfusable = (one: string, other: string) => {
  const group = getBreed(one)?.group
  return group !== undefined && group === getBreed(other)?.group
}

const isMixed = ({ breeds, isMix }: BreedSide) => isMix === true || breeds.length > 1

/**
 * Two breed descriptions. A mix shares a breed with another rather than being the same; two equal mixes are the same.
 * @returns undefined when either side names no breed
 */
export function compareBreeds(one: BreedSide, other: BreedSide): BreedFinding | undefined {
  const ones = one.breeds.filter(isNamed)
  const others = other.breeds.filter(isNamed)
  if (ones.length === 0 || others.length === 0) return undefined
  const shared = ones.filter((breed) => others.includes(breed))
  if (shared.length > 0) {
    const equal = shared.length === ones.length && shared.length === others.length
    return { level: equal && isMixed(one) === isMixed(other) ? 'same' : 'overlap', shared }
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
