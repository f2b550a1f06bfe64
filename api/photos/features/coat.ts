import { type LabRaster, labAt } from './lab.ts'

/** What the coat looks like apart from its colours, each 0–1. */
export type CoatStatistics = {
  /** spread of lightness: a black and white animal against a plain one */
  contrast: number
  /** how strongly lightness changes from pixel to pixel: stripes, spots, long hair */
  edges: number
  /** what is left after a small blur: rough, curly or ticked coats */
  texture: number
  /** how far the edges in one place run the same way: tabby and brindle */
  stripes: number
  /** how much of the variety lies between large areas and not inside them: patches */
  patches: number
}

export const COAT_STATISTICS = ['contrast', 'edges', 'texture', 'stripes', 'patches'] as const

const BLOCKS = 8

export function coatStatisticsOf(raster: LabRaster, weights: Float32Array): CoatStatistics {
  const lightness = lightnessMoments(raster, weights)
  const { edges, texture, stripes } = localStructure(raster, weights)
  return {
    contrast: squash(lightness.deviation / 25),
    edges: squash(edges / 8),
    texture: squash(texture / 4),
    stripes: Math.round(stripes * 1000) / 1000,
    patches: patchShare(raster, weights),
  }
}

function lightnessMoments(raster: LabRaster, weights: Float32Array) {
  let total = 0
  let sum = 0
  let squares = 0
  for (let pixel = 0; pixel < weights.length; pixel++) {
    const lightness = raster.data[pixel * 3]!
    total += weights[pixel]!
    sum += weights[pixel]! * lightness
    squares += weights[pixel]! * lightness * lightness
  }
  return { deviation: total > 0 ? Math.sqrt(Math.max(0, squares / total - (sum / total) ** 2)) : 0 }
}

/** Gradient strength, high-frequency rest and structure-tensor coherence (Bigün & Granlund 1987) by blocks. */
function localStructure(raster: LabRaster, weights: Float32Array) {
  const { width, height, data } = raster
  const tensors = Array.from({ length: BLOCKS * BLOCKS }, () => [0, 0, 0])
  let total = 0
  let edges = 0
  let texture = 0
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const pixel = y * width + x
      const at = (offset: number) => data[(pixel + offset) * 3]!
      const weight = weights[pixel]!
      const dx = (at(1) - at(-1)) / 2
      const dy = (at(width) - at(-width)) / 2
      const blurred = (at(0) * 4 + (at(1) + at(-1) + at(width) + at(-width)) * 2 + cornersOf(at, width)) / 16
      total += weight
      edges += weight * Math.hypot(dx, dy)
      texture += weight * Math.abs(at(0) - blurred)
      const tensor = tensors[blockOf(x, y, width, height)]!
      tensor[0]! += weight * dx * dx
      tensor[1]! += weight * dx * dy
      tensor[2]! += weight * dy * dy
    }
  }
  let energy = 0
  let coherent = 0
  for (const [xx, xy, yy] of tensors) {
    energy += xx! + yy!
    coherent += Math.hypot(xx! - yy!, 2 * xy!)
  }
  return {
    edges: total > 0 ? edges / total : 0,
    texture: total > 0 ? texture / total : 0,
    stripes: energy > 0 ? coherent / energy : 0,
  }
}

function cornersOf(at: (offset: number) => number, width: number): number {
  return at(-width - 1) + at(-width + 1) + at(width - 1) + at(width + 1)
}

function patchShare(raster: LabRaster, weights: Float32Array): number {
  const { width, height } = raster
  const blocks = Array.from({ length: BLOCKS * BLOCKS }, () => [0, 0, 0, 0])
  const all = [0, 0, 0, 0]
  let squares = 0
  for (let pixel = 0; pixel < weights.length; pixel++) {
    const weight = weights[pixel]!
    const lab = labAt(raster, pixel)
    const block = blocks[blockOf(pixel % width, Math.floor(pixel / width), width, height)]!
    for (let channel = 0; channel < 3; channel++) {
      block[channel]! += weight * lab[channel]!
      all[channel]! += weight * lab[channel]!
      squares += weight * lab[channel]! ** 2
    }
    block[3]! += weight
    all[3]! += weight
  }
  if (all[3] === 0) return 0
  const overall = squaredLength(all) / all[3]!
  const between = blocks.reduce(
    (sum, block) => sum + (block[3]! > 0 ? squaredLength(block) / block[3]! : 0),
    0,
  )
  const variance = squares - overall
  return variance <= 1e-6 * squares ? 0 : Math.round(((between - overall) / variance) * 1000) / 1000
}

function squaredLength([l, a, b]: number[]): number {
  return l! * l! + a! * a! + b! * b!
}

function blockOf(x: number, y: number, width: number, height: number): number {
  return Math.floor((y * BLOCKS) / height) * BLOCKS + Math.floor((x * BLOCKS) / width)
}

/** 0 stays 0, 1 becomes about .63, large values approach 1. */
function squash(value: number): number {
  return Math.round((1 - Math.exp(-value)) * 1000) / 1000
}
