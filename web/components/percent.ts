import { formatPercent } from '../i18n/dates.ts'
import { t } from '../i18n/index.ts'

/** A probability for people: never a bare 0 % or 100 %, which nobody can know. */
export function percent(probability: number): string {
  const shown = Math.min(0.99, Math.max(0.01, probability))
  return formatPercent(shown)
}

/** How likely it is none of those shown: a number only where enough verdicts stand behind it, else words. */
export function noneWords(probability: number, calibrated: boolean): string {
  if (calibrated) return t('matches.noneOfThese', { percent: percent(probability) })
  return t(probability >= 0.5 ? 'matches.noneOfThese.likely' : 'matches.noneOfThese.possible')
}
