import { type HeadlineParts, speciesWord, writeHeadline } from '../../api/domain/headline.ts'
import type { Kind, Sex, Species } from '../../api/domain/vocabulary.ts'
import { coded } from '../i18n/index.ts'
import { language } from '../state/device.ts'
import type { ReportProperties } from '../wire.ts'

/** The part of the name of a kind's CSS properties: `--lost`, `--lost-soft`, `--found-deceased` … */
export const kindToken = (kind: Kind) => kind.replace('_', '-')

export const speciesWords = (species: Species, sex?: Sex | undefined) =>
  coded('species', speciesWord(species, sex))

/** "Пропала" for a "собака", "Пропал" for a "пёс": it agrees with the word for the animal. */
export function kindLabel(kind: Kind, species: Species, sex?: Sex | undefined): string {
  return coded('kind', kind, { gender: coded('gender', speciesWord(species, sex)) })
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
