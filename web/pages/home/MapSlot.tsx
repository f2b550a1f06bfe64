import { lazyComponent } from '../../components/lazy.tsx'
import { t } from '../../i18n/index.ts'
import styles from './MapSlot.module.css'

const Waiting = () => <div class={styles['slot']} aria-hidden="true" />

/** The map comes after the list; when it cannot, the list does every job and the slot says so. */
export const MapSlot = lazyComponent<object>(
  () => import('../../map/MapPanel.tsx').then((module) => module.MapPanel),
  {
    waiting: () => <Waiting />,
    failed: (retry) => (
      <div class={styles['slot']} role="status">
        <p>{t('home.map.failed')}</p>
        <button type="button" class="button" onClick={retry}>
          {t('action.retry')}
        </button>
      </div>
    ),
  },
)
