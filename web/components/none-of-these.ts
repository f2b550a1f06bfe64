import type { MatchBand } from '../../api/domain/vocabulary.ts'
import { t } from '../i18n/index.ts'
import type { Match } from '../wire.ts'
import { percent } from './percent.ts'

const TOP: readonly MatchBand[] = ['chip', 'very_likely']
/** Said of one of several, "most likely none" would take it back. */
const MAYBE: readonly MatchBand[] = ['likely', 'possible']

export type ShownMatches = { shown: readonly Match[]; noneOfThese: number; calibrated: boolean }

/**
 * How likely it is none of those shown: a number only where enough verdicts stand behind it, else words. Nothing where
 * it was said of one that it is very likely the animal, and where none is shown.
 */
export function noneOfTheseWords({ shown, noneOfThese, calibrated }: ShownMatches): string {
  if (shown.length === 0) return ''
  const only = shown.length === 1 ? 'notThis' : 'noneOfThese'
  if (calibrated) return t(`matches.${only}`, { percent: percent(noneOfThese) })
  if (shown.some(({ band }) => TOP.includes(band))) return ''
  const isLikely = noneOfThese >= 0.5 && !shown.some(({ band }) => MAYBE.includes(band))
  return t(`matches.${only}.${isLikely ? 'likely' : 'possible'}`)
}
