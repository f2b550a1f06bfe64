import type { CodedCollar } from '../../../domain/coding/types.ts'

export type CollarRatios = { same: number; colour: number; worn: number; contradict: number; bare: number }

export type CollarFinding = { relation: 'same' | 'close' | 'different'; values: string[]; ratio: number }

const common = (one: readonly string[], other: readonly string[]) =>
  one.filter((code) => other.includes(code))

/** Two collars; a bare neck is weak evidence, because collars slip off. */
export function compareCollars(
  one: CodedCollar,
  other: CodedCollar,
  table: CollarRatios,
): CollarFinding | undefined {
  if (one.worn !== other.worn) return { relation: 'different', values: [], ratio: table.bare }
  if (one.worn === 'no') return undefined
  const colours = common(one.colours, other.colours)
  const items = common(one.items, other.items).filter((item) => item !== 'collar')
  const values = [...colours, ...items]
  if (colours.length > 0 && items.length > 0) return { relation: 'same', values, ratio: table.same }
  if (colours.length > 0) return { relation: 'close', values, ratio: table.colour }
  if (one.colours.length > 0 && other.colours.length > 0) {
    return { relation: 'different', values: [...one.colours, ...other.colours], ratio: table.contradict }
  }
  return { relation: 'close', values, ratio: items.length > 0 ? table.worn * 2 : table.worn }
}
