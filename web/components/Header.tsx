import { BookmarkCheck, FlaskConical } from 'lucide-preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { config } from '../state/config.ts'
import { currentPath } from '../state/location.ts'
import styles from './Header.module.css'
import { noteWhatWasLeft } from './keep-place.ts'
import { Logo } from './Logo.tsx'
import { LowVisionButton } from './LowVisionButton.tsx'
import { ViewSettings } from './ViewSettings.tsx'

/** How high it is, for what fills the rest of the screen: of large letters it may have two lines. */
function useToldHeight() {
  const header = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = header.current!
    const tell = () => document.documentElement.style.setProperty('--header-now', `${element.offsetHeight}px`)
    const observer = new ResizeObserver(tell)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return header
}

export function Header() {
  const header = useToldHeight()
  return (
    <header ref={header} class={styles['header']} onFocusIn={noteWhatWasLeft}>
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
