import { makeRandom } from '../../domain/drawing/random.ts'
import type { PetLook } from '../../domain/drawing/types.ts'
import { COATS, COLOURS, type Colour, type Pattern, SIZES } from '../../domain/vocabulary.ts'

type Random = () => number

/** How often a coat is so among strays: plain and common colours far ahead of rare ones. */
const COLOUR_WEIGHTS: Record<Colour, number> = {
  black: 10,
  white: 8,
  grey_blue: 4,
  brown: 6,
  red: 6,
  cream: 3,
  tan: 5,
  lilac: 0.5,
}

const PATTERN_WEIGHTS: Record<'dog' | 'cat', Partial<Record<Pattern, number>>> = {
  dog: { solid: 8, bicolour: 8, tricolour: 3, saddle: 3, brindle: 2, spotted: 2, sable: 2, merle: 0.5 },
  cat: { solid: 6, bicolour: 6, tabby: 10, tortie: 1.5, calico: 1.5, point: 1 },
}

/** `count` animals of one species as a city has them; the same seed gives the same ones. */
export function sampleLooks(species: 'dog' | 'cat', count: number, seed: string): PetLook[] {
  const random = makeRandom(`${seed}/${species}`)
  return Array.from({ length: count }, (_, index) => {
    const pattern = pick(random, PATTERN_WEIGHTS[species])
    const first = pick(random, COLOUR_WEIGHTS)
    const others = COLOURS.filter((colour) => colour !== first)
    const second = random() < 0.6 ? 'white' : others[Math.floor(random() * others.length)]!
    return {
      species,
      pattern,
      colours: pattern === 'solid' || second === first ? [first] : [first, second],
      coat: COATS[1 + Math.floor(random() * 3)]!,
      size: SIZES[Math.floor(random() * SIZES.length)]!,
      seed: `${seed}/${index}`,
    }
  })
}

function pick<K extends string>(random: Random, weights: Partial<Record<K, number>>): K {
  const entries = Object.entries(weights) as [K, number][]
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    left -= weight
    if (left <= 0) return key
  }
  return entries[0]![0]
}
