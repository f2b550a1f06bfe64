import { FlaskConical } from 'lucide-preact'
import { PostLinks } from '../../components/PostLinks.tsx'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { t } from '../../i18n/index.ts'
import { config } from '../../state/config.ts'
import styles from './TextPage.module.css'

const STEPS = ['about.how.post', 'about.how.match', 'about.how.write', 'about.how.plan'] as const

export function AboutPage() {
  usePageTitle(t('about.title'))
  return (
    <article class={`page ${styles['text']}`}>
      <h1 tabIndex={-1}>{t('about.title')}</h1>
      <p class={styles['lead']}>{t('about.lead')}</p>
      {config.value.demo && (
        <p class="note" id="demo">
          <FlaskConical aria-hidden="true" />
          {t('app.demo')}
        </p>
      )}
      <h2>{t('about.how')}</h2>
      <ol class={styles['steps']}>
        {STEPS.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      <h2>{t('about.found')}</h2>
      <p>{t('about.found.text')}</p>
      <h2>{t('about.limits')}</h2>
      <p>{t('about.limits.text')}</p>
      <p class="row">
        <PostLinks primary />
      </p>
    </article>
  )
}
