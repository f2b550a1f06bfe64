import { petTitle, reportTitle } from '../../components/kinds.ts'
import { Picture } from '../../components/Picture.tsx'
import { ShareButton } from '../../components/ShareButton.tsx'
import { t } from '../../i18n/index.ts'
import type { ReportFeature } from '../../wire.ts'
import styles from './ClosedPage.module.css'
import { DeleteSection } from './DeleteSection.tsx'

const DAY_MS = 86_400_000

function Happy({ report }: { report: ReportFeature }) {
  const pet = report.properties
  const days = Math.max(1, Math.round((Date.parse(pet.updatedAt) - Date.parse(pet.occurredAt)) / DAY_MS))
  return (
    <section class={styles['happy']}>
      <div class={styles['window']} data-picture>
        <Picture report={report} eager />
      </div>
      <h1 tabIndex={-1}>{pet.name ? t('happy.name', { name: pet.name }) : t('happy.title')}</h1>
      <p>{t('happy.days', { n: days })}</p>
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
