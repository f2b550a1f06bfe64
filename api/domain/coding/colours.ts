import type { Colour, Mark } from '../vocabulary.ts'
import { isFiller, locatePart, markKey, type Place, toMark } from './body-parts.ts'
import {
  coloursOf,
  endsHere,
  findPatchPart,
  followsNoun,
  isBeside,
  isColour,
  isJoinedList,
  isJoiner,
  isNegated,
  isPatchOn,
  isSecondEye,
  markType,
  type Noun,
  nounOf,
  range,
  runEnd,
} from './colour-nouns.ts'
import { isBystander } from './subject.ts'
import type { CodedSpan, CollarColour } from './types.ts'
import type { Item } from './words.ts'

export type ColourReading = {
  /** Colours said of the whole coat, in reading order. */
  coat: Colour[]
  /** Colours said of a part or a patch only ("white paws"). */
  parts: Colour[]
  marks: Mark[]
  collarColours: CollarColour[]
  /** "White with black spots": many patches of another colour, nowhere in particular. */
  isPatched: boolean
  /** All coat colours were said in one breath: "black and red". */
  isJoined: boolean
  spans: CodedSpan[]
}

/** Items of colour words that stand together ("black and white"), waiting for the noun they belong to. */
type Group = number[]
/** The noun last met: with `group` when it has its colours, `chain` the parts listed before it that wait for some. */
type Anchor = Noun & { chain: number[]; group?: Group | undefined }

/**
 * Gives every colour word to what it speaks of: a part or patch, the collar, something that is not the animal's
 * coat (eyes, nose, a car), or else the coat. Reads left to right; Russian also puts the colour after the part.
 */
export function readColours(items: readonly Item[]): ColourReading {
  const result: ColourReading = {
    ...{ coat: [], parts: [], marks: [], collarColours: [], spans: [] },
    ...{ isPatched: false, isJoined: true },
  }
  let waiting: Group[] = []
  let anchor: Anchor | undefined
  let strangers = 0

  for (let at = 0; at < items.length; at++) {
    const item = items[at]!
    const previous = items[at - 1]
    if (previous && previous.segment !== item.segment) {
      settle()
      const isListed = anchor?.kind === 'part' && anchor.group && isJoinedList(items, anchor.at, at)
      if (!isListed || isColour(item)) anchor = undefined
    }
    at = isColour(item) ? meetColour(at) : meetOther(at)
  }
  settle()
  return result

  /** Returns the last item it used. */
  function meetColour(at: number): number {
    if (isNegated(items, at) || items[at - 1]?.facts['notquite']) return at
    const end = runEnd(items, at)
    if (isOfBystander(items, at, end)) return end
    const isTaken = anchor?.group && anchor.kind !== 'bare'
    if (anchor && !isTaken && followsNoun(items, anchor, at, end)) {
      apply(
        anchor,
        range(at, end).filter((each) => isColour(items[each]!)),
      )
      return end
    }
    if (isSecondEye(items, at)) return end
    const last = waiting.at(-1)
    const lastAt = last?.at(-1)
    if (last && lastAt !== undefined && items.slice(lastAt + 1, at).some(isJoiner)) last.push(at)
    else waiting.push([at])
    strangers = 0
    return at
  }

  function meetOther(at: number): number {
    const item = items[at]!
    const { facts } = item
    const noun = nounOf(item, at)
    if (noun) meetNoun(noun)
    else if (facts['patch'] || (facts['tip'] && findPatchPart(items, at) !== undefined)) return meetPatch(at)
    else if (facts['species'] || item.breed || item.isMixWord || facts['hair'] || facts['but']) {
      settle()
      if (!facts['hair']) anchor = undefined
    } else if (facts['with'] || facts['on'] || facts['lookfor']) {
      if (facts['on'] && isPatchOn(items, waiting.at(-1)?.at(-1), at)) return at
      settle()
      if (anchor?.kind !== 'part' || !anchor.group) anchor = undefined
    } else if (isStranger(item) && ++strangers > 1) settle()
    return at
  }

  function settle(): void {
    for (const group of waiting) addCoat(group)
    waiting = []
    strangers = 0
  }

  function addCoat(group: Group): void {
    if (result.coat.length > 0) result.isJoined = false
    for (const at of group) {
      const isTuxedo = items[at]!.facts['pattern'] === 'bicolour'
      const hasOther = result.coat.some((colour) => colour !== 'white')
      for (const colour of coloursOf(items[at]!)) {
        if (isTuxedo && hasOther && colour === 'black') continue
        if (!result.coat.includes(colour)) result.coat.push(colour)
        note('colours', colour, at, at)
      }
    }
  }

  /** The nearest group belongs to the noun, the earlier ones to the coat. */
  function meetNoun(noun: Noun): void {
    const own = waiting.pop()
    const isOwn = own !== undefined && isBeside(items, own.at(-1)!, noun)
    if (own && !isOwn) waiting.push(own)
    settle()
    const isListed =
      anchor?.kind === 'part' && noun.kind === 'part' && isJoinedList(items, anchor.at, noun.at)
    const before = anchor
    anchor = { ...noun, chain: [] }
    if (isOwn) apply(anchor, own)
    else if (isListed && before?.group && endsHere(items, noun.at)) apply(anchor, before.group)
    else if (isListed && before && !before.group) anchor.chain = [...before.chain, before.at]
  }

  function apply(target: Anchor, group: Group): void {
    target.group = group
    if (target.kind === 'wear' && items[target.at]!.facts['item']) {
      for (const at of group) {
        const tint = items[at]!.facts['tint'] as CollarColour | undefined
        if (tint && !result.collarColours.includes(tint)) result.collarColours.push(tint)
      }
    }
    if (target.kind === 'part') for (const at of [...target.chain, target.at]) colourPart(at, group)
  }

  function colourPart(at: number, group: Group): void {
    const colours = group.flatMap((each) => coloursOf(items[each]!))
    // A grey muzzle is a sign of age.
    if (colours.join() === 'grey_blue' && items[at]!.last.text === 'muzzle') return
    addPartColours(colours, group, at)
    const type = markType(
      colours,
      group.some((each) => items[each]!.facts['dark']),
    )
    if (type) addMarks(locatePart(items, at), type, group[0]!, at)
  }

  /** A spot, stripe, tip or blaze and its part; returns the last item it used. */
  function meetPatch(at: number): number {
    const { facts } = items[at]!
    const own = waiting.pop()
    settle()
    const end = own || !items[at + 1] ? at : runEnd(items, at + 1)
    const later = own ? [] : range(at + 1, end).filter((each) => isColour(items[each]!))
    const group = own ?? (later[0] === at + 1 ? later : undefined)
    const part = findPatchPart(items, at)
    const fallback = facts['defaultpart'] as Mark['part'] | undefined
    const places = part !== undefined ? locatePart(items, part) : fallback ? [{ part: fallback }] : []
    if (!group && fallback && part === undefined) addMarks(places, 'white_patch', at, at)
    if (!group || isNegated(items, at)) return at
    const colours = group.flatMap((each) => coloursOf(items[each]!))
    const isEverywhere = places.length === 0 && facts['many'] !== undefined
    result.isPatched ||= isEverywhere
    if (isEverywhere) addCoat(group)
    else addPartColours(colours, group, at)
    const type = markType(colours, false)
    if (type) addMarks(places, type, at, part ?? at)
    return Math.max(at, group.at(-1)!)
  }

  function addPartColours(colours: readonly Colour[], group: Group, at: number): void {
    for (const colour of colours) {
      if (!result.parts.includes(colour)) result.parts.push(colour)
      note('colours', colour, Math.min(group[0]!, at), Math.max(group.at(-1)!, at))
    }
  }

  function addMarks(places: readonly Place[], type: Mark['type'], from: number, to: number): void {
    for (const mark of places.map((place) => toMark(place, type))) {
      const value = markKey(mark)
      if (result.marks.some((each) => markKey(each) === value)) continue
      result.marks.push(mark)
      note('marks', value, Math.min(from, to), Math.max(from, to))
    }
  }

  function note(field: CodedSpan['field'], value: string, from: number, to: number): void {
    result.spans.push({ start: items[from]!.token.start, end: items[to]!.last.end, field, value })
  }
}

/** "Chased by a black dog", "my other cat is black": colours of an animal that the text is not about. */
function isOfBystander(items: readonly Item[], from: number, to: number): boolean {
  const isAnother = (at: number) => {
    const item = items[at]
    if (item?.segment !== items[from]!.segment) return false
    // "Other cat" is one piece with what is feared, liked or left at home.
    const isNamed = item.facts['avoid'] !== undefined && /^(cat|dog)s?$/.test(item.last.text)
    return isNamed || ((item.facts['species'] ?? item.breed) !== undefined && isBystander(items, at))
  }
  const stated = items.slice(0, from).findLastIndex((each) => !isFiller(each))
  return isAnother(to + 1) || isAnother(stated)
}

/** A word that says nothing here; two of them part a colour from the noun after them. */
function isStranger(item: Item): boolean {
  const { and, length, coat } = item.facts
  return !isFiller(item) && (and ?? length ?? coat) === undefined && item.token.kind === 'word'
}
