import { middleOf } from '../../components/geo.ts'
import { placeOf, wayWords } from '../../components/way.ts'
import { t } from '../../i18n/index.ts'
import type { ReportFeature, SearchArea } from '../../wire.ts'
import styles from './PlanSection.module.css'

/** Where to begin, numbered as on the map: what it is, how far and which way, and the report that tells of it. */
export function LookFirst({ report, area }: { report: ReportFeature; area: SearchArea }) {
  const start = placeOf(report)
  const places = area.features
    .flatMap((feature) =>
      feature.properties.kind === 'look_first'
        ? [{ ...feature.properties, way: wayWords(start, middleOf(feature)) }]
        : [],
    )
    .sort((a, b) => a.order - b.order)
  if (places.length === 0) return null
  return (
    <ol class={styles['first']} aria-label={t('plan.first')}>
      {places.map(({ order, code, way, reportId }, index) => (
        <li key={order}>
          <span class="number">{index + 1}</span>
          <div>
            {t(`look.${code}`)}
            {way && <span class={styles['way']}>{t('look.away', { way })}</span>}
            {reportId && reportId !== report.id && (
              <a class={styles['open']} href={`/reports/${reportId}`}>
                {t('look.open')}
              </a>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
