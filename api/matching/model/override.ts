import type { Parameters } from './parameters.ts'

/** The same parameters with some leaves replaced; leaves of another shape than the table's are left alone. */
export const overrideParameters = (base: Parameters, changes: unknown): Parameters =>
  override(base, changes) as Parameters

function override(base: unknown, change: unknown): unknown {
  if (change === undefined) return base
  if (typeof base === 'number') return typeof change === 'number' && Number.isFinite(change) ? change : base
  if (Array.isArray(base)) {
    const fits = Array.isArray(change) && JSON.stringify(shapeOf(change)) === JSON.stringify(shapeOf(base))
    return fits ? change : base
  }
  if (typeof base !== 'object' || base === null || typeof change !== 'object' || change === null) return base
  const changes = change as Record<string, unknown>
  return Object.fromEntries(Object.entries(base).map(([key, value]) => [key, override(value, changes[key])]))
}

const shapeOf = (value: unknown): unknown => (Array.isArray(value) ? value.map(shapeOf) : typeof value)
