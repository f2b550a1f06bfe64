import { slackOf } from '../../components/distance-words.ts'
import { middleOf, placeOf } from '../../components/geo.ts'
import { wayWords } from '../../components/way.ts'
import { t } from '../../i18n/index.ts'
import type { ReportFeature, SearchArea } from '../../wire.ts'
import styles from './PlanSection.module.css'

type Props = {
  report: ReportFeature
  area: SearchArea
  /** Reports that a place may tell of, as their areas say how well it is known. */
  others: readonly ReportFeature[]
}

/** Where to begin, numbered as on the map: what it is, how far and which way, and the report that tells of it. */
export function LookFirst({ report, area, others }: Props) {
  const start = placeOf(report)
  const slackTo = (reportId: string | undefined) => {
    const other = others.find(({ id }) => id === reportId)
    return other ? slackOf(report.properties) + slackOf(other.properties) : 0
  }
  const places = area.features
    .flatMap((feature) =>
      feature.properties.kind === 'look_first'
        ? [
            {
              ...feature.properties,
              way: wayWords(start, middleOf(feature), slackTo(feature.properties.reportId)),
            },
          ]
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
