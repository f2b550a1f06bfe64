import { type HeadlineParts, speciesWord, writeHeadline } from '../../api/domain/headline.ts'
import type { Kind, Sex, Species } from '../../api/domain/vocabulary.ts'
import { coded } from '../i18n/index.ts'
import { language } from '../state/device.ts'
import type { ReportProperties } from '../wire.ts'

/** The part of the name of a kind's CSS properties: `--lost`, `--lost-soft`, `--found-deceased` … */
export const kindToken = (kind: Kind) => kind.replace('_', '-')

export const speciesWords = (species: Species, sex?: Sex | undefined) =>
  coded('species', speciesWord(species, sex))

export type Gender = 'm' | 'f' | 'n'

/** "Пропала" for a "собака", "Пропал" for a "пёс": it agrees with the word for the animal. */
export function kindLabel(kind: Kind, species: Species, sex?: Sex | undefined): string {
  return coded('kind', kind, { gender: wordGender(species, sex) })
}

/** What agrees with the word for the animal: "чёрная" with "собака". */
export const wordGender = (species: Species, sex?: Sex | undefined) =>
  coded('gender', speciesWord(species, sex)) as Gender

/** What is said of the animal itself agrees with its sex where that is known: "самец, взрослый" of a bird too. */
export function sexGender(species: Species | undefined, sex: Sex | undefined): Gender {
  if (sex) return sex === 'male' ? 'm' : 'f'
  return species ? wordGender(species) : 'm'
}

type Named = Pick<ReportProperties, 'name' | 'species' | 'sex'>

/** What a person would call the animal: its name and species, or its species. */
export function petTitle({ name, species, sex }: Named): string {
  const word = speciesWords(species, sex)
  return name ? `${name}, ${word.toLocaleLowerCase()}` : word
}

/** The report in one line, for titles and links. */
export function reportTitle(pet: HeadlineParts): string {
  return writeHeadline(pet, language.value)
}
