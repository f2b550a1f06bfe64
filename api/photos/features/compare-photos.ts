import { thumbHashToRGBA } from 'thumbhash'
import { COAT_STATISTICS, type CoatStatistics } from './coat.ts'
import { cosineOf, EMBEDDING_POINTS } from './embedding.ts'
import table from './likelihood.data.json' with { type: 'json' }
import { paletteDistance } from './palette.ts'
import { hashDistance } from './perceptual-hash.ts'
import type { PhotoFeatures } from './photo-features.ts'
import { shrinkPicture } from './picture.ts'

/** What `npm run fit:photos` fits and writes to likelihood.data.json. */
export type LikelihoodTable = {
  bias: number
  weights: Record<PhotoDistance, number>
  /** rising in both columns; between the points log likelihood ratio is interpolated */
  points: { similarity: number; likelihoodRatio: number }[]
}

export type PhotoDistance = 'colour' | keyof CoatStatistics

export const PHOTO_DISTANCES = ['colour', ...COAT_STATISTICS] as const

export type PhotoComparison = {
  /** 0–1, monotone in the likelihood ratio */
  similarity: number
  /** P(these two photos | same animal) / P(these two photos | two animals of the species), 0.05–200 */
  likelihoodRatio: number
}

const LEAST_RATIO = 0.05
const GREATEST_RATIO = 200
/** Recompression, resizing and light edits move up to this many of 64 bits; two scenes differ in about 30. */
export const SAME_PICTURE_BITS = 6
/** Mean difference of a channel, 0–255: an edit of light stays under it, another background does not. */
const SAME_PICTURE_LEVELS = 28

/** Symmetric. Uses nothing but stored features, so that it runs for every candidate of a query. */
export function comparePhotos(one: PhotoFeatures, other: PhotoFeatures): PhotoComparison {
  if (isSamePicture(one, other)) return { similarity: 1, likelihoodRatio: GREATEST_RATIO }
  const cosine = one.embedding && other.embedding && cosineOf(one.embedding, other.embedding)
  if (cosine !== undefined) return judgeSimilarity(Math.max(0, cosine), EMBEDDING_POINTS)
  return judgeDistances(photoDistances(one, other), table)
}

/** What distances say by a table: the part of a comparison that is fitted. */
export function judgeDistances(
  distances: Record<PhotoDistance, number>,
  likelihood: LikelihoodTable,
): PhotoComparison {
  return judgeSimilarity(similarityOf(distances, likelihood), likelihood.points)
}

function judgeSimilarity(similarity: number, points: LikelihoodTable['points']): PhotoComparison {
  const ratio = Math.exp(interpolateLogRatio(similarity, points))
  return { similarity, likelihoodRatio: Math.min(GREATEST_RATIO, Math.max(LEAST_RATIO, ratio)) }
}

/**
 * All photos of one report against all of another: each photo's best counterpart, averaged in logarithms over
 * both sides, so that a report with many photos gains nothing by their number. Undefined without photos.
 */
export function comparePhotoSets(
  one: readonly PhotoFeatures[],
  other: readonly PhotoFeatures[],
): PhotoComparison | undefined {
  if (one.length === 0 || other.length === 0) return undefined
  const rows = one.map((photo) => other.map((counterpart) => comparePhotos(photo, counterpart)))
  const columns = other.map((_, column) => rows.map((row) => row[column]!))
  const best = [...rows, ...columns].map((comparisons) =>
    comparisons.reduce((top, next) => (next.similarity > top.similarity ? next : top)),
  )
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    similarity: mean(best.map((comparison) => comparison.similarity)),
    likelihoodRatio: Math.exp(mean(best.map((comparison) => Math.log(comparison.likelihoodRatio)))),
  }
}

/** The same picture, perhaps resized, recompressed or lightly edited: equal in structure and in colour. */
export function isSamePicture(one: PhotoFeatures, other: PhotoFeatures): boolean {
  if (hashDistance(one.perceptualHash, other.perceptualHash) > SAME_PICTURE_BITS) return false
  const first = placeholderOf(one)
  const second = placeholderOf(other)
  const difference =
    first.reduce((sum, value, i) => sum + Math.abs(value - second[i]!), 0) / (first.length * 0.75)
  return difference <= SAME_PICTURE_LEVELS
}

/** 8 × 8 pixels of the whole picture, background included, from its placeholder. */
function placeholderOf({ thumbHash }: PhotoFeatures): number[] {
  const bytes = Uint8Array.from(atob(thumbHash), (character) => character.charCodeAt(0))
  const { w, h, rgba } = thumbHashToRGBA(bytes)
  return [...shrinkPicture({ width: w, height: h, data: rgba }, 8, 8).data]
}

/** Each 0–1; 0 for equal features. */
export function photoDistances(one: PhotoFeatures, other: PhotoFeatures): Record<PhotoDistance, number> {
  const coat = COAT_STATISTICS.map((name) => [name, Math.abs(one.coat[name] - other.coat[name])])
  return {
    ...(Object.fromEntries(coat) as Record<keyof CoatStatistics, number>),
    colour: paletteDistance(one.palette, other.palette),
  }
}

export function similarityOf(
  distances: Record<PhotoDistance, number>,
  { bias, weights }: Pick<LikelihoodTable, 'bias' | 'weights'>,
): number {
  const sum = PHOTO_DISTANCES.reduce((total, name) => total + weights[name] * distances[name], 0)
  return 1 / (1 + Math.exp(sum - bias))
}

function interpolateLogRatio(similarity: number, points: LikelihoodTable['points']): number {
  const after = points.findIndex((point) => point.similarity >= similarity)
  if (after <= 0) return Math.log(points.at(after)!.likelihoodRatio)
  const [low, high] = [points[after - 1]!, points[after]!]
  const share = (similarity - low.similarity) / (high.similarity - low.similarity)
  return (1 - share) * Math.log(low.likelihoodRatio) + share * Math.log(high.likelihoodRatio)
}
