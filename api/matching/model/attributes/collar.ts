import type { CollarCodes } from '../types.ts'

export type CollarRatios = { same: number; colour: number; worn: number; contradict: number; bare: number }

export type CollarFinding = { relation: 'same' | 'close' | 'different'; values: string[]; ratio: number }

const common = (one: readonly string[], other: readonly string[]) => one.filter((code) => other.includes(code))

/** Two collars; a bare neck is weak evidence, because collars slip off. */
export function compareCollars(
  one: CollarCodes,
  other: CollarCodes,
  table: CollarRatios,
): CollarFinding | undefined {
  if (one.worn !== other.worn) return { relation: 'different', values: [], ratio: table.bare }
  if (!one.worn) return undefined
  const colours = common(one.colours, other.colours)
  const features = common(one.features, other.features)
  const values = [...colours, ...features]
  if (colours.length > 0 && features.length > 0) return { relation: 'same', values, ratio: table.same }
  if (colours.length > 0) return { relation: 'close', values, ratio: table.colour }
  if (one.colours.length > 0 && other.colours.length > 0) {
    return { relation: 'different', values: [...one.colours, ...other.colours], ratio: table.contradict }
  }
  return { relation: 'close', values, ratio: features.length > 0 ? table.worn * 2 : table.worn }
}
