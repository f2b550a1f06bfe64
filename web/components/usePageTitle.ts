import { useEffect } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { announce } from '../state/announce.ts'

/** Names the page in the tab, with how much is new there, and says the name to a screen reader when the page opens. */
export function usePageTitle(title: string, news = 0) {
  useEffect(() => {
    const name = title ? `${title} · ${t('app.name')}` : t('app.name')
    document.title = news > 0 ? `(${news}) ${name}` : name
  }, [title, news])
  useEffect(() => {
    if (title) announce(title)
  }, [title])
}
