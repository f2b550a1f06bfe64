import { formatPercent } from '../i18n/dates.ts'

/** A probability for people: never a bare 0 % or 100 %, which nobody can know. */
export function percent(probability: number): string {
  const shown = Math.min(0.99, Math.max(0.01, probability))
  return formatPercent(shown)
}
