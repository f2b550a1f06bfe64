import { shortenToLine } from './one-line.ts'
import type { Kind, Language, Sex, Species, Status } from './vocabulary.ts'

/** One line that names a report where there is no screen around it: page titles, link previews, mails. */

type Gendered = { m: string; f: string }

const KINDS_RU: Record<Kind, Gendered> = {
  lost: { m: 'Пропал', f: 'Пропала' },
  found: { m: 'Найден', f: 'Найдена' },
  sighting: { m: 'Замечен', f: 'Замечена' },
  found_deceased: { m: 'Найден погибшим', f: 'Найдена погибшей' },
  shelter_intake: { m: 'Поступил в приют', f: 'Поступила в приют' },
}

const KINDS_EN: Record<Kind, string> = {
  lost: 'Lost',
  found: 'Found',
  sighting: 'Seen',
  found_deceased: 'Found dead',
  shelter_intake: 'In a shelter',
}

/** Where Russian names one sex of a species with a word of its own: "пёс" is a male "собака". */
const OWN_WORDS = {
  dog: { male: 'male_dog' },
  cat: { male: 'tomcat' },
  rabbit: { female: 'female_rabbit' },
  horse: { male: 'male_horse' },
} as const satisfies Partial<Record<Species, Partial<Record<Sex, string>>>>

type OwnWords = typeof OWN_WORDS
type OwnWord = { [S in keyof OwnWords]: OwnWords[S][keyof OwnWords[S]] }[keyof OwnWords]
export type SpeciesWord = Species | OwnWord

/** By which word an animal goes; what is said of it agrees with the word. */
export function speciesWord(species: Species, sex: Sex | undefined): SpeciesWord {
  const own: Partial<Record<Species, Partial<Record<Sex, OwnWord>>>> = OWN_WORDS
  return (sex && own[species]?.[sex]) ?? species
}

const SPECIES_WORDS: Record<SpeciesWord, { ru: string; gender: keyof Gendered; en: string }> = {
  dog: { ru: 'собака', gender: 'f', en: 'dog' },
  male_dog: { ru: 'пёс', gender: 'm', en: 'dog' },
  cat: { ru: 'кошка', gender: 'f', en: 'cat' },
  tomcat: { ru: 'кот', gender: 'm', en: 'cat' },
  bird: { ru: 'птица', gender: 'f', en: 'bird' },
  rabbit: { ru: 'кролик', gender: 'm', en: 'rabbit' },
  female_rabbit: { ru: 'крольчиха', gender: 'f', en: 'rabbit' },
  ferret: { ru: 'хорёк', gender: 'm', en: 'ferret' },
  rodent: { ru: 'грызун', gender: 'm', en: 'rodent' },
  reptile: { ru: 'рептилия', gender: 'f', en: 'reptile' },
  horse: { ru: 'лошадь', gender: 'f', en: 'horse' },
  male_horse: { ru: 'конь', gender: 'm', en: 'horse' },
  other: { ru: 'питомец', gender: 'm', en: 'pet' },
}

export type HeadlineParts = {
  kind: Kind
  species: Species
  sex?: Sex | undefined
  name?: string | undefined
  /** Of an animal that is home nobody is told that it is lost. */
  status?: Status | undefined
  /** Where it was, as `nearestPlace` of a report says it. */
  place?: string | undefined
}

const capitalize = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`

function writeLine({ kind, species, sex, status }: HeadlineParts, language: Language): string {
  const { ru, en, gender } = SPECIES_WORDS[speciesWord(species, sex)]
  if (status === 'reunited') return capitalize(language === 'ru' ? `${ru} уже дома` : `${en} is home`)
  if (language === 'ru') return `${KINDS_RU[kind][gender]} ${ru}`
  return kind === 'shelter_intake' ? capitalize(`${en} in a shelter`) : `${KINDS_EN[kind]} ${en}`
}

/** "Пропала собака: Рыжик, Сокольники, Москва", "Found cat". */
export function writeHeadline(parts: HeadlineParts, language: Language): string {
  const { name, place } = parts
  const line = writeLine(parts, language)
  const called = name ? `${line}: ${shortenToLine(name, 60)}` : line
  return place ? `${called}, ${place}` : called
}
