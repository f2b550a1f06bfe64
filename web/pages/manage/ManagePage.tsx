import { Printer } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { describeError } from '../../components/ErrorNote.tsx'
import { KindBadge } from '../../components/KindBadge.tsx'
import { petTitle, reportTitle } from '../../components/kinds.ts'
import { FailedPage, isMissing, MissingPage, WaitingPage } from '../../components/PageStates.tsx'
import { Picture } from '../../components/Picture.tsx'
import { ShareButton } from '../../components/ShareButton.tsx'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { agoAndWhere, placeName } from '../../components/where.ts'
import { type MessageKey, t } from '../../i18n/index.ts'
import type { ReportFeature } from '../../wire.ts'
import { AnimalSection, hasAnimal } from './AnimalSection.tsx'
import { NO_ANIMAL, partsOf } from './animal-view.ts'
import { ClosedPage } from './ClosedPage.tsx'
import { CloseSection } from './CloseSection.tsx'
import { ClosureOffers } from './ClosureOffers.tsx'
import { DeletedPage, DeleteSection } from './DeleteSection.tsx'
import { EditSection } from './EditSection.tsx'
import { ExpiredNote } from './ExpiredNote.tsx'
import { Inbox } from './Inbox.tsx'
import { JudgeMatches } from './JudgeMatches.tsx'
import styles from './ManagePage.module.css'
import { PlanSection } from './PlanSection.tsx'
import { PostedNote } from './PostedNote.tsx'
import { hasPlan } from './plan.ts'
import { SightingSection } from './SightingSection.tsx'
import { SECTIONS, type Section } from './sections.ts'
import { type AnimalState, useAnimal } from './useAnimal.ts'
import { useManaged } from './useManaged.ts'
import { WhoKnows } from './WhoKnows.tsx'

function Head({ report }: { report: ReportFeature }) {
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

type Props = {
  report: ReportFeature
  token: string
  kept: boolean
  animal: AnimalState
  onChange: (report: ReportFeature) => void
}

function ManageBody({ report, token, kept, animal, onChange }: Props) {
  const pet = report.properties
  const [deleted, setDeleted] = useState(false)
  usePageTitle(`${t('report.manage')}: ${reportTitle(pet)}`)
  if (deleted) return <DeletedPage />
  const onDeleted = () => setDeleted(true)
  if (pet.status === 'reunited' || pet.status === 'withdrawn') {
    return <ClosedPage report={report} token={token} onDeleted={onDeleted} />
  }
  const parts = partsOf(pet.id, animal.loaded.state === 'ready' ? animal.loaded.value : NO_ANIMAL)
  const bodies: Partial<Record<Section, preact.VNode>> = {
    ...(hasPlan(pet.kind)
      ? { plan: <PlanSection report={report} token={token} verdicts={parts.verdicts} /> }
      : {}),
    ...(hasAnimal(parts, animal)
      ? { animal: <AnimalSection report={report} parts={parts} state={animal} /> }
      : {}),
    told: <WhoKnows report={report} />,
    matches: <JudgeMatches report={report} token={token} />,
    ...(pet.kind === 'lost'
      ? {
          sightings: (
            <SightingSection
              report={report}
              token={token}
              verdicts={parts.verdicts}
              onJudged={animal.reload}
            />
          ),
        }
      : {}),
    messages: <Inbox id={pet.id} token={token} byMail={Boolean(pet.contact?.email)} />,
    edit: <EditSection report={report} token={token} onChange={onChange} />,
    close: (
      <>
        <CloseSection report={report} token={token} onChange={onChange} />
        <DeleteSection id={pet.id} token={token} onDeleted={onDeleted} />
      </>
    ),
  }
  const shown = SECTIONS.filter((section) => bodies[section])
  return (
    <div class={`page ${styles['manage']}`}>
      <PostedNote id={pet.id} token={token} kept={kept} />
      <ExpiredNote report={report} token={token} onChange={onChange} />
      <ClosureOffers report={report} offers={parts.offers} state={animal} />
      <Head report={report} />
      <nav class={styles['nav']} aria-label={t('manage.sections')}>
        {shown.map((section) => (
          <a key={section} class="button" href={`#${section}`}>
            {t(`manage.${section}` satisfies MessageKey)}
          </a>
        ))}
      </nav>
      {shown.map((section) => (
        <section key={section} id={section} class={styles['section']} aria-labelledby={`${section}-title`}>
          <h2 id={`${section}-title`} tabIndex={-1}>
            {t(`manage.${section}` satisfies MessageKey)}
          </h2>
          {bodies[section]}
        </section>
      ))}
    </div>
  )
}

export function ManagePage({ id }: { id: string }) {
  const { loaded, reload, replace, token, kept } = useManaged(id)
  const animal = useAnimal(id, token)
  if (loaded.state === 'loading' || animal.loaded.state === 'loading') return <WaitingPage />
  if (loaded.state === 'failed') {
    return isMissing(loaded.error) ? (
      <MissingPage title={t('gone.title')} text={t(token ? 'error.notYours' : 'error.gone')} />
    ) : (
      <FailedPage retry={reload} text={describeError(loaded.error)} />
    )
  }
  if (!token || !loaded.value.properties.mine) {
    const seen = { href: `/reports/${id}`, words: t('manage.noToken.open') }
    return <MissingPage title={t('manage.noToken.title')} text={t('manage.noToken')} instead={seen} />
  }
  return <ManageBody report={loaded.value} token={token} kept={kept} animal={animal} onChange={replace} />
}
