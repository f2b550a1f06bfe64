import { t } from '../i18n/index.ts'
import type { LngLat, Place } from '../wire.ts'
import { lazyComponent } from './lazy.tsx'
import styles from './PlacePicker.module.css'

export type PlacePickerProps = {
  value: Place | undefined
  /** The place as the person set it, with the accuracy that the zoom allowed. */
  onChange: (place: Place) => void
  accuracyM?: number | undefined
  /** Shows also the area that strangers will see in place of the pin. */
  approximate?: boolean | undefined
  /** Where to look before a place is set; the city when left out. */
  around?: LngLat | undefined
  /** Ground round the place is meant: the circle is drawn and kept in view, and strangers see none of it. */
  radiusM?: number | undefined
}

/** One place on a map that comes when it is needed; the other ways to name a place do without it. */
export const PlacePicker = lazyComponent<PlacePickerProps>(
  () => import('../map/LocationPicker.tsx').then((module) => module.LocationPicker),
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
