import { BellRing } from 'lucide-preact'
import { t } from '../../i18n/index.ts'
import styles from './News.module.css'
import { WAITING_SECTIONS, type Waiting } from './waiting.ts'

/** What came since the last visit, before all else, each with the way there. */
export function News({ news }: { news: Waiting }) {
  const sections = WAITING_SECTIONS.filter((section) => news[section].length > 0)
  if (sections.length === 0) return null
  return (
    <section class={`note ${styles['news']}`} aria-labelledby="news-title">
      <h2 id="news-title">
        <BellRing size={20} aria-hidden="true" />
        {t('news.title')}
      </h2>
      <ul>
        {sections.map((section) => (
          <li key={section}>
            <a class="button" href={`#${section}`}>
              {t(`news.${section}`, { n: news[section].length })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
