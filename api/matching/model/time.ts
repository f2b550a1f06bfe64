import type { Delay } from './shapes.ts'

const YEAR_DAYS = 365
const SQRT_TAU = Math.sqrt(2 * Math.PI)
/** A report made within the hour says little about the minute. */
const LEAST_DAYS = 0.25
/** Chips and shelters know animals lost years ago: the chance thins out and never ends. */
const TAIL_SHARE = 0.005

const logNormal = (days: number, { medianDays, sigma }: Delay): number => {
  const z = Math.log(days / medianDays) / sigma
  return Math.exp((-z * z) / 2) / (days * sigma * SQRT_TAU)
}

/**
 * f(Δt) per day, of finding an animal `days` after its loss. Always above zero: dates are wrong by days,
 * and animals come back after years.
 */
export function delayDensity(days: number, delay: Delay): number {
  const { lateShare, lateDays, earlyShare, earlyDays } = delay
  const tail = (TAIL_SHARE / (2 * YEAR_DAYS)) * Math.exp(-Math.abs(days) / (2 * YEAR_DAYS))
  if (days < 0) return tail + (days >= -earlyDays ? earlyShare / earlyDays : 0)
  const late = Math.exp(-days / lateDays) / lateDays
  const known = (1 - lateShare) * logNormal(Math.max(days, LEAST_DAYS), delay) + lateShare * late
  return tail + (1 - earlyShare) * known
}
