import { apartWords } from '../../components/apart.ts'
import { petTitle } from '../../components/kinds.ts'
import { ReportRow } from '../../components/ReportRow.tsx'
import { t } from '../../i18n/index.ts'
import type { AnimalMember, ReportFeature } from '../../wire.ts'
import styles from './AnimalSection.module.css'
import type { AnimalState } from './useAnimal.ts'

function relationWords({ relation, report }: AnimalMember): string {
  if (relation !== 'counterpart') return t(`animal.${relation}`)
  return t(report.properties.kind === 'lost' ? 'animal.counterpart.lost' : 'animal.counterpart.found')
}

type Props = { report: ReportFeature; members: readonly AnimalMember[]; state: AnimalState }

/** All reports of one animal as one group; whoever does not belong can be taken out. */
export function AnimalMembers({ report, members, state }: Props) {
  return (
    <div class={`panel ${styles['group']}`}>
      <p>{t('animal.lead', { n: members.length })}</p>
      <ul class={styles['rows']}>
        {members.map((member) => {
          const { report: other, relation, verdict } = member
          return (
            <li key={other.id}>
              <ReportRow report={other} hint={apartWords('animal.away', report, other)}>
                {(verdict !== 'same' || relation !== 'duplicate') && <p>{relationWords(member)}</p>}
                {verdict === 'same' ? (
                  <p class="row">
                    <span class="hint">{t('animal.said')}</span>
                    <button
                      type="button"
                      class="button"
                      aria-label={`${t('animal.undo')}: ${petTitle(other.properties)}`}
                      onClick={() => state.withdraw(report, other)}
                    >
                      {t('animal.undo')}
                    </button>
                  </p>
                ) : (
                  <button
                    type="button"
                    class="button"
                    onClick={() => state.judge(report, other, 'different', verdict)}
                  >
                    {t('animal.different')}
                  </button>
                )}
              </ReportRow>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
