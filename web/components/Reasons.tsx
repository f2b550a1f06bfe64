import { t } from '../i18n/index.ts'
import type { MatchReason, ReportProperties } from '../wire.ts'
import styles from './Reasons.module.css'
import { multiplierWords, reasonWords, sortReasons } from './reasons.ts'

const FIRST = 4

type Props = { reasons: readonly MatchReason[]; pet: ReportProperties }

function Rows({ reasons, pet }: Props) {
  return (
    <ul class={styles['reasons']}>
      {reasons.map((reason) => (
        <li key={`${reason.factor} ${reason.values}`} data-for={reason.multiplier >= 1}>
          <span>{reasonWords(reason, pet)}</span>
          <span class={styles['times']}>{multiplierWords(reason.multiplier)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Why two reports may be one animal: the strongest reasons first, the rest on demand. */
export function Reasons({ reasons, pet }: Props) {
  const sorted = sortReasons(reasons)
  return (
    <div>
      <Rows reasons={sorted.slice(0, FIRST)} pet={pet} />
      {sorted.length > FIRST && (
        <details class={styles['rest']}>
          <summary>{t('matches.whyAll')}</summary>
          <Rows reasons={sorted.slice(FIRST)} pet={pet} />
          <p class="hint">{t('matches.times')}</p>
        </details>
      )}
    </div>
  )
}
