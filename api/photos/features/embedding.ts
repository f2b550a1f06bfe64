/** A model's vector for a picture. Only vectors of one model can be compared. */
export type Embedding = {
  model: string
  /** signed bytes: direction matters, length does not */
  bytes: Uint8Array
}

/**
 * Likelihood ratio by cosine, for a model about which nothing is known but that it puts one animal's pictures
 * nearer together than two animals'. Estimated with caution; verdicts on real pairs are to replace it.
 */
export const EMBEDDING_POINTS = [
  { similarity: 0.1, likelihoodRatio: 0.2 },
  { similarity: 0.4, likelihoodRatio: 0.6 },
  { similarity: 0.55, likelihoodRatio: 1.5 },
  { similarity: 0.7, likelihoodRatio: 6 },
  { similarity: 0.85, likelihoodRatio: 40 },
]

/** A quarter of a float's size; moves a cosine by less than a hundredth. */
export function packEmbedding(model: string, vector: ArrayLike<number>): Embedding {
  const values = Array.from(vector)
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const bytes = Int8Array.from(values, (value) => (largest > 0 ? Math.round((127 * value) / largest) : 0))
  return { model, bytes: new Uint8Array(bytes.buffer) }
}

/** Cosine of the angle, −1…1; undefined for other models, other lengths or a vector of zeros. */
export function cosineOf(one: Embedding, other: Embedding): number | undefined {
  if (one.model !== other.model || one.bytes.length !== other.bytes.length) return undefined
  const [first, second] = [signed(one.bytes), signed(other.bytes)]
  let product = 0
  let firstSquare = 0
  let secondSquare = 0
  for (let i = 0; i < first.length; i++) {
    product += first[i]! * second[i]!
    firstSquare += first[i]! ** 2
    secondSquare += second[i]! ** 2
  }
  const norm = Math.sqrt(firstSquare * secondSquare)
  return norm === 0 ? undefined : product / norm
}

function signed(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}
