import { type Lab, type LabRaster, labAt, squaredDeltaE } from './lab.ts'

export type Cluster = { centre: Lab; weight: number }

const ROUNDS = 12

/**
 * Weighted k-means in Lab, started from the farthest point each time, so that the same pixels always give the
 * same clusters. Clusters nearer than `mergeDeltaE` become one; heaviest first, weights add up to 1.
 */
export function clusterColours(
  raster: LabRaster,
  weights: Float32Array,
  options: { count: number; mergeDeltaE: number },
): Cluster[] {
  const pixels = [...weights.keys()].filter((pixel) => weights[pixel]! > 0)
  if (pixels.length === 0) return []
  let centres = startingCentres(raster, weights, pixels, options.count)
  let clusters: Cluster[] = []
  for (let round = 0; round < ROUNDS; round++) {
    clusters = averageAround(raster, weights, pixels, centres)
    centres = clusters.map((cluster) => cluster.centre)
  }
  const merged = mergeNear(clusters, options.mergeDeltaE)
  const total = merged.reduce((sum, cluster) => sum + cluster.weight, 0)
  return merged
    .map((cluster) => ({ centre: cluster.centre, weight: cluster.weight / total }))
    .sort((one, other) => other.weight - one.weight)
}

/** The first centre is the mean; each next one the pixel with most weight × squared distance to the others. */
function startingCentres(raster: LabRaster, weights: Float32Array, pixels: number[], count: number): Lab[] {
  const centres: Lab[] = [
    averageAround(raster, weights, pixels, [labAt(raster, pixels[0]!)]).map((c) => c.centre)[0]!,
  ]
  const nearest = pixels.map((pixel) => squaredDeltaE(labAt(raster, pixel), centres[0]!))
  while (centres.length < count) {
    let best = 0
    for (let i = 1; i < pixels.length; i++) {
      if (nearest[i]! * weights[pixels[i]!]! > nearest[best]! * weights[pixels[best]!]!) best = i
    }
    if (nearest[best]! < 1) break
    const centre = labAt(raster, pixels[best]!)
    centres.push(centre)
    for (let i = 0; i < pixels.length; i++) {
      nearest[i] = Math.min(nearest[i]!, squaredDeltaE(labAt(raster, pixels[i]!), centre))
    }
  }
  return centres
}

function averageAround(
  raster: LabRaster,
  weights: Float32Array,
  pixels: number[],
  centres: readonly Lab[],
): Cluster[] {
  const sums = centres.map(() => [0, 0, 0, 0])
  for (const pixel of pixels) {
    const lab = labAt(raster, pixel)
    const sum = sums[nearestIndex(lab, centres)]!
    const weight = weights[pixel]!
    for (let channel = 0; channel < 3; channel++) sum[channel]! += weight * lab[channel]!
    sum[3]! += weight
  }
  return sums
    .filter((sum) => sum[3]! > 0)
    .map(([l, a, b, weight]) => ({ centre: [l! / weight!, a! / weight!, b! / weight!], weight: weight! }))
}

function mergeNear(clusters: Cluster[], deltaE: number): Cluster[] {
  const left = [...clusters]
  for (;;) {
    const pair = nearestPair(left)
    if (!pair || squaredDeltaE(left[pair[0]]!.centre, left[pair[1]]!.centre) > deltaE ** 2) return left
    const [one, other] = [left[pair[0]]!, left[pair[1]]!]
    const weight = one.weight + other.weight
    const mix = (channel: 0 | 1 | 2) =>
      (one.centre[channel] * one.weight + other.centre[channel] * other.weight) / weight
    left[pair[0]] = { centre: [mix(0), mix(1), mix(2)], weight }
    left.splice(pair[1], 1)
  }
}

function nearestPair(clusters: Cluster[]): [number, number] | undefined {
  let best: [number, number] | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (let i = 0; i < clusters.length; i++) {
    for (let j = i + 1; j < clusters.length; j++) {
      const distance = squaredDeltaE(clusters[i]!.centre, clusters[j]!.centre)
      if (distance < bestDistance) {
        bestDistance = distance
        best = [i, j]
      }
    }
  }
  return best
}

function nearestIndex(lab: Lab, centres: readonly Lab[]): number {
  let best = 0
  let bestDistance = Number.POSITIVE_INFINITY
  for (let i = 0; i < centres.length; i++) {
    const distance = squaredDeltaE(lab, centres[i]!)
    if (distance < bestDistance) {
      bestDistance = distance
      best = i
    }
  }
  return best
}
