import { RefreshCw, WifiOff } from 'lucide-preact'
import { t } from '../i18n/index.ts'
import { online } from '../state/device.ts'
import { applyUpdate, updateReady } from '../state/updates.ts'
import styles from './Notices.module.css'

/** What everybody must know on every page: no connection, or a new version that waits. */
export function Notices() {
  return (
    <div role="status">
      {updateReady.value && (
        <p class={styles['notice']}>
          <RefreshCw size={18} aria-hidden="true" />
          {t('app.update')}
          <button type="button" class="button" onClick={() => applyUpdate()}>
            {t('app.update.now')}
          </button>
        </p>
      )}
      {!online.value && (
        <p class={styles['notice']}>
          <WifiOff size={18} aria-hidden="true" />
          {t('app.offline')}
        </p>
      )}
    </div>
  )
}
