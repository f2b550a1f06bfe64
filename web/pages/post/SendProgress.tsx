import { CloudUpload, WifiOff } from 'lucide-preact'
import { t } from '../../i18n/index.ts'
import type { SendState } from '../../posting/outgoing.ts'
import styles from './SendProgress.module.css'

/** How far the post is; or that it waits for a connection, which is no failure. */
export function SendProgress({ state, onSend }: { state: SendState; onSend: () => void }) {
  if (state.stage === 'waiting') {
    return (
      <section class={styles['box']} role="status">
        <WifiOff size={36} aria-hidden="true" />
        <h2>{t('send.waiting.title')}</h2>
        <p>{t('send.waiting')}</p>
        <p class="actions">
          <button type="button" class="button primary" onClick={onSend}>
            {t('send.now')}
          </button>
          <a class="button" href="/">
            {t('action.home')}
          </a>
        </p>
      </section>
    )
  }
  const words =
    state.stage === 'photo' ? t('send.photo', { n: state.index + 1, of: state.of }) : t('send.report')
  const share = state.stage === 'photo' ? (state.index + state.share) / state.of : undefined
  return (
    <section class={styles['box']}>
      <CloudUpload size={36} aria-hidden="true" />
      <p role="status">{words}</p>
      <progress
        class={styles['bar']}
        aria-label={words}
        {...(share === undefined ? {} : { value: share, max: 1 })}
      />
    </section>
  )
}
