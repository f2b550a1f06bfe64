import { reportTitle } from '../../components/kinds.ts'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { type MessageKey, t } from '../../i18n/index.ts'
import type { ReportFeature } from '../../wire.ts'
import { AnimalSection, hasAnimal } from './AnimalSection.tsx'
import { NO_ANIMAL, partsOf } from './animal-view.ts'
import { CloseSection } from './CloseSection.tsx'
import { ClosureOffers } from './ClosureOffers.tsx'
import { DeleteSection } from './DeleteSection.tsx'
import { EditSection } from './EditSection.tsx'
import { ExpiredNote } from './ExpiredNote.tsx'
import { Inbox } from './Inbox.tsx'
import { JudgeMatches } from './JudgeMatches.tsx'
import { ManageHead } from './ManageHead.tsx'
import styles from './ManagePage.module.css'
import { News } from './News.tsx'
import { PlanSection } from './PlanSection.tsx'
import { PostedNote } from './PostedNote.tsx'
import { hasPlan } from './plan.ts'
import { SectionNav } from './SectionNav.tsx'
import { SightingSection } from './SightingSection.tsx'
import { SECTIONS, type Section } from './sections.ts'
import type { AnimalState } from './useAnimal.ts'
import { type Incoming, reportsIn } from './useIncoming.ts'
import { useMatchVerdicts } from './useMatchVerdicts.ts'
import { useSectionInAddress } from './useSectionInAddress.ts'
import { useUnseen } from './useUnseen.ts'
import { WhoKnows } from './WhoKnows.tsx'
import { WAITING_SECTIONS, waitingIn } from './waiting.ts'

export type OpenReportProps = {
  report: ReportFeature
  token: string
  kept: boolean
  animal: AnimalState
  incoming: Incoming
  onChange: (report: ReportFeature) => void
  onDeleted: () => void
}

/** The author's page while the search or the care goes on: what is new, then a section for each thing to do. */
export function OpenReport({ report, token, kept, animal, incoming, onChange, onDeleted }: OpenReportProps) {
  const pet = report.properties
  const parts = partsOf(pet.id, animal.loaded.state === 'ready' ? animal.loaded.value : NO_ANIMAL)
  const matchVerdicts = useMatchVerdicts(pet.id, token)
  const waiting = waitingIn(report, incoming, { ofMatches: matchVerdicts, ofSightings: parts.verdicts })
  const news = useUnseen(pet.id, waiting)
  // A word of thanks asks for no answer: messages count until they are read.
  const counts = { ...waiting, messages: news.messages }
  const newsCount = WAITING_SECTIONS.reduce((sum, section) => sum + news[section].length, 0)
  usePageTitle(`${t('report.manage')}: ${reportTitle(pet)}`, newsCount)
  useSectionInAddress()
  const bodies: Partial<Record<Section, preact.VNode>> = {
    ...(hasPlan(pet.kind)
      ? {
          plan: (
            <PlanSection
              report={report}
              token={token}
              verdicts={parts.verdicts}
              others={reportsIn(incoming)}
            />
          ),
        }
      : {}),
    ...(hasAnimal(parts, animal)
      ? { animal: <AnimalSection report={report} parts={parts} state={animal} /> }
      : {}),
    told: <WhoKnows report={report} />,
    matches: <JudgeMatches report={report} matches={incoming.matches} verdicts={matchVerdicts} />,
    ...(pet.kind === 'lost'
      ? {
          sightings: (
            <SightingSection
              report={report}
              token={token}
              sightings={incoming.sightings}
              verdicts={parts.verdicts}
              onJudged={animal.reload}
            />
          ),
        }
      : {}),
    messages: (
      <Inbox id={pet.id} token={token} messages={incoming.messages} byMail={Boolean(pet.contact?.email)} />
    ),
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
      <News news={news} />
      <PostedNote id={pet.id} token={token} kept={kept} />
      <ExpiredNote report={report} token={token} onChange={onChange} />
      <ClosureOffers report={report} offers={parts.offers} state={animal} />
      <ManageHead report={report} />
      <SectionNav sections={shown} waiting={counts} />
      {shown.map((section) => (
        <section
          key={section}
          id={section}
          class={styles['section']}
          tabIndex={-1}
          aria-labelledby={`${section}-title`}
        >
          <h2 id={`${section}-title`} tabIndex={-1}>
            {t(`manage.${section}` satisfies MessageKey)}
          </h2>
          {bodies[section]}
        </section>
      ))}
    </div>
  )
}
