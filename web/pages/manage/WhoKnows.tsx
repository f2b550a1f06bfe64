import { Globe, Mail, MailX, Users } from 'lucide-preact'
import { formatDay, formatTime } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { nowMs } from '../../state/clock.ts'
import type { ReportFeature } from '../../wire.ts'
import styles from './WhoKnows.module.css'

/**
 * Whom the service tells, and how the author hears of it. Which other authors were mailed is theirs to know: their
 * lists depend on their true places.
 */
export function WhoKnows({ report }: { report: ReportFeature }) {
  const pet = report.properties
  const email = pet.contact?.email
  return (
    <ul class={`panel ${styles['told']}`}>
      <li>
        <Globe aria-hidden="true" />
        <p>
          {t('told.everyone', {
            time: formatTime(pet.createdAt),
            day: formatDay(pet.createdAt, nowMs.value),
          })}
        </p>
      </li>
      <li>
        <Users aria-hidden="true" />
        <p>
          {t('told.authors')} <a href="#matches">{t('told.matches')}</a>
        </p>
      </li>
      <li>
        {email ? <Mail aria-hidden="true" /> : <MailX aria-hidden="true" />}
        <p>
          {email ? t('told.you', { email }) : t('told.notYou')}{' '}
          {!email && <a href="#edit">{t('told.addEmail')}</a>}
        </p>
      </li>
    </ul>
  )
}
