import { useEffect } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { announce } from '../state/announce.ts'

/** Names the page in the tab, and says the name to a screen reader when the page opens. */
export function usePageTitle(title: string) {
  useEffect(() => {
    document.title = title ? `${title} · ${t('app.name')}` : t('app.name')
    if (title) announce(title)
  }, [title])
}
