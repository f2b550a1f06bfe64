import { CloudUpload, WifiOff } from 'lucide-preact'
import { UploadBar } from '../../components/UploadBar.tsx'
import { useFocusAfter } from '../../components/useFocusAfter.ts'
import { t } from '../../i18n/index.ts'
import type { SendState } from '../../posting/outgoing.ts'
import styles from './SendProgress.module.css'

/** How far the post is; or that it waits for a connection, which is no failure. */
export function SendProgress({ state, onSend }: { state: SendState; onSend: () => void }) {
  const isWaiting = state.stage === 'waiting'
  // Each has the place of what was pressed: the form's last button, or "send now".
  const title = useFocusAfter<HTMLHeadingElement>(isWaiting ? 1 : 0)
  const progress = useFocusAfter<HTMLParagraphElement>(isWaiting ? 0 : 1)
  if (isWaiting) {
    return (
      <section class={styles['box']} role="status">
        <WifiOff size={36} aria-hidden="true" />
        <h2 ref={title} tabIndex={-1}>
          {t('send.waiting.title')}
        </h2>
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
      <p ref={progress} role="status" tabIndex={-1}>
        {words}
      </p>
      <UploadBar words={words} share={share} />
    </section>
  )
}
