import { lazyComponent } from '../components/lazy.tsx'
import { t } from '../i18n/index.ts'
import type { LocationPickerProps } from './LocationPicker.tsx'
import styles from './PlacePicker.module.css'

/** One place on a map that comes when it is needed; the other ways to name a place do without it. */
export const PlacePicker = lazyComponent<LocationPickerProps>(
  () => import('./LocationPicker.tsx').then((module) => module.LocationPicker),
  {
    waiting: () => <div class={styles['slot']} aria-hidden="true" />,
    failed: (retry) => (
      <div class={styles['slot']} role="status">
        <p>{t('place.mapFailed')}</p>
        <button type="button" class="button" onClick={retry}>
          {t('action.retry')}
        </button>
      </div>
    ),
  },
)
