import { t } from '../i18n/index.ts'

/** The two ways to a post of one's own; `primary` where the page leads up to them. */
export function PostLinks({ primary = false }: { primary?: boolean }) {
  return (
    <>
      <a class={primary ? 'button primary' : 'button'} href="/post/lost">
        {t('home.lost')}
      </a>
      <a class="button" href="/post/found">
        {t('home.found')}
      </a>
    </>
  )
}
