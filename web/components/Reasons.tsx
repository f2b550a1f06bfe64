import { t } from '../i18n/index.ts'
import type { MatchReason, ReportProperties } from '../wire.ts'
import styles from './Reasons.module.css'
import { multiplierWords, reasonWords, sortReasons, weightWords } from './reasons.ts'

const FIRST = 4

type Props = { reasons: readonly MatchReason[]; pet: ReportProperties }
type RowsProps = Props & { weigh: (multiplier: number) => string }

function Rows({ reasons, pet, weigh }: RowsProps) {
  return (
    <ul class={styles['reasons']}>
      {reasons.map((reason) => (
        <li key={`${reason.factor} ${reason.values}`} data-for={reason.multiplier >= 1}>
          <span>{reasonWords(reason, pet)}</span>
          <span class={styles['times']}>{weigh(reason.multiplier)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Why two reports may be one animal: the strongest reasons in words, all of them with their numbers on demand. */
export function Reasons({ reasons, pet }: Props) {
  const sorted = sortReasons(reasons)
  return (
    <div>
      <Rows reasons={sorted.slice(0, FIRST)} pet={pet} weigh={weightWords} />
      {sorted.length > 0 && (
        <details class={styles['rest']}>
          <summary>{t('matches.whyAll')}</summary>
          <p class="hint">{t('matches.times')}</p>
          <Rows reasons={sorted} pet={pet} weigh={multiplierWords} />
        </details>
      )}
    </div>
  )
}
