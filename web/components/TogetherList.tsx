import { formatDistance } from '../i18n/dates.ts'
import { t } from '../i18n/index.ts'
import type { ReportFeature } from '../wire.ts'
import { distanceBetween } from './geo.ts'
import { ReportRow } from './ReportRow.tsx'
import styles from './TogetherList.module.css'

type Props = { reports: readonly ReportFeature[]; from: ReportFeature }

/** Other animals of the same place and day: whoever finds one should look for the other. */
export function TogetherList({ reports, from }: Props) {
  return (
    <section class={`panel ${styles['together']}`} aria-labelledby="together-title">
      <h3 id="together-title">{t('animal.together')}</h3>
      <p class="hint">{t('animal.together.hint')}</p>
      <ul class={styles['rows']}>
        {reports.map((report) => (
          <li key={report.id}>
            <ReportRow
              report={report}
              hint={t('animal.awayThere', { distance: formatDistance(distanceBetween(report, from)) })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
