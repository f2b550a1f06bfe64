import type { Parameters } from '../matching/model/parameters.ts'

/**
 * A number that a fit may move, with how far one prior deviation goes: a factor on a positive number, a factor on the
 * odds of a share, or a plain addition.
 */
export type Fitted = {
  path: readonly (string | number)[]
  scale: 'factor' | 'odds' | 'plus'
  deviation: number
}

const odds = (deviation: number, ...path: (string | number)[]): Fitted => ({ path, scale: 'odds', deviation })
const factor = (deviation: number, ...path: (string | number)[]): Fitted => ({
  path,
  scale: 'factor',
  deviation,
})
const plus = (deviation: number, ...path: (string | number)[]): Fitted => ({ path, scale: 'plus', deviation })

/** Shares of pairs of one animal are on index 0 of a level; the others of the attribute make room in proportion. */
export const FITTED: readonly Fitted[] = [
  plus(0.5, 'calibration', 'a'),
  factor(0.15, 'calibration', 'b'),
  factor(0.1, 'trust', 'distance'),
  factor(0.1, 'trust', 'delay'),
  factor(0.15, 'delay', 'dog', 'medianDays'),
  factor(0.1, 'delay', 'dog', 'sigma'),
  factor(0.15, 'delay', 'cat', 'medianDays'),
  factor(0.1, 'delay', 'cat', 'sigma'),
  ...[0, 1, 2, 3, 4].map((at) => odds(0.2, 'kernel', 'dog', at, 0)),
  ...[0, 1, 2].map((at) => odds(0.2, 'kernel', 'cat', at, 0)),
  ...(['dog', 'cat'] as const).flatMap((species) => [
    factor(0.2, 'colour', species, 'swap'),
    factor(0.2, 'colour', species, 'likeness'),
    factor(0.2, 'colour', species, 'omit'),
    factor(0.2, 'colour', species, 'omitWhite'),
    odds(0.3, 'colour', species, 'noise'),
    odds(0.3, 'sex', species, 'same', 0),
  ]),
  odds(0.3, 'neutered', 'same', 0),
  odds(0.25, 'age', 'same', 0),
  odds(0.25, 'age', 'apart', 0),
  odds(0.25, 'size', 'same', 0),
  odds(0.25, 'size', 'apart', 0),
  odds(0.25, 'breed', 'dog', 'same', 0),
  odds(0.25, 'breed', 'dog', 'different', 0),
  odds(0.25, 'breed', 'cat', 'same', 0),
]

const at = (value: unknown, key: string | number): unknown => (value as Record<string | number, unknown>)[key]

export const readAt = (parameters: Parameters, { path }: Fitted): number =>
  path.reduce<unknown>(at, parameters) as number

/** The parameters with one number `move` prior deviations away from `origin`; shares that sum to 1 still do. */
export function writeAt(parameters: Parameters, fitted: Fitted, origin: number, move: number): Parameters {
  const next = structuredClone(parameters)
  const distance = move * fitted.deviation
  const value =
    fitted.scale === 'plus'
      ? origin + distance
      : fitted.scale === 'factor'
        ? origin * Math.exp(distance)
        : 1 / (1 + ((1 - origin) / origin) * Math.exp(-distance))
  setShare(next, fitted.path, value)
  return next
}

function setShare(parameters: Parameters, path: readonly (string | number)[], value: number): void {
  const parent = path.slice(0, -1).reduce<unknown>(at, parameters) as Record<string | number, number>
  const last = path.at(-1)!
  const before = parent[last]!
  parent[last] = value
  const siblings = siblingShares(parameters, path)
  const left = (1 - value) / (1 - before)
  for (const sibling of siblings) sibling[0] = sibling[0]! * left
}

/** Weights of a kernel and same-animal shares of a level table sum to 1; other numbers stand alone. */
function siblingShares(parameters: Parameters, path: readonly (string | number)[]): number[][] {
  if (path.at(-1) !== 0) return []
  const owner = path.slice(0, -2).reduce<unknown>(at, parameters) as Record<string, number[]>
  const own = String(path.at(-2))
  return Object.entries(owner).flatMap(([key, pair]) => (key === own ? [] : [pair]))
}
