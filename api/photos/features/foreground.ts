import { clusterColours } from './clusters.ts'
import { type LabRaster, labAt, squaredDeltaE } from './lab.ts'

/** Nearer than this to a colour of the border counts as background, farther than the second as animal. */
const BACKGROUND_DELTA_E = 6
const ANIMAL_DELTA_E = 16
/** Under this share of the centre weight the animal has the colours of its background: keep the centre. */
const LEAST_ANIMAL_SHARE = 0.12

/**
 * How much each pixel counts as the animal, 0–1. People put the pet in the middle, and what touches the
 * border is mostly background (the boundary prior of Wei et al., "Geodesic Saliency", ECCV 2012).
 */
export function foregroundWeights(raster: LabRaster): Float32Array {
  const centre = centreWeights(raster.width, raster.height)
  const background = clusterColours(raster, borderWeights(raster.width, raster.height), {
    count: 5,
    mergeDeltaE: 6,
  }).filter((cluster) => cluster.weight >= 0.06)
  const weights = centre.map((weight, pixel) => {
    const lab = labAt(raster, pixel)
    const distance = Math.sqrt(
      Math.min(...background.map((cluster) => squaredDeltaE(lab, cluster.centre)), 1e6),
    )
    return weight * rampUp((distance - BACKGROUND_DELTA_E) / (ANIMAL_DELTA_E - BACKGROUND_DELTA_E))
  })
  const share = sumOf(weights) / sumOf(centre)
  return share < LEAST_ANIMAL_SHARE ? centre : weights
}

function centreWeights(width: number, height: number): Float32Array {
  return Float32Array.from({ length: width * height }, (_, pixel) => {
    const x = ((pixel % width) + 0.5) / width - 0.5
    const y = (Math.floor(pixel / width) + 0.5) / height - 0.5
    return Math.exp(-(x * x + y * y) / (2 * 0.24 ** 2))
  })
}

/** Left, right and top edges: the bottom edge often cuts the animal itself. */
function borderWeights(width: number, height: number): Float32Array {
  const band = Math.max(1, Math.round(Math.min(width, height) * 0.05))
  return Float32Array.from({ length: width * height }, (_, pixel) => {
    const x = pixel % width
    const y = Math.floor(pixel / width)
    return x < band || x >= width - band || y < band ? 1 : 0
  })
}

function rampUp(t: number): number {
  const clamped = Math.min(1, Math.max(0, t))
  return clamped * clamped * (3 - 2 * clamped)
}

function sumOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
