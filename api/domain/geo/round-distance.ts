/** Steps of a distance told to people: finer would claim more than pins and hidden points know. */
const STEPS = [
  [1_000, 100],
  [5_000, 500],
  [20_000, 1_000],
  [Number.POSITIVE_INFINITY, 5_000],
] as const

/** A distance in metres as a person would say it; at least 100 m. */
export function roundDistanceM(distance: number): number {
  const step = STEPS.find(([below]) => distance < below)?.[1] ?? 5_000
  return Math.max(100, Math.round(distance / step) * step)
}
