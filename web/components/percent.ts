import type { MatchBand } from '../../api/domain/vocabulary.ts'
import { formatPercent } from '../i18n/dates.ts'
import { t } from '../i18n/index.ts'
import type { Match } from '../wire.ts'

/** A probability for people: never a bare 0 % or 100 %, which nobody can know. */
export function percent(probability: number): string {
  const shown = Math.min(0.99, Math.max(0.01, probability))
  return formatPercent(shown)
}

const TOP: readonly MatchBand[] = ['chip', 'very_likely']

type Shown = { shown: readonly Match[]; noneOfThese: number; calibrated: boolean }

/**
 * How likely it is none of those shown: a number only where enough verdicts stand behind it, else words. Nothing where
 * it was said of one that it is very likely the animal.
 */
export function noneWords({ shown, noneOfThese, calibrated }: Shown): string {
  const only = shown.length === 1 ? 'notThis' : 'noneOfThese'
  if (calibrated) return t(`matches.${only}`, { percent: percent(noneOfThese) })
  if (shown.some(({ band }) => TOP.includes(band))) return ''
  return t(`matches.${only}.${noneOfThese >= 0.5 ? 'likely' : 'possible'}`)
}
