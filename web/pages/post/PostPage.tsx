import { useEffect, useState } from 'preact/hooks'
import { WaitingPage } from '../../components/PageStates.tsx'
import { useAboutReport } from '../../components/useAboutReport.ts'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { t } from '../../i18n/index.ts'
import {
  checkForm,
  type Errors,
  errorsFromProblem,
  errorsOfStep,
  FIELD_STEPS,
  wrongFields,
} from '../../posting/check.ts'
import { draft, draftKept, openDraft, type Slot, startDraftSaving } from '../../posting/draft.ts'
import { withdraw } from '../../posting/outgoing.ts'
import type { Problem } from '../../wire.ts'
import { focusField } from './focus-field.ts'
import styles from './PostPage.module.css'
import { beginSighting } from './prefill.ts'
import { ResumedNote } from './ResumedNote.tsx'
import { StepBody } from './StepBody.tsx'
import { StepFoot } from './StepFoot.tsx'
import { errorsToShow, nothingJudged } from './shown-errors.ts'
import { countSteps, currentStep, goToStep, neighbourStep } from './steps.ts'

/** Opens what was kept, or a form prefilled from the report that a sighting is about. */
function useDraft({ side, about }: Slot) {
  const [state, setState] = useState<'opening' | 'new' | 'resumed'>('opening')
  useEffect(() => {
    const open = async () => {
      const resumed = await openDraft({ side, about })
      if (about && !resumed) await beginSighting(about)
      setState(resumed ? 'resumed' : 'new')
    }
    void open()
    return startDraftSaving()
  }, [])
  return state
}

export function PostPage({ side, about }: Slot) {
  const opened = useDraft({ side, about })
  const [judged, setJudged] = useState(() => nothingJudged(draft.peek().values))
  const step = currentStep({ side, about })
  const [openedAt] = useState(step)
  const title = t(side === 'lost' ? 'post.lost' : 'post.found')
  usePageTitle(`${t(`step.${step}`)} · ${title}`)
  useEffect(() => {
    document.getElementById('step-title')?.focus({ preventScroll: true })
    if (opened !== 'opening' && step !== 'review') void withdraw(draft.peek().id)
  }, [step, opened])
  const pet = useAboutReport(about)
  if (opened === 'opening') return <WaitingPage />

  const { values } = draft.value
  const wrong = errorsToShow(judged, values, checkForm(values, Date.now()))
  /** Reads the draft anew: a choice made in the same touch is not yet in this rendering. */
  const check = () => checkForm(draft.peek().values, Date.now())
  const judge = (errors: Errors) => setJudged({ errors, values: draft.peek().values })

  const leaveStep = () => {
    const errors = errorsOfStep(check(), step)
    const [first] = wrongFields(errors)
    if (first) {
      // What is shown of other steps stays; of those not tried yet nothing is said.
      judge({ ...wrong, ...errors })
      focusField(first)
      return
    }
    const next = neighbourStep(side, step, 1)
    if (next) goToStep({ side, about }, next)
  }

  /** Before sending: the first step with a fault, or undefined when there is none. */
  const showErrors = (errors: Errors) => {
    judge(errors)
    const [first] = wrongFields(errors)
    if (!first) return false
    goToStep({ side, about }, FIELD_STEPS[first])
    setTimeout(() => focusField(first), 50)
    return true
  }
  const onRefused = (problem: Problem) => showErrors(errorsFromProblem(problem).errors)

  const noPhoto = step === 'photo' && draft.value.photos.length === 0
  const { n, of } = countSteps({ side, about }, step)
  const steps = t('post.steps', { n, of })
  return (
    <div class={`page column ${styles['post']}`} data-step={step}>
      <header class={styles['head']}>
        <p class={styles['what']}>
          {title}
          <span class="hint">{steps}</span>
        </p>
        <progress class={styles['progress']} value={n} max={of} aria-label={steps} />
        <h1 id="step-title" tabIndex={-1}>
          {t(`step.${step}`)}
        </h1>
      </header>
      {opened === 'resumed' && step === openedAt && <ResumedNote />}
      {!draftKept.value && <p class="note">{t('post.notKept')}</p>}
      <form
        class={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          leaveStep()
        }}
      >
        <StepBody
          side={side}
          step={step}
          wrong={wrong}
          about={pet}
          onNext={leaveStep}
          beforeSend={() => !showErrors(check())}
          onRefused={onRefused}
        />
        {step !== 'review' && (
          <StepFoot side={side} step={step}>
            {step !== 'kind' && (
              <button type="submit" class={`button ${noPhoto ? '' : 'primary'}`}>
                {t(noPhoto ? 'photo.none' : 'action.next')}
              </button>
            )}
          </StepFoot>
        )}
      </form>
    </div>
  )
}
