import { type RgbaPicture, shrinkPicture } from './picture.ts'

const GRID = 32
const KEPT = 8

/**
 * 64-bit perceptual hash as 16 hex digits: signs of the 8 × 8 lowest frequencies, mean left out, of a
 * 32 × 32 grey picture against their median (the DCT hash of Zauner 2010, "Implementation and Benchmarking of
 * Perceptual Image Hash Functions").
 */
export function perceptualHashOf(picture: RgbaPicture): string {
  const { data } = shrinkPicture(picture, GRID, GRID)
  const grey = Float64Array.from(
    { length: GRID * GRID },
    (_, i) => 0.299 * data[i * 4]! + 0.587 * data[i * 4 + 1]! + 0.114 * data[i * 4 + 2]!,
  )
  const frequencies = lowFrequencies(grey)
  const sorted = [...frequencies].sort((one, other) => one - other)
  const median = (sorted[31]! + sorted[32]!) / 2
  // A symmetric animal has half of its frequencies near 0: without a margin, noise would choose their bits.
  const margin = 0.02 * Math.max(...frequencies.map(Math.abs))
  const threshold = Math.abs(median) < margin ? margin : median
  let bits = 0n
  for (const frequency of frequencies) bits = (bits << 1n) | (frequency > threshold ? 1n : 0n)
  return bits.toString(16).padStart(16, '0')
}

/** How many of the 64 bits differ. */
export function hashDistance(one: string, other: string): number {
  const half = (hash: string, start: number) => Number.parseInt(hash.slice(start, start + 8), 16)
  return countBits(half(one, 0) ^ half(other, 0)) + countBits(half(one, 8) ^ half(other, 8))
}

/** Of 32 bits, in parallel sums (H. Warren, "Hacker's Delight", 5-1). */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** PostgreSQL's bigint is signed. */
export function bigintOfHash(hash: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${hash}`))
}

export function hashOfBigint(value: bigint | string): string {
  return BigInt.asUintN(64, BigInt(value)).toString(16).padStart(16, '0')
}

const COSINES = Array.from({ length: KEPT }, (_, frequency) =>
  Float64Array.from({ length: GRID }, (_, i) =>
    Math.cos((Math.PI * (frequency + 1) * (2 * i + 1)) / (2 * GRID)),
  ),
)

/** DCT-II coefficients 1…8 in both directions. */
function lowFrequencies(grey: Float64Array): Float64Array {
  const alongRows = COSINES.map((cosine) =>
    Float64Array.from({ length: GRID }, (_, y) => {
      let sum = 0
      for (let x = 0; x < GRID; x++) sum += grey[y * GRID + x]! * cosine[x]!
      return sum
    }),
  )
  const result = new Float64Array(KEPT * KEPT)
  COSINES.forEach((cosine, v) => {
    alongRows.forEach((row, u) => {
      let sum = 0
      for (let y = 0; y < GRID; y++) sum += row[y]! * cosine[y]!
      result[v * KEPT + u] = sum
    })
  })
  return result
}
