import { formatAgo } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { nowMs } from '../../state/clock.ts'

type Others = { n: number; owner: boolean; lastSetOutAt: string; besidesMe: boolean }

/** Who else is on the way, in a line: a count, whether the owner is one of them, and how long the last one has been. */
export function othersWords({ n, owner, lastSetOutAt, besidesMe }: Others): string | undefined {
  if (n === 0) return undefined
  const who = n > 1 ? (owner ? 'manyOwner' : 'many') : owner ? 'owner' : 'one'
  if (besidesMe) return t(`way.too.${who}`, { n })
  return t(`way.${who}`, { n, when: formatAgo(lastSetOutAt, nowMs.value) })
}
