import { BookmarkCheck } from 'lucide-preact'
import { t } from '../i18n/index.ts'
import { currentPath } from '../state/location.ts'
import styles from './Header.module.css'
import { Logo } from './Logo.tsx'
import { ViewSettings } from './ViewSettings.tsx'

export function Header() {
  return (
    <header class={styles['header']}>
      <div class={styles['inner']}>
        <a
          class={styles['brand']}
          href="/"
          {...(currentPath.value === '/' ? { 'aria-current': 'page' } : {})}
        >
          <Logo />
          <span>{t('app.name')}</span>
        </a>
        <nav class={styles['nav']} aria-label={t('nav.main')}>
          <a class={styles['link']} href="/mine" aria-label={t('nav.mine')}>
            <BookmarkCheck size={22} aria-hidden="true" />
            <span>{t('nav.mine')}</span>
          </a>
          <ViewSettings />
        </nav>
      </div>
    </header>
  )
}
