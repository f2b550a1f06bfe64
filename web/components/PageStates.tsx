import { LoaderCircle, RotateCcw } from 'lucide-preact'
import { useEffect } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { mine } from '../posting/mine.ts'
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
  text?: string
}

/** A page that could not be shown this time. */
export function FailedPage({ retry, text = t('error.offline') }: FailedProps) {
  return (
    <div class={`page ${styles['failed']}`} role="alert">
      <h1 tabIndex={-1}>{t('error.page')}</h1>
      <p>{text}</p>
      <div class="row">
        {retry && (
          <button type="button" class="button primary" onClick={retry}>
            <RotateCcw size={18} aria-hidden="true" />
            {t('action.retry')}
          </button>
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

type MissingProps = {
  title: string
  text: string
  /** Another page that may be what the person came for. */
  instead?: { href: string; words: string }
}

/** A page that is not here or not for this device, and the ways on from there; the keys may lie on the device. */
export function MissingPage({ title, text, instead }: MissingProps) {
  return (
    <div class={`page ${styles['failed']}`}>
      <div class={styles['drawing']} data-picture>
        <PetDrawing look={{ species: 'cat', seed: 'not found' }} />
      </div>
      <h1 tabIndex={-1}>{title}</h1>
      <p role="alert">{text}</p>
      <div class="row">
        {instead && (
          <a class="button primary" href={instead.href}>
            {instead.words}
          </a>
        )}
        <a class={instead ? 'button' : 'button primary'} href="/">
          {t('action.home')}
        </a>
        {mine.value.length > 0 && (
          <a class="button" href="/mine">
            {t('nav.mine')}
          </a>
        )}
        <PostLinks />
      </div>
    </div>
  )
}

export function NotFoundPage() {
  usePageTitle(t('notFound.title'))
  return <MissingPage title={t('notFound.title')} text={t('notFound.text')} />
}
