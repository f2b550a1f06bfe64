import { fitSize, type Measure, wrapLines } from '../../../api/domain/fit-text.ts'
import { LEGIBLE_AT_3_M } from './legible.ts'

/** How a pet's name stands on a poster; `across` runs over the whole sheet, above the code to scan. */
export type NamePlan = { lines: string[]; size: number; across: boolean }

const WEIGHT = 800
const LARGEST = 200
const SMALLEST = LEGIBLE_AT_3_M
const MOST_LINES = 4

export const NAME_LEADING = 1.14

type Room = { beside: number; across: number; measure: Measure }

/** One line where it stays legible, then two beside the code, then as many as it takes across the sheet. */
export function planName(name: string, { beside, across, measure }: Room): NamePlan {
  const size = fitSize([name], { width: beside, max: LARGEST, weight: WEIGHT, measure })
  if (size >= SMALLEST) return { lines: [name], size, across: false }
  const wrap = (width: number, maxLines: number) =>
    wrapLines(name, { size: SMALLEST, width, weight: WEIGHT, maxLines, measure })
  const two = wrap(beside, Number.POSITIVE_INFINITY)
  if (two.length === 2) return { lines: two, size: SMALLEST, across: false }
  return { lines: wrap(across, MOST_LINES), size: SMALLEST, across: true }
}
