import type { Mark, MarkPart } from '../vocabulary.ts'
import { isFiller, isPlural, locatePart, markKey, type Place, toMark, toPlace } from './body-parts.ts'
import { isNegated } from './colour-nouns.ts'
import { isWornByPerson } from './subject.ts'
import type { CodedSpan } from './types.ts'
import type { Item } from './words.ts'

export type MarkReading = {
  marks: Mark[]
  /** An ear tip or ear tag as catch-and-return programmes give it: the animal was neutered there. */
  isEarTipped: boolean
  /** Items that are ear tags, and so no tag of a collar. */
  earTags: Set<number>
  spans: CodedSpan[]
}

/** Parts a kind of mark can be on, and where it is when no part is named (none: it is not taken). */
const WHERE: Record<string, { parts?: readonly string[]; otherwise?: MarkPart }> = {
  notch: { parts: ['ear', 'tail'] },
  tipped: { parts: ['ear'] },
  missing: { parts: ['ear', 'eye', 'tail', 'paw', 'leg'] },
  kinked: { parts: ['tail'] },
  docked: { parts: ['ear', 'tail'] },
  blind: { parts: ['eye'], otherwise: 'eye' },
  tattoo: { parts: ['ear', 'belly', 'hind_leg', 'side'], otherwise: 'whole_body' },
  other: { parts: ['ear'] },
  scar: {},
  wound: {},
  lump: {},
  bald_patch: {},
}
const REACH = 6

/** Scars, notches, docked tails and the rest: every mark word with the body part said near it. */
export function readMarks(items: readonly Item[]): MarkReading {
  const result: MarkReading = { marks: [], isEarTipped: false, earTags: new Set(), spans: [] }
  let tripod: number | undefined

  items.forEach((item, at) => {
    const { facts } = item
    const type = facts['mark'] as Mark['type'] | undefined
    if (type && !isNegated(items, at)) {
      if (type === 'clothing') {
        if (!isWornByPerson(items, at)) add([{ part: 'whole_body' }], type, at, at)
      } else if (type === 'limp') readLimp(at)
      else readTyped(at, type)
    }
    if (facts['part']) {
      if (isMissing(at)) add(locatePart(items, at, true), 'missing', at, at)
      if (facts['part'] === 'tail' && isShort(at)) add([{ part: 'tail' }], 'docked', at, at)
      if (facts['part'] === 'eye' && isOddEye(at)) add([{ part: 'eye' }], 'odd_eyed', at, at)
    }
    if (facts['tip']) readTip(at)
    if (facts['eartag']) readEarTag(at)
  })
  const lost = result.marks.some((mark) => mark.type === 'missing' && /leg|paw/.test(mark.part))
  if (tripod !== undefined && !lost) add([{ part: 'whole_body' }], 'missing', tripod, tripod)
  return result

  function factOf(list: readonly Item[], name: string): string | undefined {
    return list.find((each) => each.facts[name])?.facts[name]
  }

  function readTyped(at: number, type: Mark['type']): void {
    const { facts } = items[at]!
    if (facts['tripod']) {
      tripod = at
      return
    }
    const named = facts['part'] as MarkPart | undefined
    if (named) {
      if (type === 'missing' && named === 'eye' && isOddEye(at)) return
      const side = facts['many'] ? 'both' : type === 'odd_eyed' ? undefined : sideNear(at)
      if (type === 'tipped') result.isEarTipped = true
      add([toPlace(named, side)], type, at, at)
      return
    }
    if (type === 'tipped' && !/[а-я]/.test(items[at]!.token.text)) result.isEarTipped = true
    const where = WHERE[type] ?? {}
    const parts = findParts(at, type, where.parts)
    const end = type === 'missing' && parts.length === 0 ? endAfter(at) : undefined
    if (end) add([toPlace(`${end}_leg` as MarkPart, sideNear(at))], type, at, at + 2)
    const places = parts.flatMap((each) => locatePart(items, each, type === 'missing' || type === 'scar'))
    if (places.length > 0) add(places, type, Math.min(at, ...parts), Math.max(at, ...parts))
    else if (where.otherwise && parts.length === 0) add([toPlace(where.otherwise, undefined)], type, at, at)
  }

  /** The nearest fitting part in the same stretch between commas, and the parts joined to it by "and". */
  function findParts(at: number, type: string, fitting: readonly string[] | undefined): number[] {
    const fits = (each: number) => {
      const part = items[each]?.facts['part']
      const isOwnWord = part !== undefined && items[each]!.facts['mark'] === undefined
      return isOwnWord && part !== 'brow' && (fitting?.includes(part) ?? true)
    }
    const forward = nearest(at, 1, fits)
    const backward =
      type === 'missing' && !/[а-я]/.test(items[at]!.token.text) ? undefined : nearest(at, -1, fits)
    const isForward =
      forward !== undefined && (backward === undefined || forward - at <= at - backward || hasOn(at, forward))
    const first = isForward ? forward : backward
    if (first === undefined) return []
    if (type === 'missing' && !isCloseBy(at, first)) return []
    const step = isForward ? 1 : -1
    const found = [first]
    for (let each = first + step; Math.abs(each - first) <= 4; each += step) {
      if (fits(each)) found.push(each)
      else if (!items[each] || !(items[each]!.facts['and'] || isFiller(items[each]!))) break
    }
    return found
  }

  function nearest(at: number, step: number, fits: (each: number) => boolean): number | undefined {
    for (let each = at + step; Math.abs(each - at) <= REACH; each += step) {
      const item = items[each]
      if (!item || item.segment !== items[at]!.segment) return undefined
      if (fits(each)) return each
      if (item.facts['mark'] || item.facts['item'] || item.facts['species']) return undefined
    }
    return undefined
  }

  function hasOn(at: number, part: number): boolean {
    return items.slice(at + 1, part).some((each) => each.facts['on'])
  }

  /** "Missing left eye", but not "missing since Friday, one ear up". */
  function isCloseBy(at: number, part: number): boolean {
    return items
      .slice(Math.min(at, part) + 1, Math.max(at, part))
      .every((each) => isFiller(each) || each.facts['single'])
  }

  /** "Missing right hind": the leg goes without saying. */
  function endAfter(at: number): string | undefined {
    const [first, second] = [items[at + 1], items[at + 2]]
    return first && second && isFiller(first) && second.segment === items[at]!.segment
      ? second.facts['end']
      : undefined
  }

  function readLimp(at: number): void {
    const here = items[at]!
    let end: string | undefined
    let side: string | undefined
    let reach = at
    for (let each = Math.max(0, at - 4); each <= Math.min(items.length - 1, at + REACH); each++) {
      const item = items[each]!
      if (item.segment !== here.segment) continue
      if (item.facts['end'] ?? item.facts['side']) reach = Math.max(reach, each)
      end ??= item.facts['end']
      side ??= item.facts['side']
    }
    const whole = items.filter((each) => each.sentence === here.sentence)
    if (!end) [end, side] = [factOf(whole, 'end'), side ?? factOf(whole, 'side')]
    add([end ? toPlace(`${end}_leg` as MarkPart, side) : { part: 'whole_body' }], 'limp', at, reach)
  }

  /** "No tail", "без левого глаза", "нет уха", "хвоста нет". */
  function isMissing(at: number): boolean {
    const { part } = items[at]!.facts
    if (!part || !WHERE['missing']!.parts!.includes(part) || items[at]!.facts['mark']) return false
    const neg = items
      .slice(Math.max(0, at - 5), at)
      .findLastIndex((each) => !isFiller(each) && !each.facts['single'])
    const before = items.slice(Math.max(0, at - 5), at)[neg]
    const isNamed = !items.slice(at - 1, at).some((each) => each.facts['colour'])
    if (before?.facts['neg'] && before.segment === items[at]!.segment && isNamed) return true
    const word = items[at]!.last.text
    const after = items[at + 1]
    const endsAfter = items[at + 2] === undefined || items[at + 2]!.token.kind === 'sign'
    return /^(хвоста|глаза|уха|ушка|ушей|лапы|лапки)$/.test(word) && after?.token.text === 'нет' && endsAfter
  }

  function isShort(at: number): boolean {
    return [items[at - 1], items[at + 1]].some(
      (each) => each?.facts['length'] === 'short' && each.segment === items[at]!.segment,
    )
  }

  /** "One blue eye", "один глаз голубой, другой карий". */
  function isOddEye(at: number): boolean {
    const isOne = (each: Item) => each.facts['single'] !== undefined || each.facts['number'] === '1'
    const tints = items
      .slice(Math.max(0, at - 2), at)
      .some((each) => each.facts['tint'] ?? each.facts['colour'])
    const before =
      items.slice(Math.max(0, at - 3), at + 1).some(isOne) || items[at]!.facts['mark'] === 'missing'
    if (before && tints && !isPlural(items[at]!)) return true
    const after = items.slice(at + 1, at + 7).filter((each) => each.sentence === items[at]!.sentence)
    return (
      before &&
      after.some((each) => each.facts['other']) &&
      after.some((each) => each.facts['colour'] ?? each.facts['tint'])
    )
  }

  /** "Ear tipped", "кончика уха нет"; a coloured tip of the tail is read with the colours. */
  function readTip(at: number): void {
    const isEar = (each: number) => items[each]?.facts['part'] === 'ear'
    const ear = [at - 1, at + 1, at - 2, at + 2, at - 3, at + 3].find(isEar)
    if (ear === undefined || items[ear]!.sentence !== items[at]!.sentence) return
    const isCut = items[at]!.token.text === 'tipped'
    const near = items.slice(Math.max(0, Math.min(at, ear) - 2), Math.max(at, ear) + 3)
    if (
      isCut ||
      near.some((each) => each.facts['neg'] ?? (each.facts['mark'] === 'missing' ? 'yes' : undefined))
    ) {
      add(locatePart(items, ear), 'tipped', Math.min(at, ear), Math.max(at, ear))
      if (isCut) result.isEarTipped = true
    }
  }

  function readEarTag(at: number): void {
    const ear = nearest(at, 1, (each) => items[each]!.facts['part'] === 'ear')
    if (ear === undefined) return
    result.earTags.add(at)
    result.isEarTipped = true
    add(locatePart(items, ear), 'other', at, ear)
  }

  function sideNear(at: number): string | undefined {
    const near = [at - 1, at + 1, at + 2, at - 2].map((each) => items[each])
    const close = near.filter((each) => each && each.sentence === items[at]!.sentence)
    return close.find((each) => each!.facts['side'])?.facts['side']
  }

  function add(places: readonly Place[], type: Mark['type'], from: number, to: number): void {
    for (const place of places) {
      const mark = toMark(place, type)
      const value = markKey(mark)
      if (result.marks.some((each) => markKey(each) === value)) continue
      result.marks.push(mark)
      result.spans.push({ start: items[from]!.token.start, end: items[to]!.last.end, field: 'marks', value })
    }
  }
}
