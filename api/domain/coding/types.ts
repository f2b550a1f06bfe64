import type { Age, Coat, Colour, Mark, Pattern, Sex, Size, Species, YesNo } from '../vocabulary.ts'

/** Fields that words can give; `mix` and `collar` have no code list of their own in the contract. */
export const CODED_FIELDS = [
  'species',
  'breeds',
  'isMix',
  'colours',
  'pattern',
  'coat',
  'sex',
  'neutered',
  'age',
  'size',
  'collar',
  'marks',
] as const
export type CodedField = (typeof CODED_FIELDS)[number]

/** Which words gave what: a half-open range of the original text, in UTF-16 units. */
export type CodedSpan = { start: number; end: number; field: CodedField; value: string }

export const COLLAR_COLOURS = [
  'black',
  'white',
  'grey',
  'brown',
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'beige',
] as const
export type CollarColour = (typeof COLLAR_COLOURS)[number]

export const COLLAR_ITEMS = [
  'collar',
  'flea_collar',
  'harness',
  'tag',
  'bell',
  'bow',
  'bandana',
  'chain',
  'leash',
  'gps',
  'muzzle',
] as const
export type CollarItem = (typeof COLLAR_ITEMS)[number]

/** What the animal wears, in codes that compare across languages; `worn: "no"` where the text says it wears none. */
export type CodedCollar = { worn: YesNo; colours: CollarColour[]; items: CollarItem[] }

export type CodedBreed = {
  code: string
  /** 0–1, how surely the words name this breed: .9 by name, .7 misspelt, .6 part of a mix, .4 "looks like". */
  confidence: number
}

/** Only what the words say; a missing field is unknown. Lists are empty when nothing was said. */
export type CodedDescription = {
  species?: Species
  breeds: CodedBreed[]
  isMix: boolean
  colours: Colour[]
  pattern?: Pattern
  coat?: Coat
  sex?: Sex
  neutered?: YesNo
  age?: Age
  size?: Size
  collar?: CodedCollar
  marks: Mark[]
  spans: CodedSpan[]
}
