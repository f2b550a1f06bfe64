import type { Coat, Language, Pattern, Species } from '../vocabulary.ts'
import { readAge } from './age.ts'
import { type Finding, readCoat, readNeutered, readSex, readSize, readSpecies } from './animal.ts'
import { markKey } from './body-parts.ts'
import { isJoinedBySign } from './breed-words.ts'
import { getBreed } from './breeds.ts'
import { readCollar } from './collar.ts'
import { isNegated } from './colour-nouns.ts'
import { readColours } from './colours.ts'
import { readMarks } from './marks.ts'
import { readPattern } from './patterns.ts'
import { isBystander } from './subject.ts'
import type { CodedBreed, CodedDescription, CodedSpan } from './types.ts'
import { type Item, type Reading, readItems } from './words.ts'

export type CodeOptions = {
  /** Language of the author; both are always understood, so this is a hint that may be left out. */
  language?: Language | undefined
  /** The species chosen in the form: it settles words that mean one thing of a dog and another of a cat. */
  species?: Species | undefined
}

/**
 * Codes what people write of an animal, in Russian, English or shelter shorthand. Says only what the words say;
 * never throws, and reads at most MAX_TEXT_LENGTH characters in linear time.
 */
export function codeDescription(text: string, options: CodeOptions = {}): CodedDescription {
  const reading = readItems(text)
  const { items } = reading
  const named = readSpecies(items)
  const species = options.species ?? named?.value
  const colours = readColours(items)
  const marks = readMarks(items)
  const breeds = readBreeds(reading, species)
  const allMarks = [...colours.marks, ...marks.marks].filter(
    (mark, index, list) => list.findIndex((each) => markKey(each) === markKey(mark)) === index,
  )
  const isOwners = items.some((item) => item.facts['lookfor'])
  const pattern = readPattern(items, species, colours)
  const found = {
    species: named,
    coat: readCoat(items) ?? coatOfBreed(reading),
    sex: readSex(items, isOwners),
    neutered: readNeutered(items, marks.isEarTipped),
    age: readAge(items, species),
    size: readSize(items, species),
    collar: readCollar(items, colours.collarColours, (at) => marks.earTags.has(at)),
  }
  const coded = [...new Set([...pattern.implied, ...colours.coat, ...breeds.colours, ...colours.parts])]
  return {
    ...(species && { species }),
    breeds: breeds.codes,
    isMix: breeds.isMix,
    colours: coded,
    ...(pattern.value && { pattern: pattern.value as Pattern }),
    ...(found.coat && { coat: found.coat.value }),
    ...(found.sex && { sex: found.sex.value }),
    ...(found.neutered && { neutered: found.neutered.value }),
    ...(found.age && { age: found.age.value }),
    ...(found.size && { size: found.size.value }),
    ...(found.collar && { collar: found.collar.value }),
    marks: allMarks,
    spans: [
      ...Object.values(found).flatMap((finding) => (finding ? [toSpan(items, finding)] : [])),
      ...[...breeds.spans, ...pattern.spans, ...colours.spans, ...marks.spans],
    ].sort((one, other) => one.start - other.start || one.end - other.end),
  }
}

function toSpan(items: readonly Item[], finding: Finding<unknown>): CodedSpan {
  const value =
    typeof finding.value === 'string' ? finding.value : ((finding.value as { worn?: string }).worn ?? '')
  const start = items[finding.from]!.token.start
  return { start, end: items[finding.to]!.last.end, field: finding.field, value }
}

const CONFIDENCE = { named: 0.9, guessed: 0.7, mix: 0.6, hedged: 0.4 } as const
/** Breeds whose name itself says the colour. */
const COLOUR_IN_NAME: Readonly<Record<string, 'grey_blue' | 'black' | 'white'>> = {
  russian_blue: 'grey_blue',
  black_russian_terrier: 'black',
  white_swiss_shepherd: 'white',
}

type BreedReading = {
  codes: CodedBreed[]
  isMix: boolean
  colours: ('grey_blue' | 'black' | 'white')[]
  spans: CodedSpan[]
}

function readBreeds({ tokens, items, breeds }: Reading, species: Species | undefined): BreedReading {
  const result: BreedReading = { codes: [], isMix: false, colours: [], spans: [] }
  const fits = (code: string) => species === undefined || getBreed(code)?.species === species
  const isCross = isJoinedBySign(
    tokens,
    breeds.breeds.filter((each) => fits(each.value)),
  )
  const mixAt = items.findIndex((item, at) => item.isMixWord && !isNegated(items, at) && !isOfEyes(items, at))
  result.isMix = mixAt >= 0 || isCross
  if (mixAt >= 0) {
    const { token, last } = items[mixAt]!
    result.spans.push({ start: token.start, end: last.end, field: 'isMix', value: 'true' })
  }
  const itemAt = new Map(items.map((item, at) => [item.token, at]))
  for (const mention of breeds.breeds) {
    const at = itemAt.get(tokens[mention.from]!) ?? -1
    const isOther = items[at]?.breed === undefined || isNegated(items, at) || isBystander(items, at)
    if (!fits(mention.value) || isOther || result.codes.some((each) => each.code === mention.value)) continue
    const isHedged = items
      .slice(Math.max(0, at - 5), at)
      .some((each) => each.facts['hedge'] && each.segment === items[at]!.segment)
    const kind = isHedged ? 'hedged' : result.isMix ? 'mix' : mention.guessed ? 'guessed' : 'named'
    result.codes.push({ code: mention.value, confidence: CONFIDENCE[kind] })
    const colour = COLOUR_IN_NAME[mention.value]
    if (colour) result.colours.push(colour)
    const [start, end] = [tokens[mention.from]!.start, tokens[mention.to - 1]!.end]
    result.spans.push({ start, end, field: 'breeds', value: mention.value })
  }
  result.codes = result.codes.filter(({ code }) => !GENERIC.has(code) || !hasSpecific(result.codes, code))
  if (result.codes.length === 0 && result.isMix && (species === undefined || species === 'dog')) {
    result.codes.push({ code: 'mixed', confidence: CONFIDENCE.named })
  }
  return result
}

/** "Crossed blue eyes" are no cross. */
const isOfEyes = (items: readonly Item[], at: number) =>
  items[at]!.last.text === 'crossed' &&
  items
    .slice(at + 1, at + 3)
    .some((each) => each.facts['part'] === 'eye' && each.segment === items[at]!.segment)

/** "Лайка (ЗСЛ)": the general word beside a breed of its kind adds nothing. */
const GENERIC: ReadonlySet<string> = new Set(['laika', 'spaniel', 'hound', 'setter', 'terrier'])

function hasSpecific(codes: readonly CodedBreed[], generic: string): boolean {
  const group = getBreed(generic)?.group
  return codes.some(({ code }) => !GENERIC.has(code) && getBreed(code)?.group === group)
}

/** Breed words that name a hair length too: "DSH", "american short hair", "hairless cat". */
function coatOfBreed({ tokens, items, breeds }: Reading): Finding<Coat> | undefined {
  for (const { from, to } of breeds.breeds) {
    const words = tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' ')
    const value = HAIR_IN_NAME.find(([pattern]) => pattern.test(words))?.[1]
    const at = items.findIndex((item) => item.token === tokens[from])
    if (value && at >= 0) return { value, from: at, to: at, field: 'coat' }
  }
  return undefined
}

const HAIR_IN_NAME: readonly [RegExp, Coat][] = [
  [/^(d s h|dsh|дкш)$|short ?hair|^(domestic|amer) (short|sh)|^короткошерст|домашняя короткошерст/, 'short'],
  [/^(d m h|dmh)$|medium ?hair|^domestic medium/, 'medium'],
  [/^(d l h|dlh|ддш)$|long ?hair|^domestic long|домашняя длинношерст/, 'long'],
  [/hairless|гол(ая|ый)/, 'hairless'],
]
