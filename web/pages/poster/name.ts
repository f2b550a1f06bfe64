import { fitSize, type Measure, wrapLines } from '../../../api/domain/fit-text.ts'

/** How a pet's name stands on a poster; `across` runs over the whole sheet, above the code to scan. */
export type NamePlan = { lines: string[]; size: number; across: boolean }

const WEIGHT = 800
const LARGEST = 200
/** Capitals of 8 mm, in tenths of a millimetre of type size: smaller ones are not read from three metres. */
const SMALLEST = 110
const MOST_LINES = 3

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
