import { t } from '../i18n/index.ts'
import styles from './Footer.module.css'
import { LowVisionButton } from './LowVisionButton.tsx'

export function Footer() {
  return (
    <footer class={styles['footer']}>
      <span>{t('app.tagline')}</span>
      <LowVisionButton plain />
      <nav class={styles['links']} aria-label={t('nav.more')}>
        <a href="/about">{t('nav.about')}</a>
        <a href="/privacy">{t('nav.privacy')}</a>
        <a href="/api/docs" target="_blank" rel="noreferrer">
          API
        </a>
      </nav>
    </footer>
  )
}
