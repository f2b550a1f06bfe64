import { useFocusAfter } from '../../components/useFocusAfter.ts'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { t } from '../../i18n/index.ts'

/** In place of the report just deleted. */
export function DeletedPage() {
  const title = useFocusAfter<HTMLHeadingElement>(1)
  usePageTitle(t('delete.done.title'))
  return (
    <div class="page column stack">
      <h1 ref={title} tabIndex={-1}>
        {t('delete.done.title')}
      </h1>
      <p role="status">{t('delete.done')}</p>
      <p>
        <a class="button primary" href="/">
          {t('action.home')}
        </a>
      </p>
    </div>
  )
}
