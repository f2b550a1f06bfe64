import { makeRandom } from '../domain/drawing/random.ts'

/** Everything by chance in the demo city goes through one of these, made from the seed and a name. */
export type Dice = {
  /** 0 up to 1. */
  roll: () => number
  between: (low: number, high: number) => number
  chance: (share: number) => boolean
  pick: <T>(options: readonly T[]) => T
  pickWeighted: <T extends { weight: number }>(options: readonly T[]) => T
  /** Log-normal by its median. */
  around: (median: number, sigma: number) => number
}

export function makeDice(seed: string): Dice {
  const roll = makeRandom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll())
  return {
    roll,
    between: (low, high) => low + (high - low) * roll(),
    chance: (share) => roll() < share,
    pick: (options) => options[Math.floor(roll() * options.length)]!,
    pickWeighted: (options) => {
      let left = roll() * options.reduce((sum, option) => sum + option.weight, 0)
      return (
        options.find((option) => {
          left -= option.weight
          return left < 0
        }) ?? options.at(-1)!
      )
    },
    around: (median, sigma) => median * Math.exp(sigma * normal()),
  }
}

/** A UUID (version 8: made by a rule of our own) that depends on the words alone. */
export function uuidOf(words: string): string {
  const roll = makeRandom(words)
  const hex = Array.from({ length: 32 }, () => Math.floor(roll() * 16).toString(16))
  hex[12] = '8'
  hex[16] = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!
  const text = hex.join('')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  )
}
