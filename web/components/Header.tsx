import { BookmarkCheck, FlaskConical } from 'lucide-preact'
import { t } from '../i18n/index.ts'
import { config } from '../state/config.ts'
import { currentPath } from '../state/location.ts'
import styles from './Header.module.css'
import { Logo } from './Logo.tsx'
import { LowVisionButton } from './LowVisionButton.tsx'
import { ViewSettings } from './ViewSettings.tsx'

export function Header() {
  return (
    <header class={styles['header']}>
      <div class={styles['inner']}>
        <div class={styles['names']}>
          <a
            class={styles['brand']}
            href="/"
            {...(currentPath.value === '/' ? { 'aria-current': 'page' } : {})}
          >
            <Logo />
            <span>{t('app.name')}</span>
          </a>
          {config.value.demo && (
            <a class={styles['demo']} href="/about#demo" title={t('app.demo')}>
              <FlaskConical size={18} aria-hidden="true" />
              <span class={styles['demoShort']}>{t('app.demoShort')}</span>
              <span class={styles['demoWhole']}>{t('app.demoWhole')}</span>
            </a>
          )}
        </div>
        <nav class={styles['nav']} aria-label={t('nav.main')}>
          <a class={styles['link']} href="/mine" aria-label={t('nav.mine')}>
            <BookmarkCheck size={22} aria-hidden="true" />
            <span>{t('nav.mine')}</span>
          </a>
          <LowVisionButton />
          <ViewSettings />
        </nav>
      </div>
    </header>
  )
}
