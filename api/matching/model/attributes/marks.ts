import type { PublicMark } from '../../../domain/animal-codes.ts'
import { placeOfMark } from '../../../domain/limbs.ts'
import type { MarkType } from '../../../domain/vocabulary.ts'

export type MarkRatios = {
  rare: number
  common: number
  sideUnknown: number
  contradict: number
  most: number
}

/** Marks that many animals have: agreement on them says less. `tipped` ears mark neutered street cats. */
const COMMON: readonly MarkType[] = [
  'white_patch',
  'dark_patch',
  'spot',
  'tipped',
  'docked',
  'clothing',
  'other',
]
/** Types that may pass or be seen on one day only: a different side is a slip, not a contradiction of the body. */
const PASSING: readonly MarkType[] = ['wound', 'limp', 'clothing', 'other', 'bald_patch']

export type MarkFinding = { mark: PublicMark; relation: 'same' | 'contradict'; ratio: number }

const isBothSides = (mark: PublicMark) => mark.side === 'both'

/** Same place and type: how the sides fit. An unstated side fits any; "both" holds left and right. */
function compareSides(one: PublicMark, other: PublicMark): 'same' | 'open' | 'opposite' {
  if (one.side === other.side) return 'same'
  if (!one.side || !other.side || isBothSides(one) || isBothSides(other)) return 'open'
  return 'opposite'
}

function judgePair(one: PublicMark, other: PublicMark, table: MarkRatios): MarkFinding | undefined {
  if (placeOfMark(one) !== placeOfMark(other) || one.type !== other.type) return undefined
  const full = COMMON.includes(one.type) ? table.common : table.rare
  const sides = compareSides(one, other)
  if (sides === 'opposite') {
    const ratio = PASSING.includes(one.type) ? 1 : table.contradict
    return { mark: one, relation: 'contradict', ratio }
  }
  return {
    mark: one,
    relation: 'same',
    ratio: sides === 'same' ? full : Math.max(1, full * table.sideUnknown),
  }
}

/** The same for either order of the two, so that the result does not depend on who asks. */
const pairKey = (one: PublicMark, other: PublicMark) =>
  [one, other]
    .map((mark) => `${mark.part} ${mark.type} ${mark.side ?? ''}`)
    .sort()
    .join()

/**
 * Marks described by both sides, by place, side and type: "left ear notch" against "right ear notch" contradicts, a mark
 * that only one side saw says nothing. Each mark is used once, the best fit first.
 */
export function compareMarks(
  ones: readonly PublicMark[],
  others: readonly PublicMark[],
  table: MarkRatios,
): MarkFinding[] {
  const pairs = ones.flatMap((one, i) =>
    others.flatMap((other, j) => {
      const finding = judgePair(one, other, table)
      return finding && finding.ratio !== 1 ? [{ i, j, key: pairKey(one, other), finding }] : []
    }),
  )
  pairs.sort((p, q) => q.finding.ratio - p.finding.ratio || (p.key < q.key ? -1 : 1))
  const usedOnes = new Set<number>()
  const usedOthers = new Set<number>()
  const findings: MarkFinding[] = []
  let left = table.most
  for (const { i, j, finding } of pairs) {
    if (usedOnes.has(i) || usedOthers.has(j)) continue
    usedOnes.add(i)
    usedOthers.add(j)
    const ratio = Math.min(finding.ratio, left)
    if (ratio > 1) left /= ratio
    if (ratio !== 1) findings.push({ ...finding, ratio })
  }
  return findings
}
