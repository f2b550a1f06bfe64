import { t } from '../i18n/index.ts'
import type { ReportFeature, SearchArea } from '../wire.ts'
import { lazyComponent } from './lazy.tsx'
import styles from './ReportMapSlot.module.css'

export type ReportMapProps = {
  report: ReportFeature
  searchArea?: SearchArea | undefined
  sightings?: readonly ReportFeature[] | undefined
  /** Another report to compare places with. */
  other?: ReportFeature | undefined
}

/** The map of one report; it comes after the words, and the page is whole without it. */
export const ReportMapSlot = lazyComponent<ReportMapProps>(
  () => import('../map/ReportMap.tsx').then((module) => module.ReportMap),
  {
    waiting: () => <div class={styles['slot']} aria-hidden="true" />,
    failed: (retry) => (
      <div class={styles['slot']} role="status">
        <p>{t('report.mapFailed')}</p>
        <button type="button" class="button" onClick={retry}>
          {t('action.retry')}
        </button>
      </div>
    ),
  },
)
