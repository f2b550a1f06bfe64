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

/**
 * How far apart two palettes are, 0–1: one minus the cosine of the two colour mixtures, each colour blurred
 * to a Gaussian of `sigma` ΔE. `lightnessScale` below 1 forgives a darker or brighter exposure.
 */
export function paletteDistance(
  one: readonly PaletteColour[],
  other: readonly PaletteColour[],
  options: { sigma: number; lightnessScale: number },
): number {
  const overlap = (first: readonly PaletteColour[], second: readonly PaletteColour[]) => {
    let sum = 0
    for (const a of first) {
      for (const b of second) {
        const squared = squaredDeltaE(
          scaleLightness(labOfHex(a.hex), options),
          scaleLightness(labOfHex(b.hex), options),
        )
        sum += a.weight * b.weight * Math.exp(-squared / (2 * options.sigma ** 2))
      }
    }
    return sum
  }
  const norm = Math.sqrt(overlap(one, one) * overlap(other, other))
  return norm === 0 ? 0.5 : Math.min(1, Math.max(0, 1 - overlap(one, other) / norm))
}

function labOfHex(hex: string): Lab {
  const value = Number.parseInt(hex.slice(1), 16)
  return labOfRgb((value >> 16) & 255, (value >> 8) & 255, value & 255)
}

function scaleLightness([lightness, a, b]: Lab, options: { lightnessScale: number }): Lab {
  return [lightness * options.lightnessScale, a, b]
}
