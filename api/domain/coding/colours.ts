import { COLOURS, type Colour, type Mark } from '../vocabulary.ts'
import { isFiller, locatePart, toMark } from './body-parts.ts'
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

/** Colour words that stand together ("black and white"), waiting for the noun they belong to. */
type Group = { items: number[] }
type Anchor = {
  at: number
  kind: 'part' | 'bare' | 'wear' | 'thing'
  chain: number[]
  group?: Group | undefined
}

/**
 * Gives every colour word to what it speaks of: a part or patch, the collar, something that is not the animal's
 * coat (eyes, nose, a car), or else the coat. Reads left to right; Russian also puts the colour after the part.
 */
export function readColours(items: readonly Item[]): ColourReading {
  const result: ColourReading = {
    coat: [],
    parts: [],
    marks: [],
    collarColours: [],
    isPatched: false,
    isJoined: true,
    spans: [],
  }
  let waiting: Group[] = []
  let anchor: Anchor | undefined
  let strangers = 0

  for (let at = 0; at < items.length; at++) {
    const item = items[at]!
    const { facts } = item
    const previous = items[at - 1]
    if (previous && previous.segment !== item.segment) {
      settle()
      if (anchor && !continuesList(at)) anchor = undefined
    }
    if (isColour(item)) {
      if (isNegated(items, at) || previous?.facts['notquite']) continue
      const end = anchor ? runEnd(at) : at
      if (anchor && followsAnchor(anchor, at, end)) {
        apply(anchor, { items: range(at, end).filter((each) => isColour(items[each]!)) })
        at = end
      } else if (isSecondEye(at)) {
        at = runEnd(at)
      } else {
        addToWaiting(at)
        strangers = 0
      }
    } else if ((facts['part'] || facts['bare']) && !facts['mark']) {
      const kind = facts['bare'] ? 'bare' : 'part'
      meetNoun({ at, kind, chain: [] })
    } else if (facts['patch'] || (facts['tip'] && findPatchPart(at) !== undefined)) {
      at = meetPatch(at)
    } else if (facts['item'] || facts['mark'] === 'clothing') {
      meetNoun({ at, kind: 'wear', chain: [] })
    } else if (facts['thing']) {
      meetNoun({ at, kind: 'thing', chain: [] })
    } else if (facts['species'] || item.breed || item.isMixWord || facts['hair'] || facts['but']) {
      settle()
      if (!facts['hair']) anchor = undefined
    } else if (facts['on'] && isPatchOn(at)) {
    } else if (facts['with'] || facts['on'] || facts['lookfor']) {
      settle()
      if (anchor?.kind !== 'part' || !anchor.group) anchor = undefined
    } else if (
      !isFiller(item) &&
      !facts['and'] &&
      !facts['length'] &&
      !facts['coat'] &&
      item.token.kind === 'word'
    ) {
      if (++strangers > 1) settle()
    }
  }
  settle()
  return result

  function addToWaiting(at: number): void {
    const last = waiting.at(-1)
    const lastItem = last?.items.at(-1)
    const isJoined =
      lastItem !== undefined && range(lastItem + 1, at - 1).some((each) => isJoiner(items[each]!))
    if (last && isJoined) last.items.push(at)
    else waiting.push({ items: [at] })
  }

  function settle(): void {
    for (const group of waiting) addCoat(group)
    waiting = []
    strangers = 0
  }

  function addCoat(group: Group): void {
    if (result.coat.length > 0) result.isJoined = false
    for (const at of group.items) {
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
  function meetNoun(noun: Anchor): void {
    const own = waiting.pop()
    const last = own?.items.at(-1)
    const isNear = last !== undefined && isBeside(last, noun)
    if (own && !isNear) waiting.push(own)
    settle()
    if (own && isNear) {
      apply(noun, own)
      anchor = { ...noun, group: own }
      return
    }
    const isListed = anchor?.kind === 'part' && noun.kind === 'part' && isJoinedList(anchor.at, noun.at)
    if (isListed && anchor?.group && endsHere(noun.at)) {
      apply(noun, anchor.group)
      anchor = { ...noun, group: anchor.group }
    } else {
      anchor = { ...noun, chain: isListed && anchor && !anchor.group ? [...anchor.chain, anchor.at] : [] }
    }
  }

  /** Nothing between a colour and its noun but small words, a word or two unknown ("red nylon collar"), a "fluffy". */
  function isBeside(colourAt: number, noun: Anchor): boolean {
    const between = range(colourAt + 1, noun.at - 1).map((each) => items[each]!)
    const others = between.filter((each) => !isFiller(each))
    const isUnknown = (each: Item) => Object.keys(each.facts).length === 0 && each.token.kind === 'word'
    const canStand = (each: Item) =>
      isUnknown(each) ||
      (noun.kind === 'part' && each.facts['coat'] !== undefined) ||
      each.facts['length'] !== undefined
    return others.length <= 2 && others.every(canStand)
  }

  function apply(target: Anchor, group: Group): void {
    if (target.kind === 'wear') {
      for (const at of group.items) {
        const tint = items[at]!.facts['tint'] as CollarColour | undefined
        if (tint && items[target.at]!.facts['item'] && !result.collarColours.includes(tint))
          result.collarColours.push(tint)
      }
    }
    if (target.kind !== 'part') return
    for (const at of [...target.chain, target.at]) markPart(at, group)
    target.group = group
  }

  function markPart(at: number, group: Group): void {
    const colours = group.items.flatMap((each) => coloursOf(items[each]!))
    const isGreyMuzzle =
      colours.join() === 'grey_blue' && items[at]!.facts['part'] === 'muzzle' && !items[at]!.facts['bare']
    if (isGreyMuzzle) return
    addPartColours(colours, group, at)
    const isDark = group.items.some((each) => items[each]!.facts['dark'])
    const type = markType(colours, isDark)
    if (type) for (const place of locatePart(items, at)) addMark(toMark(place, type), group.items[0]!, at)
  }

  function addPartColours(colours: readonly Colour[], group: Group, at: number): void {
    for (const colour of colours) {
      if (!result.parts.includes(colour)) result.parts.push(colour)
      note('colours', colour, Math.min(group.items[0]!, at), Math.max(group.items.at(-1)!, at))
    }
  }

  function addMark(mark: Mark, from: number, to: number): void {
    const key = [mark.part, mark.side ?? '', mark.type].join(':')
    if (result.marks.some((each) => [each.part, each.side ?? '', each.type].join(':') === key)) return
    result.marks.push(mark)
    note('marks', key, Math.min(from, to), Math.max(from, to))
  }

  /** A spot, stripe, tip or blaze and its part; returns the last item it used. */
  function meetPatch(at: number): number {
    const { facts } = items[at]!
    const own = waiting.pop()
    settle()
    const end = own ? at : runEnd(at + 1)
    const later = own
      ? []
      : range(at + 1, end).filter((each) => each < items.length && isColour(items[each]!))
    const group = own ?? (later[0] === at + 1 ? { items: later } : undefined)
    const beside = items[at - 1]?.facts['part'] ? at - 1 : undefined
    const part = findPatchPart(at) ?? beside
    const fallback = facts['defaultpart'] as Mark['part'] | undefined
    const places = part !== undefined ? locatePart(items, part) : fallback ? [{ part: fallback }] : []
    if (!group && fallback && part === undefined) addMark(toMark({ part: fallback }, 'white_patch'), at, at)
    if (!group || isNegated(items, at)) return at
    const colours = group.items.flatMap((each) => coloursOf(items[each]!))
    const type = markType(colours, false)
    const isEverywhere = places.length === 0 && facts['many'] !== undefined
    result.isPatched ||= isEverywhere
    if (isEverywhere) addCoat(group)
    else addPartColours(colours, group, at)
    if (type)
      for (const place of places)
        addMark(toMark(place, type), Math.min(at, part ?? at), Math.max(at, part ?? at))
    return Math.max(at, group.items.at(-1)!)
  }

  /** The part a patch lies on: "spot on the left ear", "на груди белое пятно", "кончик хвоста". */
  function findPatchPart(at: number): number | undefined {
    const here = items[at]!
    for (
      let next = at + 1, on = here.facts['tip'] !== undefined;
      next < Math.min(items.length, at + 7);
      next++
    ) {
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
    return undefined
  }

  /** The last token of a run of colour words joined by "and", "/", "-" or nothing. */
  function runEnd(at: number): number {
    let end = at
    for (let next = at; next < items.length && items[next]!.segment === items[at]?.segment; next++) {
      if (isColour(items[next]!)) end = next
      else if (!isJoiner(items[next]!) && !items[next]!.facts['shade']) break
    }
    return end
  }

  /** "Хвост чёрный", "collar is red": the colours come after their noun and no other noun claims them. */
  function followsAnchor(noun: Anchor, at: number, end: number): boolean {
    if (noun.group && noun.kind !== 'bare') return false
    const between = range(noun.at + 1, at - 1).map((each) => items[each]!)
    const isWorn =
      noun.kind === 'wear' && /^(was|is|был)$/.test(items[at - 1]?.token.text ?? '') && between.length <= 6
    if (isWorn) return true
    if (between.length > 4 || items[at]!.segment !== items[noun.at]!.segment) return false
    const canStand = (each: Item) =>
      isFiller(each) || each.facts['other'] || (noun.kind === 'bare' && (isColour(each) || each.facts['and']))
    if (!between.every(canStand)) return false
    if (noun.kind === 'thing' && between.length > 0) return false
    const next = items.slice(end + 1, end + 4).filter((each) => !isFiller(each))[0]
    const claims = next && next.segment === items[at]!.segment ? next.facts : {}
    const isClaimed =
      claims['part'] ??
      claims['bare'] ??
      claims['patch'] ??
      claims['item'] ??
      claims['species'] ??
      claims['hair']
    return isClaimed === undefined && next?.breed === undefined
  }

  /** "One blue eye, one brown." */
  function isSecondEye(at: number): boolean {
    const isOther = [items[at - 1], items[at - 2]].some(
      (each) => each?.facts['number'] === '1' || each?.facts['other'],
    )
    const eye = items.slice(Math.max(0, at - 5), at).some((each) => each.facts['part'] === 'eye')
    return isOther && eye
  }

  /** "White on chest", "белое на груди". */
  function isPatchOn(at: number): boolean {
    const last = waiting.at(-1)?.items.at(-1)
    if (last !== at - 1) return false
    const word = items[last]!.last.text
    if (/[а-я]/.test(word) && !word.endsWith('ое')) return false
    const next = items.slice(at + 1, at + 4).find((each) => !isFiller(each))
    return next?.facts['part'] !== undefined
  }

  function continuesList(at: number): boolean {
    return (
      anchor?.kind === 'part' &&
      anchor.group !== undefined &&
      isJoinedList(anchor.at, at) &&
      !isColour(items[at]!)
    )
  }

  function isJoinedList(from: number, to: number): boolean {
    return range(from + 1, to - 1).every(
      (each) => isJoiner(items[each]!) || isFiller(items[each]!) || items[each]!.token.text === ',',
    )
  }

  function endsHere(at: number): boolean {
    const next = items[at + 1]
    return (
      next === undefined ||
      next.token.kind === 'sign' ||
      next.facts['and'] !== undefined ||
      next.facts['with'] !== undefined
    )
  }

  function note(field: CodedSpan['field'], value: string, from: number, to: number): void {
    result.spans.push({ start: items[from]!.token.start, end: items[to]!.last.end, field, value })
  }
}

const isColour = ({ facts }: Item): boolean =>
  (facts['colour'] ?? facts['tint'] ?? facts['dark']) !== undefined
const isJoiner = ({ facts, token }: Item): boolean =>
  facts['and'] !== undefined || /^[/\\&+-]$/.test(token.text)
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)

function coloursOf({ facts }: Item): Colour[] {
  return (facts['colour']?.split(',') ?? []).filter((word): word is Colour =>
    (COLOURS as readonly string[]).includes(word),
  )
}

const DARK: readonly Colour[] = ['black', 'brown', 'grey_blue']

function markType(colours: readonly Colour[], isDark: boolean): Mark['type'] | undefined {
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
    if (!isFiller(item) && item.facts['yet'] === undefined && item.token.text !== 'been') return false
  }
  return false
}
