import { LoaderCircle, RotateCcw } from 'lucide-preact'
import { useEffect } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { applyUpdate, updateReady } from '../state/updates.ts'
import styles from './PageStates.module.css'
import { PetDrawing } from './PetDrawing.tsx'
import { PostLinks } from './PostLinks.tsx'
import { usePageTitle } from './usePageTitle.ts'

export function WaitingPage() {
  return (
    <div class={styles['waiting']} role="status">
      <LoaderCircle aria-hidden="true" />
      <span>{t('app.loading')}</span>
    </div>
  )
}

type FailedProps = {
  retry?: () => void
  title?: string
  text?: string
  /** Another page that may be what the person came for. */
  instead?: { href: string; words: string }
}

/** A page that could not be shown, and the ways on from there. */
export function FailedPage({
  retry,
  title = t('error.page'),
  text = t('error.offline'),
  instead,
}: FailedProps) {
  return (
    <div class={`page ${styles['failed']}`} role="alert">
      <h1 tabIndex={-1}>{title}</h1>
      <p>{text}</p>
      <div class="row">
        {retry && (
          <button type="button" class="button primary" onClick={retry}>
            <RotateCcw size={18} aria-hidden="true" />
            {t('action.retry')}
          </button>
        )}
        {instead && (
          <a class="button primary" href={instead.href}>
            {instead.words}
          </a>
        )}
        <a class="button" href="/">
          {t('action.home')}
        </a>
      </div>
    </div>
  )
}

/** A page whose code did not come. If a newer version has taken the place of this one's files, it takes over here. */
export function FailedCode({ retry }: { retry: () => void }) {
  const outdated = updateReady.value
  useEffect(() => {
    if (outdated) applyUpdate()
  }, [outdated])
  return outdated ? <WaitingPage /> : <FailedPage retry={retry} />
}

export function NotFoundPage() {
  usePageTitle(t('notFound.title'))
  return (
    <div class={`page ${styles['failed']}`}>
      <div class={styles['drawing']} data-picture>
        <PetDrawing look={{ species: 'cat', seed: 'not found' }} />
      </div>
      <h1 tabIndex={-1}>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <div class="row">
        <a class="button primary" href="/">
          {t('action.home')}
        </a>
        <PostLinks />
      </div>
    </div>
  )
}
