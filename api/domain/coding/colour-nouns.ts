import { COLOURS, type Colour, type Mark } from '../vocabulary.ts'
import { isFiller } from './body-parts.ts'
import type { Item } from './words.ts'

/** What a colour word can speak of, other than the coat: a body part, eyes and nose, a collar, some other thing. */
export type Noun = { at: number; kind: 'part' | 'bare' | 'wear' | 'thing' }

export const isColour = ({ facts }: Item): boolean =>
  (facts['colour'] ?? facts['tint'] ?? facts['dark']) !== undefined
export const isJoiner = ({ facts, token }: Item): boolean =>
  facts['and'] !== undefined || /^[/\\&+-]$/.test(token.text)
/** Whole numbers from `from` to `to`, both included. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)

export function coloursOf({ facts }: Item): Colour[] {
  const words = facts['colour']?.split(',') ?? []
  return words.filter((word): word is Colour => (COLOURS as readonly string[]).includes(word))
}

export function nounOf({ facts }: Item, at: number): Noun | undefined {
  if (facts['part'] && !facts['mark'] && !facts['bare']) return { at, kind: 'part' }
  if (facts['bare'] && !facts['mark']) return { at, kind: 'bare' }
  if (facts['item'] || facts['mark'] === 'clothing') return { at, kind: 'wear' }
  return facts['thing'] ? { at, kind: 'thing' } : undefined
}

const DARK: readonly Colour[] = ['black', 'brown', 'grey_blue']

/** The mark that a part of these colours is; a mixture of white and others is none. */
export function markType(colours: readonly Colour[], isDark: boolean): Mark['type'] | undefined {
  if (colours.length === 0) return isDark ? 'dark_patch' : undefined
  if (colours.every((colour) => colour === 'white')) return 'white_patch'
  if (colours.includes('white')) return undefined
  return colours.every((colour) => DARK.includes(colour)) ? 'dark_patch' : 'spot'
}

/** "Not white", "без единого белого": a negation just before, with nothing but small words between. */
export function isNegated(items: readonly Item[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const item = items[before]!
    if (item.segment !== items[at]!.segment) return false
    if (item.facts['neg']) return true
    if (!isFiller(item) && item.token.text !== 'been') return false
  }
  return false
}

/** The last of a run of colour words that begins at `at`, joined by "and", "/", "-" or nothing. */
export function runEnd(items: readonly Item[], at: number): number {
  let end = at
  for (let next = at; next < items.length && items[next]!.segment === items[at]!.segment; next++) {
    if (isColour(items[next]!)) end = next
    else if (!isJoiner(items[next]!) && !items[next]!.facts['shade']) break
  }
  return end
}

/** Between a colour and its noun stand small words, a word or two unknown ("red nylon collar"), a "fluffy". */
export function isBeside(items: readonly Item[], colourAt: number, noun: Noun): boolean {
  const others = items.slice(colourAt + 1, noun.at).filter((each) => !isFiller(each))
  const isUnknown = (each: Item) => Object.keys(each.facts).length === 0 && each.token.kind === 'word'
  const canStand = ({ facts }: Item) =>
    facts['on'] ?? facts['length'] ?? (noun.kind === 'part' ? facts['coat'] : undefined)
  return others.length <= 2 && others.every((each) => isUnknown(each) || canStand(each) !== undefined)
}

/** "Хвост чёрный", "collar is red": the colours from `at` to `end` come after their noun and no other claims them. */
export function followsNoun(items: readonly Item[], noun: Noun, at: number, end: number): boolean {
  const between = items.slice(noun.at + 1, at)
  const isStated = /^(was|is|был)$/.test(items[at - 1]?.token.text ?? '')
  if (noun.kind === 'wear' && isStated && between.length <= 6) return true
  if (between.length > 4 || items[at]!.segment !== items[noun.at]!.segment) return false
  const canStand = (each: Item) =>
    isFiller(each) ||
    each.facts['other'] !== undefined ||
    (noun.kind === 'bare' && (isColour(each) || each.facts['and'] !== undefined))
  if (!between.every(canStand) || (noun.kind === 'thing' && between.length > 0)) return false
  // "Ошейник синего цвета": the word "colour" after a colour is no noun of its own.
  const next = items
    .slice(end + 1, end + 4)
    .find((each) => !isFiller(each) && !(noun.kind === 'wear' && /^(цвета|colou?r)$/.test(each.last.text)))
  if (next === undefined || next.segment !== items[at]!.segment) return true
  const { part, bare, patch, item, species, hair } = next.facts
  return (part ?? bare ?? patch ?? item ?? species ?? hair ?? next.breed) === undefined
}

/** "One blue eye, one brown": the second colour is of an eye too. */
export function isSecondEye(items: readonly Item[], at: number): boolean {
  const isOther = [items[at - 1], items[at - 2]].some(
    (each) => each?.facts['number'] === '1' || each?.facts['other'],
  )
  return isOther && items.slice(Math.max(0, at - 5), at).some((each) => each.facts['part'] === 'eye')
}

/** "White on chest", "белое на груди": `at` is the "on" after the colour at `colourAt`. */
export function isPatchOn(items: readonly Item[], colourAt: number | undefined, at: number): boolean {
  if (colourAt === undefined || colourAt !== at - 1) return false
  const word = items[colourAt]!.last.text
  if (/[а-я]/.test(word) && !word.endsWith('ое')) return false
  return items.slice(at + 1, at + 4).find((each) => !isFiller(each))?.facts['part'] !== undefined
}

/** The part a patch lies on: "spot on the left ear", "на груди белое пятно", "кончик хвоста". */
export function findPatchPart(items: readonly Item[], at: number): number | undefined {
  const here = items[at]!
  let on = here.facts['tip'] !== undefined
  for (let next = at + 1; next < Math.min(items.length, at + 7); next++) {
    const item = items[next]!
    if (item.segment !== here.segment || isColour(item)) break
    if (item.facts['part'] && item.facts['part'] !== 'brow') return on ? next : undefined
    if (item.facts['on']) on = true
    else if (!isFiller(item)) break
  }
  for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
    const item = items[before]!
    if (item.segment !== here.segment || item.facts['species'] || item.breed) break
    const isPlaced =
      here.facts['tip'] || items.slice(Math.max(0, before - 3), before).some((each) => each.facts['on'])
    if (item.facts['part'] && isPlaced) return before
  }
  return items[at - 1]?.facts['part'] ? at - 1 : undefined
}

/** Only "and", commas and small words between two parts: "грудка, живот и лапки". */
export function isJoinedList(items: readonly Item[], from: number, to: number): boolean {
  return items
    .slice(from + 1, to)
    .every((each) => isJoiner(each) || isFiller(each) || each.token.text === ',')
}

/** A part that ends a list, so that it is no subject of its own ("white paws, tail wagging"). */
export function endsHere(items: readonly Item[], at: number): boolean {
  const next = items[at + 1]
  return (
    next === undefined ||
    next.token.kind === 'sign' ||
    (next.facts['and'] ?? next.facts['with']) !== undefined
  )
}
