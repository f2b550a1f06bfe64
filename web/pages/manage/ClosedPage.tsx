import { petTitle, reportTitle } from '../../components/kinds.ts'
import { Picture } from '../../components/Picture.tsx'
import { ShareButton } from '../../components/ShareButton.tsx'
import { t } from '../../i18n/index.ts'
import type { ReportFeature } from '../../wire.ts'
import styles from './ClosedPage.module.css'
import { DeleteSection } from './DeleteSection.tsx'

const HOUR_MS = 3_600_000

/** In hours under a day, else in days. */
function searchWords({ occurredAt, updatedAt }: ReportFeature['properties']): string {
  const hours = Math.max(1, Math.round((Date.parse(updatedAt) - Date.parse(occurredAt)) / HOUR_MS))
  return hours < 24 ? t('happy.hours', { n: hours }) : t('happy.days', { n: Math.round(hours / 24) })
}

function Happy({ report }: { report: ReportFeature }) {
  const pet = report.properties
  return (
    <section class={styles['happy']}>
      <div class={styles['window']} data-picture>
        <Picture report={report} eager />
      </div>
      <h1 tabIndex={-1}>{pet.name ? t('happy.name', { name: pet.name }) : t('happy.title')}</h1>
      <p>{searchWords(pet)}</p>
      <p class={styles['text']}>{t('happy.text')}</p>
      <div class="row">
        <ShareButton title={reportTitle(pet)} path={`/reports/${pet.id}`} label={t('happy.share')} primary />
        <a class="button" href="/">
          {t('happy.map')}
        </a>
      </div>
    </section>
  )
}

/** After the end: joy where there is cause for it, few words where there is none. */
export function ClosedPage({
  report,
  token,
  onDeleted,
}: {
  report: ReportFeature
  token: string
  onDeleted: () => void
}) {
  const pet = report.properties
  return (
    <div class={`page column ${styles['closed']}`}>
      {pet.status === 'reunited' ? (
        <Happy report={report} />
      ) : (
        <header class="stack">
          <h1 tabIndex={-1}>{t('sad.title')}</h1>
          <p>{petTitle(pet)}</p>
          {pet.resolution === 'found_deceased' && <p>{t('sad.deceased')}</p>}
          <p>
            <a class="button" href="/">
              {t('action.home')}
            </a>
          </p>
        </header>
      )}
      <DeleteSection id={pet.id} token={token} onDeleted={onDeleted} />
    </div>
  )
}
