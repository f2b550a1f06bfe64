import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useFocusAfter } from '../../components/useFocusAfter.ts'
import { formatAgo } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { nowMs } from '../../state/clock.ts'
import type { ReportFeature } from '../../wire.ts'
import { JudgedNote } from './JudgedNote.tsx'
import styles from './SightingSection.module.css'
import type { SightingVerdicts } from './useSightingVerdicts.ts'

const ANSWERS = ['same', 'different'] as const

type Props = { sighting: ReportFeature; verdicts: SightingVerdicts }

/** Whether the animal that was seen is the author's: one tap where the sighting stands, and the way back. */
export function JudgeSighting({ sighting, verdicts }: Props) {
  const first = useFocusAfter<HTMLButtonElement>(verdicts.turnsOf(sighting))
  const seen = formatAgo(sighting.properties.occurredAt, nowMs.value)
  const now = verdicts.saidNow(sighting)
  const failure = verdicts.failureOf(sighting)
  const verdict = verdicts.verdictOf(sighting)
  const undo = () => verdicts.undo(sighting)
  return (
    <>
      {now && <JudgedNote judged={{ report: sighting, verdict: now, before: undefined }} onUndo={undo} />}
      {!now && (verdict === 'same' || verdict === 'different') && (
        <p class="row">
          {verdict === 'same' && <span class="hint">{t('animal.said')}</span>}
          <button
            ref={first}
            type="button"
            class="button"
            aria-label={`${t('animal.undo')}: ${seen}`}
            onClick={undo}
          >
            {t('animal.undo')}
          </button>
        </p>
      )}
      {!now && verdict !== 'same' && verdict !== 'different' && (
        <fieldset class={`row ${styles['judge']}`}>
          <legend class="hint">
            {t('judge.title')} <span class="unseen">{seen}</span>
          </legend>
          {ANSWERS.map((answer, index) => (
            <button
              key={answer}
              ref={index === 0 ? first : null}
              type="button"
              class="button"
              onClick={() => verdicts.judge(sighting, answer)}
            >
              {t(`sightings.${answer}`)}
            </button>
          ))}
        </fieldset>
      )}
      {failure !== undefined && <ErrorNote error={failure} />}
    </>
  )
}
