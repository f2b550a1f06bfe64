import { clusterColours } from './clusters.ts'
import { type Lab, type LabRaster, labOfRgb, rgbOfLab, squaredDeltaE } from './lab.ts'

/** A colour as `#rrggbb` and its share of the animal, 0–1. */
export type PaletteColour = { hex: string; weight: number }

const MOST_COLOURS = 6
const LEAST_WEIGHT = 0.03

/** At most six colours of the weighted pixels, heaviest first; weights add up to 1 within rounding. */
export function paletteOf(raster: LabRaster, weights: Float32Array): PaletteColour[] {
  const clusters = clusterColours(raster, weights, { count: MOST_COLOURS, mergeDeltaE: 9 })
  const kept = clusters.filter((cluster) => cluster.weight >= LEAST_WEIGHT)
  const total = kept.reduce((sum, cluster) => sum + cluster.weight, 0)
  return kept.map((cluster) => ({
    hex: `#${rgbOfLab(cluster.centre)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')}`,
    weight: Math.round((cluster.weight / total) * 1000) / 1000,
  }))
}

/** Colours this many ΔE apart are 0.6 alike: light and shade move a coat's colours by about as much. */
const BLUR_DELTA_E = 14

/** How far apart two palettes are, 0–1: one minus the cosine of the two mixtures of blurred colours. */
export function paletteDistance(one: readonly PaletteColour[], other: readonly PaletteColour[]): number {
  const [first, second] = [mixtureOf(one), mixtureOf(other)]
  const norm = Math.sqrt(first.square * second.square)
  return norm === 0 ? 0.5 : Math.min(1, Math.max(0, 1 - overlapOf(first.parts, second.parts) / norm))
}

type Mixture = { parts: { lab: Lab; weight: number }[]; square: number }

/** A report's palette is compared with hundreds of others: its own part of the work is done once. */
const mixtures = new WeakMap<readonly PaletteColour[], Mixture>()

function mixtureOf(palette: readonly PaletteColour[]): Mixture {
  const known = mixtures.get(palette)
  if (known) return known
  const parts = palette.map(({ hex, weight }) => ({ lab: labOfHex(hex), weight }))
  const mixture = { parts, square: overlapOf(parts, parts) }
  mixtures.set(palette, mixture)
  return mixture
}

function overlapOf(one: Mixture['parts'], other: Mixture['parts']): number {
  let sum = 0
  for (const first of one) {
    for (const second of other) {
      const squared = squaredDeltaE(first.lab, second.lab)
      sum += first.weight * second.weight * Math.exp(-squared / (2 * BLUR_DELTA_E ** 2))
    }
  }
  return sum
}

function labOfHex(hex: string): Lab {
  const value = Number.parseInt(hex.slice(1), 16)
  return labOfRgb((value >> 16) & 255, (value >> 8) & 255, value & 255)
}
