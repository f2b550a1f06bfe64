import { lazyComponent } from '../components/lazy.tsx'
import { WhenNear } from '../components/WhenNear.tsx'
import { t } from '../i18n/index.ts'
import type { ReportMapProps } from './ReportMap.tsx'
import styles from './ReportMapSlot.module.css'

const Waiting = () => <div class={styles['slot']} data-scripted aria-hidden="true" />

const LazyMap = lazyComponent<ReportMapProps>(
  () => import('./ReportMap.tsx').then((module) => module.ReportMap),
  {
    waiting: () => <Waiting />,
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

/** The map of one report: its code comes when a person scrolls towards it, and the page is whole without it. */
export const ReportMapSlot = (props: ReportMapProps) => (
  <WhenNear waiting={<Waiting />}>
    <LazyMap {...props} />
  </WhenNear>
)
