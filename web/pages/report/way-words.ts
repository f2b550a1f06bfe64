import { SET_OUT_STEP_MS } from '../../../api/domain/set-out-step.ts'
import { formatAgo } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { nowMs } from '../../state/clock.ts'

type Others = { n: number; owner: boolean; lastSetOutAt: string; besidesMe: boolean }

/**
 * How long ago somebody set out, from a time that was rounded down: within a step it may have been this very moment, and
 * later no minute is known.
 */
function setOutAgo(instant: string, nowMs: number): string {
  const steps = Math.floor((nowMs - Date.parse(instant)) / SET_OUT_STEP_MS)
  if (steps < 1) return t('time.now')
  if (steps < 3) return t('way.ago.few')
  return t('way.ago.about', { ago: formatAgo(instant, Date.parse(instant) + steps * SET_OUT_STEP_MS) })
}

/** Who else is on the way, in a line: a count, whether the owner is one of them, and how long the last one has been. */
export function othersWords({ n, owner, lastSetOutAt, besidesMe }: Others): string | undefined {
  if (n === 0) return undefined
  const who = n > 1 ? (owner ? 'manyOwner' : 'many') : owner ? 'owner' : 'one'
  if (besidesMe) return t(`way.too.${who}`, { n })
  return t(`way.${who}`, { n, when: setOutAgo(lastSetOutAt, nowMs.value) })
}
