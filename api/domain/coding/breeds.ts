import type { Coat, Language, Size, Species } from '../vocabulary.ts'
import cats from './breeds-cats.data.json' with { type: 'json' }
import dogs from './breeds-dogs.data.json' with { type: 'json' }
import { normaliseWord } from './text.ts'

/** Breeds of one group are mistaken for each other by people who see the animal in the street. */
export const BREED_GROUPS = [
  ...[
    'mixed',
    'retriever',
    'shepherd',
    'northern',
    'spitz',
    'pit_bull',
    'mastiff',
    'guard_black_tan',
    'mountain',
  ],
  ...[
    'livestock_guardian',
    'collie',
    'cattle_dog',
    'corgi',
    'curly_herder',
    'schnauzer',
    'hound',
    'dachshund',
    'toy',
  ],
  ...[
    'sighthound',
    'toy_longhair',
    'hairless',
    'spaniel',
    'small_terrier',
    'small_bulldog',
    'bulldog',
    'dalmatian',
  ],
  ...[
    'large_terrier',
    'poodle',
    'pointer',
    'setter',
    'domestic',
    'siamese',
    'burmese',
    'british',
    'forest_longhair',
  ],
  ...['colourpoint_longhair', 'persian', 'ticked', 'spotted', 'rex', 'bobtail', 'other_ears', 'short_legged'],
] as const

export type Breed = {
  code: string
  species: 'dog' | 'cat'
  en: string
  ru: string
  /** Number in the FCI nomenclature (dogs); left out where the FCI has none. */
  fci?: number
  /** FIFe Easy Mind System code (cats). */
  ems?: string
  /** One of BREED_GROUPS; compare it between animals of the same species only. */
  group: string
  size?: Size
  coat?: Coat
  /** Rough share among stray animals of the species, 0–1: an estimate, to be replaced by counts where there are any. */
  frequency: number
  /** Other ways people write it, in both languages, in their base forms. */
  synonyms: readonly string[]
}

type Row = [
  code: string,
  en: string,
  ru: string,
  register: number | string | null,
  group: string,
  size: Size | null,
  coat: Coat | null,
  frequency: number,
  enSynonyms: string,
  ruSynonyms: string,
]

/** Every breed, the generic ones ("mixed", "terrier", "domestic_shorthair") first in their species. */
export const BREEDS: readonly Breed[] = [
  ...(dogs.rows as Row[]).map((row) => readRow(row, 'dog')),
  ...(cats.rows as Row[]).map((row) => readRow(row, 'cat')),
]

/** Words that mean a breed only where a breed is expected: "Jack", "golden", "той". */
export const CONTEXTUAL_BREED_WORDS: Readonly<Record<string, string>> = dogs.contextual

/** Named crosses and their parents: "puggle" is pug and beagle. */
export const BREED_CROSSES: Readonly<Record<string, readonly string[]>> = dogs.crosses

const byCode = new Map(BREEDS.map((breed) => [breed.code, breed]))

function readRow(row: Row, species: 'dog' | 'cat'): Breed {
  const [code, en, ru, register, group, size, coat, frequency, enSynonyms, ruSynonyms] = row
  return {
    ...{ code, species, en, ru, group, frequency },
    ...(typeof register === 'number' && { fci: register }),
    ...(typeof register === 'string' && { ems: register }),
    ...(size && { size }),
    ...(coat && { coat }),
    synonyms: `${enSynonyms}, ${ruSynonyms}`.split(', ').filter((word) => word !== ''),
  }
}

export function getBreed(code: string): Breed | undefined {
  return byCode.get(code)
}

/** The name to show; text that is no code (a breed in the author's words) comes back unchanged. */
export function breedName(code: string, language: Language): string {
  return byCode.get(code)?.[language] ?? code
}

export type BreedSuggestion = { code: string; name: string }

/**
 * Breeds for a field being typed into, best first: names that begin with the prefix, then names with a word that
 * does, then other spellings; commoner breeds first among equals. An empty prefix gives the commonest ones.
 */
export function suggestBreeds(
  prefix: string,
  species: Species | undefined,
  language: Language,
  limit = 8,
): BreedSuggestion[] {
  const wanted = normaliseWord(prefix.slice(0, 80)).trim()
  return BREEDS.filter((breed) => species === undefined || breed.species === species)
    .map((breed) => ({ breed, rank: rankSuggestion(breed, wanted, language) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.rank - other.rank || other.breed.frequency - one.breed.frequency)
    .slice(0, Math.max(0, limit))
    .map(({ breed }) => ({ code: breed.code, name: breed[language] }))
}

function rankSuggestion(breed: Breed, wanted: string, language: Language): number {
  if (wanted === '') return 0
  const name = normaliseWord(breed[language])
  if (name.startsWith(wanted)) return 0
  if (name.split(/[\s-]/).some((word) => word.startsWith(wanted))) return 1
  const other = normaliseWord(breed[language === 'ru' ? 'en' : 'ru'])
  const spellings = [other, ...breed.synonyms.map(normaliseWord)]
  return spellings.some((spelling) => spelling.startsWith(wanted)) ? 2 : Number.POSITIVE_INFINITY
}
