import { type HeadlineParts, writeHeadline } from '../../api/domain/headline.ts'
import type { Kind, Sex, Species } from '../../api/domain/vocabulary.ts'
import { coded } from '../i18n/index.ts'
import { language } from '../state/device.ts'
import type { ReportProperties } from '../wire.ts'

/**
 * One shape a kind, in a 24 × 24 box: lost is a diamond (a warning sign), found a circle (closed, in good
 * hands), a sighting an eye, a death a square, a shelter a house. The map draws its markers from these.
 */
export const KIND_SHAPES: Record<Kind, string> = {
  lost: 'M12 1.5 22.5 12 12 22.5 1.5 12Z',
  found: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z',
  sighting: 'M.8 12C4.2 6.3 8 4 12 4s7.8 2.3 11.2 8C19.8 17.7 16 20 12 20S4.2 17.7.8 12Z',
  found_deceased: 'M3 3h18v18H3Z',
  shelter_intake: 'M12 1.5 22.5 10v12.5h-21V10Z',
}

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
