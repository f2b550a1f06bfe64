import type { Parameters } from './parameters.ts'
import type { Reason } from './types.ts'

/** The photos' own likelihood ratio, kept within bounds that no other evidence could not overcome. */
export function photoReason(ratio: number | undefined, { photo }: Parameters): Reason | undefined {
  if (ratio === undefined || !Number.isFinite(ratio)) return undefined
  const multiplier = Math.min(photo.most, Math.max(photo.least, ratio))
  return { factor: 'photo', multiplier }
}
