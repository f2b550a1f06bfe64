import { RotateCcw } from 'lucide-preact'
import { t } from '../i18n/index.ts'
import styles from './MapWaiting.module.css'
import type { MapState } from './useMapView.ts'

/** Over a map that is not there yet: that it comes, or after a while that it did not, and how to try again. */
export function MapWaiting({ stage, retry }: Pick<MapState, 'stage' | 'retry'>) {
  if (stage === 'loading') {
    return (
      <p class={styles['waiting']} aria-hidden="true">
        {t('map.loading')}
      </p>
    )
  }
  if (stage !== 'late') return null
  return (
    <div class={styles['late']} role="status">
      <p>{t('map.late')}</p>
      <button type="button" class="button" onClick={retry}>
        <RotateCcw size={18} aria-hidden="true" />
        {t('action.retry')}
      </button>
    </div>
  )
}
