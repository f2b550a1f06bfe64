import { MARK_PARTS, type Mark, type MarkPart, type MarkSide } from '../vocabulary.ts'
import type { Item } from './words.ts'

export type Place = { part: MarkPart; side?: MarkSide }

const isCode = (word: string | undefined): word is MarkPart =>
  (MARK_PARTS as readonly string[]).includes(word ?? '')

/** Words that may stand between a part and what is said of it: "his left front", "(left)", "is". */
export function isFiller(item: Item): boolean {
  const { facts } = item
  if (facts['pronoun'] || facts['filler'] || facts['shade'] || facts['side'] || facts['end']) return true
  if (facts['single'] || facts['number'] || facts['hedge']) return true
  return item.token.kind === 'sign' && '(:-–—"«»'.includes(item.token.text)
}

const SINGULAR =
  /^(лапа|лапу|лапой|лапе|лапка|лапку|лапкой|лапке|нога|ногу|ноге|ногой|ножка|ножку|ножкой|ножке|конечность|пальчик|носочек|ухо|уха|уху|ухом|ухе|ушко|ушка|ушком|ушке|глаз|глазик|глазу|глазом|глазок|глазика|бок|бочок|боку|бочка)$/

export function isPlural(item: Item, isAfterPreposition = false): boolean {
  const word = item.last.text
  if (word === 'глаза' && isAfterPreposition) return false
  if (item.facts['many'] || item.facts['sock']) return !SINGULAR.test(word) && word !== 'toe'
  if (/[а-я]/.test(word)) return !SINGULAR.test(word)
  return word.endsWith('s') || word === 'feet' || word.endsWith('ed')
}

/**
 * The places a part word stands for: "front paws" both front paws, "paws" all four, "left ear" one ear. A single
 * paw or leg without "front" or "hind" is no place of the contract and gives none.
 */
export function locatePart(items: readonly Item[], at: number, asLeg = false): Place[] {
  const item = items[at]!
  const part = item.facts['part']
  const { side, end } = readSides(items, at)
  const plural = isPlural(item, items[at - 1]?.facts['on'] !== undefined) || items[at - 1]?.token.text === '2'
  if (part === 'paw' || part === 'leg') {
    const isFoot = /^(foot|feet|paw|paws|toe|toes)$/.test(item.last.text)
    const kind = part === 'leg' || (asLeg && !isFoot) ? 'leg' : 'paw'
    const ends = end ? [end] : plural ? ['front', 'hind'] : []
    return ends.map((each) => toPlace(`${each}_${kind}` as MarkPart, side ?? (plural ? 'both' : undefined)))
  }
  if (!isCode(part)) return []
  const hasPair = part === 'ear' || part === 'eye' || part === 'side'
  return [toPlace(part, side ?? (hasPair && plural ? 'both' : undefined))]
}

export function toPlace(part: MarkPart, side: string | undefined): Place {
  return side === 'left' || side === 'right' || side === 'both' ? { part, side } : { part }
}

/** "left", "front" and the like beside a part: before it, or after it when no other part follows them. */
function readSides(
  items: readonly Item[],
  at: number,
): { side: string | undefined; end: string | undefined } {
  const item = items[at]!
  let side: string | undefined
  let end = item.facts['end']
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const each = items[before]!
    const isStep = each.facts['colour'] || each.facts['tint'] || each.facts['and'] || isFiller(each)
    if (!isStep || each.segment !== item.segment) break
    side ??= each.facts['side']
    end ??= each.facts['end']
  }
  const after: Item[] = []
  let next = at + 1
  while (
    next < items.length &&
    next < at + 5 &&
    items[next]!.sentence === item.sentence &&
    isSideStep(items[next]!)
  ) {
    after.push(items[next++]!)
  }
  if (items[next]?.facts['part'] === undefined) {
    side ??= after.find((each) => each.facts['side'])?.facts['side']
    end ??= after.find((each) => each.facts['end'])?.facts['end']
  } else if (after.some((each) => each.facts['on']) && item.facts['sock']) {
    end ??= after.find((each) => each.facts['end'])?.facts['end']
    side ??= after.find((each) => each.facts['side'] && each.facts['side'] !== 'both')?.facts['side']
  }
  return { side, end }
}

function isSideStep({ facts, token }: Item): boolean {
  const isSide =
    facts['side'] || facts['end'] || facts['on'] || facts['filler'] || facts['pronoun'] || facts['number']
  return isSide !== undefined || token.text === '(' || token.text === '-'
}

export function toMark(place: Place, type: Mark['type']): Mark {
  return { ...place, type, visibility: 'public' }
}

/** "ear:left:notch": equal for marks that say the same. */
export function markKey(mark: Mark): string {
  return [mark.part, mark.side ?? '', mark.type].join(':')
}
