import { Eye, LockKeyhole } from 'lucide-preact'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { t } from '../../i18n/index.ts'
import styles from './TextPage.module.css'

export function PrivacyPage() {
  usePageTitle(t('privacy.page.title'))
  return (
    <article class={`page ${styles['text']}`}>
      <h1 tabIndex={-1}>{t('privacy.page.title')}</h1>
      <p class={styles['lead']}>{t('privacy.page.lead')}</p>
      <p class="note">
        <Eye aria-hidden="true" />
        <span>
          <strong>{t('privacy.page.seen')}</strong> {t('privacy.page.seen.text')}
        </span>
      </p>
      <p class="note" data-tone="calm">
        <LockKeyhole aria-hidden="true" />
        <span>
          <strong>{t('privacy.page.hidden')}</strong> {t('privacy.page.hidden.text')}
        </span>
      </p>
      <p>{t('privacy.page.place')}</p>
      <p>{t('privacy.page.device')}</p>
      <p>{t('privacy.page.way')}</p>
      <p>{t('privacy.page.delete')}</p>
    </article>
  )
}
