import { type MessageKey, t } from '../../i18n/index.ts'
import styles from './ManagePage.module.css'
import type { Section } from './sections.ts'
import { WAITING_SECTIONS, type Waiting } from './waiting.ts'

type Props = { sections: readonly Section[]; waiting: Waiting }

/** The ways to the page's sections, each with how much waits for the author there. */
export function SectionNav({ sections, waiting }: Props) {
  return (
    <nav class={styles['nav']} aria-label={t('manage.sections')}>
      {sections.map((section) => {
        const known = WAITING_SECTIONS.find((one) => one === section)
        const n = known ? waiting[known].length : 0
        return (
          <a key={section} class="button" href={`#${section}`}>
            {t(`manage.${section}` satisfies MessageKey)}
            {known && n > 0 && (
              <span class="number">
                {n} <span class="unseen">{t(`waiting.${known}`, { n })}</span>
              </span>
            )}
          </a>
        )
      })}
    </nav>
  )
}
