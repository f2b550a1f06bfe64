import { Printer } from 'lucide-preact'
import { KindBadge } from '../../components/KindBadge.tsx'
import { petTitle, reportTitle } from '../../components/kinds.ts'
import { Picture } from '../../components/Picture.tsx'
import { ShareButton } from '../../components/ShareButton.tsx'
import { agoAndWhere, placeName } from '../../components/where.ts'
import { t } from '../../i18n/index.ts'
import type { ReportFeature } from '../../wire.ts'
import styles from './ManagePage.module.css'

/** Which report it is, and how others get to it. */
export function ManageHead({ report }: { report: ReportFeature }) {
  const pet = report.properties
  return (
    <header class={styles['head']}>
      <div class={styles['photo']} data-picture>
        <Picture report={report} eager />
      </div>
      <div class={styles['words']}>
        <KindBadge kind={pet.kind} species={pet.species} sex={pet.sex} />
        <h1 tabIndex={-1}>{petTitle(pet)}</h1>
        <p class="hint">{agoAndWhere(pet)}</p>
      </div>
      <div class={`actions ${styles['actions']}`}>
        <a class="button" href={`/reports/${pet.id}`}>
          {t('manage.public')}
        </a>
        {pet.kind === 'lost' && (
          <a class="button" href={`/reports/${pet.id}/poster`}>
            <Printer size={20} aria-hidden="true" />
            {t('manage.poster')}
          </a>
        )}
        <ShareButton title={reportTitle({ ...pet, place: placeName(pet) })} path={`/reports/${pet.id}`} />
      </div>
    </header>
  )
}
