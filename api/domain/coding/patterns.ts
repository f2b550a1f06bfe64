import { type Colour, PATTERNS, type Pattern, type Species } from '../vocabulary.ts'
import { isFiller } from './body-parts.ts'
import { isNegated } from './colour-nouns.ts'
import type { ColourReading } from './colours.ts'
import type { CodedSpan } from './types.ts'
import type { Item } from './words.ts'

export type PatternReading = { value: Pattern | undefined; implied: Colour[]; spans: CodedSpan[] }

/** When several are said the one further left tells more: a "calico tabby" is a calico. */
const RANK: readonly Pattern[] = [
  'calico',
  'tortie',
  'point',
  'merle',
  'brindle',
  'saddle',
  'sable',
  'tabby',
  'tricolour',
  'spotted',
  'solid',
  'bicolour',
]

/** The pattern named, or else the one that the coat's colours make together. */
export function readPattern(
  items: readonly Item[],
  species: Species | undefined,
  colours: ColourReading,
): PatternReading {
  const said = items.flatMap((item, at) => {
    const value = patternOf(item, species)
    return value && !isNegated(items, at) ? [{ value, item }] : []
  })
  const whole = items.find((item, at) => item.facts['whole'] && isColourAfter(items, at))
  if (whole) said.push({ value: 'solid', item: whole })
  const [best] = said.sort((one, other) => RANK.indexOf(one.value) - RANK.indexOf(other.value))
  const value = best?.value ?? patternOfColours(colours, species)
  const implied: Colour[] =
    species !== 'dog' && best?.value === 'calico' && best.item.facts['tri'] ? ['black', 'red', 'white'] : []
  const spans: CodedSpan[] = best
    ? [{ start: best.item.token.start, end: best.item.last.end, field: 'pattern', value: best.value }]
    : []
  return { value, implied, spans }
}

/** "All black", "весь белый", "полностью рыжая". */
function isColourAfter(items: readonly Item[], at: number): boolean {
  const next = items[at + 1]
  const after = next && isFiller(next) && !next.facts['end'] ? items[at + 2] : next
  return after?.facts['colour'] !== undefined && after.segment === items[at]!.segment
}

/** Words that mean one pattern of a cat and another of a dog. */
function patternOf({ facts }: Item, species: Species | undefined): Pattern | undefined {
  const isDog = species === 'dog'
  if (facts['tri']) return isDog || species === 'rabbit' ? 'tricolour' : 'calico'
  if (facts['striped']) return isDog ? 'brindle' : 'tabby'
  if (facts['marbled']) return isDog ? 'merle' : 'tabby'
  if (facts['catpattern'] && species === 'cat') return 'tortie'
  const word = facts['pattern']
  return PATTERNS.find((pattern) => pattern === word)
}

function patternOfColours(
  { coat, isPatched, isJoined }: ColourReading,
  species: Species | undefined,
): Pattern | undefined {
  const has = (...wanted: Colour[]) => wanted.every((colour) => coat.includes(colour))
  if (isPatched && species !== 'cat') return 'spotted'
  if (coat.length >= 3 && species === 'cat' && has('black', 'white', 'red')) return 'calico'
  if (coat.length >= 3 && has('black', 'white'))
    return coat.length === 3 && !has('grey_blue') ? 'tricolour' : undefined
  if (coat.length === 2 && has('white')) return 'bicolour'
  return coat.length === 2 && isJoined && species === 'cat' && has('black', 'red') ? 'tortie' : undefined
}
