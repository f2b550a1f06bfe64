import { getBreed } from '../../../domain/coding/breeds.ts'
import type { Parameters } from '../parameters.ts'
import type { Levels, Shares } from '../shapes.ts'
import { dogOrCat, tableOf } from '../species.ts'
import type { Animal, FactorName, Relation } from '../types.ts'
import { type BreedSide, compareBreeds, weightOfDifference } from './breed.ts'
import { colourWeight, compareColours, levelOfSimilarity, meanColourWeight } from './colours.ts'
import { compareAges, compareCoats, compareSizes } from './ladder.ts'
import { comparePatterns, PATTERN_FREQUENCY } from './pattern.ts'

/** What one attribute of two descriptions says, before it is weighed against the population. */
export type Evidence = {
  factor: FactorName
  level: Relation
  /** Codes both share, or the one's and then the other's. */
  values: readonly string[]
  most?: number
} & (LevelEvidence | GradedEvidence)

/** Shares of this level among pairs of one animal and among unrelated pairs. */
type LevelEvidence = {
  shares: Shares
  /** Exponent on the ratio, 1 unless the descriptions are known to be surer or less sure. */
  weight?: number
}

/** Weight of the two descriptions for one animal, its usual mean over unrelated ones, and the share of pure noise. */
type GradedEvidence = { grade: number; usual: number; noise: number }

function compareBreed(one: Animal, other: Animal, { breed }: Parameters): Evidence | undefined {
  const sides: [BreedSide, BreedSide] = [
    { breeds: one.breeds ?? [], isMix: one.isMix, confidence: one.breedConfidence },
    { breeds: other.breeds ?? [], isMix: other.isMix, confidence: other.breedConfidence },
  ]
  const finding = compareBreeds(...sides)
  if (!finding) return undefined
  const table = tableOf(one.species)
  const { level, shared } = finding
  const [same, unrelated] = breed[table][level]
  if (level === 'same') {
    const known = shared.map((code) => getBreed(code)?.frequency ?? breed.leastFrequency)
    const frequency = Math.max(breed.leastFrequency, Math.min(...known))
    return { factor: 'breed', level, shares: [same, frequency], most: breed.most[table], values: shared }
  }
  const weight = level === 'different' ? weightOfDifference(...sides) : 1
  return { factor: 'breed', level, shares: [same, unrelated], weight, values: shared }
}

function compareColour(one: Animal, other: Animal, { colour }: Parameters): Evidence | undefined {
  if (!one.colours?.length || !other.colours?.length) return undefined
  const level = levelOfSimilarity(compareColours(one.colours, other.colours))
  const rules = colour[dogOrCat(one.species)]
  return {
    factor: 'colours',
    level,
    grade: colourWeight(one.colours, other.colours, rules),
    usual: meanColourWeight(one.colours, rules),
    noise: rules.noise,
    values: one.colours.filter((code) => other.colours?.includes(code)),
  }
}

function comparePattern(one: Animal, other: Animal, { pattern }: Parameters): Evidence | undefined {
  if (!one.pattern || !other.pattern) return undefined
  const level = comparePatterns(
    { pattern: one.pattern, colours: one.colours },
    { pattern: other.pattern, colours: other.colours },
  )
  if (!level) return undefined
  const [same, unrelated] = pattern[level]
  const values = level === 'same' ? [one.pattern] : [one.pattern, other.pattern]
  const frequency = level === 'same' ? PATTERN_FREQUENCY[one.pattern] : unrelated
  return { factor: 'pattern', level, shares: [same, frequency], values }
}

function compareBy<T extends string, L extends Relation>(
  factor: FactorName,
  one: T | undefined,
  other: T | undefined,
  compare: (one: T, other: T) => L,
  table: Levels<L>,
): Evidence | undefined {
  if (one === undefined || other === undefined) return undefined
  const level = compare(one, other)
  return { factor, level, shares: table[level], values: one === other ? [one] : [one, other] }
}

const agree = <T>(one: T, other: T) => (one === other ? 'same' : 'different')

/** Attributes with levels that every animal has, so that unrelated ones agree by chance; unknown ones left out. */
export function compareAttributes(one: Animal, other: Animal, parameters: Parameters): Evidence[] {
  const { size, age, coat, sex, neutered } = parameters
  const like = dogOrCat(one.species)
  return [
    compareBreed(one, other, parameters),
    compareColour(one, other, parameters),
    compareBy('size', one.size, other.size, compareSizes, size),
    comparePattern(one, other, parameters),
    compareBy('coat', one.coat, other.coat, compareCoats, coat[like]),
    compareBy('sex', one.sex, other.sex, agree, sex[like]),
    compareBy('neutered', one.neutered, other.neutered, agree, neutered),
    compareBy('age', one.age, other.age, compareAges, age),
  ].filter((evidence) => evidence !== undefined)
}
