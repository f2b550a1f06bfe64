import type { CodedCollar } from './coding/types.ts'
import type {
  Age,
  BreedConfidence,
  Coat,
  Colour,
  Mark,
  MarkPart,
  MarkSide,
  MarkType,
  Pattern,
  Sex,
  Size,
  Species,
  YesNo,
} from './vocabulary.ts'

/** A mark anybody may see. Sealed marks never enter a comparison. */
export type PublicMark = { part: MarkPart; side?: MarkSide | undefined; type: MarkType }

/** The public description of an animal in codes. Left out means unknown. */
export type AnimalCodes = {
  breeds?: readonly string[] | undefined
  isMix?: boolean | undefined
  breedConfidence?: BreedConfidence | undefined
  colours?: readonly Colour[] | undefined
  pattern?: Pattern | undefined
  coat?: Coat | undefined
  sex?: Sex | undefined
  neutered?: YesNo | undefined
  age?: Age | undefined
  size?: Size | undefined
  collar?: CodedCollar | undefined
  marks?: readonly PublicMark[] | undefined
}

/** The fields of a report that describe the animal, codes and words. */
export type DescribedAnimal = Omit<AnimalCodes, 'breeds' | 'isMix' | 'collar' | 'marks'> & {
  species: Species
  breed?: string | undefined
  collar?: string | undefined
  marks?: readonly Mark[] | undefined
  description?: string | undefined
}

const CODED = ['breedConfidence', 'colours', 'pattern', 'coat', 'sex', 'neutered', 'age', 'size'] as const

/** What a report says of its animal in codes: its fields first. Sealed marks are left out. */
export function codeAnimal(report: DescribedAnimal): AnimalCodes {
  const known = Object.fromEntries(
    CODED.flatMap((key) => (report[key] === undefined ? [] : [[key, report[key]]])),
  ) as AnimalCodes
  return {
    ...known,
    breeds: report.breed ? [report.breed] : [],
    marks: (report.marks ?? [])
      .filter((mark) => mark.visibility === 'public')
      .map(({ part, side, type }) => (side ? { part, side, type } : { part, type })),
  }
}
