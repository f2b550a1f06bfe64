import { t } from '../i18n/index.ts'
import type { MatchReason, ReportProperties } from '../wire.ts'
import { slackOf } from './distance-words.ts'
import styles from './Reasons.module.css'
import { multiplierWords, reasonWords, sortReasons, weightWords } from './reasons.ts'

const FIRST = 4

type Props = {
  reasons: readonly MatchReason[]
  pet: ReportProperties
  /** The reader's side; left out for a report not posted yet, whose place its author knows. */
  mine?: ReportProperties
}
type RowsProps = Props & { weigh: (reason: MatchReason) => string }

function Rows({ reasons, pet, mine, weigh }: RowsProps) {
  const slackM = slackOf(pet) + (mine ? slackOf(mine) : 0)
  return (
    <ul class={styles['reasons']}>
      {reasons.map((reason) => (
        <li key={`${reason.factor} ${reason.values}`} data-for={reason.multiplier >= 1}>
          <span>{reasonWords(reason, pet, slackM)}</span>
          <span class={styles['times']}>{weigh(reason)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The words of how common such animals are say by themselves which way that speaks. */
const weightOf = ({ factor, multiplier }: MatchReason) => (factor === 'rivals' ? '' : weightWords(multiplier))

/** Why two reports may be one animal: the strongest reasons in words, all of them with their numbers on demand. */
export function Reasons({ reasons, ...sides }: Props) {
  const sorted = sortReasons(reasons)
  return (
    <div>
      <Rows reasons={sorted.slice(0, FIRST)} {...sides} weigh={weightOf} />
      {sorted.length > 0 && (
        <details class={styles['rest']}>
          <summary>{t('matches.whyAll')}</summary>
          <p class="hint">{t('matches.times')}</p>
          <Rows reasons={sorted} {...sides} weigh={({ multiplier }) => multiplierWords(multiplier)} />
        </details>
      )}
    </div>
  )
}
