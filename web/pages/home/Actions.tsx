import { HeartHandshake, SearchAlert } from 'lucide-preact'
import { t } from '../../i18n/index.ts'
import styles from './Actions.module.css'

/** The two things people come for. */
export function Actions() {
  return (
    <ul class={styles['actions']}>
      <li>
        <a class={styles['action']} data-side="lost" href="/post/lost">
          <SearchAlert size={30} aria-hidden="true" />
          <span class={styles['words']}>
            <strong>{t('home.lost')}</strong>
            <span>{t('home.lost.hint')}</span>
          </span>
        </a>
      </li>
      <li>
        <a class={styles['action']} data-side="found" href="/post/found">
          <HeartHandshake size={30} aria-hidden="true" />
          <span class={styles['words']}>
            <strong>{t('home.found')}</strong>
            <span>{t('home.found.hint')}</span>
          </span>
        </a>
      </li>
    </ul>
  )
}
