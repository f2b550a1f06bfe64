import { WifiOff } from 'lucide-preact'
import { t } from '../i18n/index.ts'
import { online } from '../state/device.ts'
import styles from './Notices.module.css'

/** That there is no connection, on every page. */
export function Notices() {
  return (
    <div role="status">
      {!online.value && (
        <p class={styles['notice']}>
          <WifiOff size={18} aria-hidden="true" />
          {t('app.offline')}
        </p>
      )}
    </div>
  )
}
