import { getBreed } from './coding/breeds.ts'
import { codeDescription } from './coding/describe.ts'
import type { CodedCollar, CodedDescription } from './coding/types.ts'
import { placeOfMark } from './limbs.ts'
import type {
  Age,
  BreedConfidence,
  Coat,
  Colour,
  Language,
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
  language?: Language | undefined
}

const SIMPLE = ['pattern', 'coat', 'sex', 'neutered', 'age', 'size'] as const

/**
 * What a report says of its animal in codes. A field decides; where it is left out, the words of the breed, of the
 * collar and of the description fill it in, in this order. Sealed marks are left out.
 */
export function codeAnimal(report: DescribedAnimal): AnimalCodes {
  const { species, language, breed, collar, description } = report
  const options = { species, language }
  const known = breed ? getBreed(breed) : undefined
  const words = [known ? undefined : breed, description].map((text) =>
    text ? codeDescription(text, options) : undefined,
  )
  const first = <T>(read: (coded: CodedDescription) => T | undefined): T | undefined =>
    words.map((coded) => coded && read(coded)).find((value) => value !== undefined)
  const filled = first((coded) => (coded.breeds.length > 0 ? coded : undefined))
  // "Red, bell" in the collar's own field is about a collar, though it does not say so.
  const worn = collar ? codeDescription(`collar ${collar}`, options).collar : undefined
  const marks = [...(report.marks ?? []), ...words.flatMap((coded) => coded?.marks ?? [])]
  const simple = SIMPLE.map((key) => [key, report[key] ?? first((coded) => coded[key])])
  return withoutUnknown({
    ...Object.fromEntries(simple),
    breeds: known ? [known.code] : filled?.breeds.map(({ code }) => code),
    isMix: !known && first((coded) => coded.isMix || undefined),
    breedConfidence: report.breedConfidence,
    colours: report.colours?.length ? report.colours : first(({ colours }) => atLeastOne(colours)),
    collar: worn ?? first((coded) => coded.collar),
    marks: atLeastOne(publicMarks(marks)),
  })
}

const atLeastOne = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined)

function publicMarks(marks: readonly Mark[]): PublicMark[] {
  const seen = new Map<string, PublicMark>()
  for (const { part, side, type, visibility } of marks) {
    const key = `${placeOfMark({ part })} ${side} ${type}`
    if (visibility === 'public' && !seen.has(key)) seen.set(key, side ? { part, side, type } : { part, type })
  }
  return [...seen.values()]
}

const withoutUnknown = (codes: AnimalCodes): AnimalCodes =>
  Object.fromEntries(Object.entries(codes).filter(([, value]) => value !== undefined && value !== false))
