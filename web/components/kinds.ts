import { type HeadlineParts, writeHeadline } from '../../api/domain/headline.ts'
import type { Kind, Sex, Species } from '../../api/domain/vocabulary.ts'
import { coded } from '../i18n/index.ts'
import { language } from '../state/device.ts'
import type { ReportProperties } from '../wire.ts'

/** The part of the name of a kind's CSS properties: `--lost`, `--lost-soft`, `--found-deceased` … */
export const kindToken = (kind: Kind) => kind.replace('_', '-')

/** Russian has a word of its own for a male cat, and another grammatical gender. */
const speciesKey = (species: Species, sex: Sex | undefined) =>
  species === 'cat' && sex === 'male' ? 'tomcat' : species

export const speciesWords = (species: Species, sex?: Sex | undefined) =>
  coded('species', speciesKey(species, sex))

/** "Пропала" for a dog, "Пропал" for a rabbit: the word agrees with the species. */
export function kindLabel(kind: Kind, species: Species, sex?: Sex | undefined): string {
  return coded('kind', kind, { gender: coded('gender', speciesKey(species, sex)) })
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
