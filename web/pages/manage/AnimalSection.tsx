import { useState } from 'preact/hooks'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ReportGroup } from '../../components/ReportGroup.tsx'
import { useFocusAfter } from '../../components/useFocusAfter.ts'
import { t } from '../../i18n/index.ts'
import type { ReportFeature } from '../../wire.ts'
import { AnimalMembers } from './AnimalMembers.tsx'
import { AnimalQuestion } from './AnimalQuestion.tsx'
import type { AnimalParts } from './animal-view.ts'
import { FarTwins } from './FarTwins.tsx'
import { JudgedNote } from './JudgedNote.tsx'
import type { AnimalState } from './useAnimal.ts'

/** Whether there is anything to show; a section of nothing would only take room. */
export function hasAnimal(
  { members, questions, farTwins, together }: AnimalParts,
  state: AnimalState,
): boolean {
  const lists = [members, questions, farTwins, together, state.judged]
  return state.loaded.state === 'failed' || lists.some((list) => list.length > 0)
}

type Props = { report: ReportFeature; parts: AnimalParts; state: AnimalState }

/** Reports of the same animal as one group, and what only a person can decide about those that may be. */
export function AnimalSection({ report, parts, state }: Props) {
  const { loaded, reload, judged, failure } = state
  const [known, setKnown] = useState(0)
  const top = useFocusAfter<HTMLDivElement>(state.takenBack + known)
  const isOpen = ({ id }: ReportFeature) => !judged.some((one) => one.report.id === id)
  const members = parts.members.filter((member) => isOpen(member.report))
  const together = parts.together.filter(isOpen)
  return (
    <div ref={top} class="stack" tabIndex={-1}>
      {loaded.state === 'failed' && <ErrorNote error={loaded.error} retry={reload} />}
      {failure !== undefined && <ErrorNote error={failure} />}
      {judged.map((one) => (
        <JudgedNote key={one.report.id} judged={one} onUndo={() => state.undo(report, one)} />
      ))}
      {parts.questions
        .filter((question) => isOpen(question.report))
        .map((question) => (
          <AnimalQuestion
            key={question.report.id}
            mine={report}
            question={question}
            onAnswer={(answer) => state.judge(report, question.report, answer)}
          />
        ))}
      <FarTwins id={report.id} twins={parts.farTwins} onKnown={() => setKnown((now) => now + 1)} />
      {members.length > 0 && <AnimalMembers report={report} members={members} state={state} />}
      <ReportGroup
        heading="h3"
        title={t('animal.together')}
        lead={t('animal.together.hint')}
        reports={together}
        from={report}
      />
    </div>
  )
}
