import { LockKeyhole, Pencil, Send } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { markWords } from '../../components/marks.ts'
import { t } from '../../i18n/index.ts'
import type { Step } from '../../posting/check.ts'
import { changeDraft, changeValues, draft, type Side, saveDraft } from '../../posting/draft.ts'
import { PUBLIC_TEXTS, toBody } from '../../posting/form.ts'
import { newId } from '../../posting/new-id.ts'
import { send, sendStates } from '../../posting/outgoing.ts'
import { ProblemError } from '../../request.ts'
import { language, online } from '../../state/device.ts'
import type { Problem } from '../../wire.ts'
import { PrivateInText } from './PrivateInText.tsx'
import { PublicPreview } from './PublicPreview.tsx'
import styles from './ReviewStep.module.css'
import { SendProgress } from './SendProgress.tsx'
import { StepFoot } from './StepFoot.tsx'
import { goToStep, leaveFor, STEPS } from './steps.ts'

function ChangeLinks({ side }: { side: Side }) {
  return (
    <p class="row">
      {STEPS[side]
        .filter((step): step is Exclude<Step, 'review'> => step !== 'review')
        .map((step) => (
          <button
            key={step}
            type="button"
            class={`button ${styles['change']}`}
            aria-label={t('review.change', { step: t(`step.${step}`) })}
            onClick={() => goToStep(draft.peek(), step)}
          >
            <Pencil size={16} aria-hidden="true" />
            {t(`step.${step}`)}
          </button>
        ))}
    </p>
  )
}

/** What stays with the author: contact, numbers, sealed marks; listed so that nobody wonders. */
function HiddenPart() {
  const { values } = draft.value
  const { contact, microchip, brand, marks, species } = values
  const sealed = marks
    .filter(({ visibility }) => visibility === 'sealed')
    .map((mark) => markWords(mark, species))
  const lines = [contact.email, contact.name, contact.phone, microchip, brand, ...sealed].filter((line) =>
    line?.trim(),
  )
  if (lines.length === 0) return null
  return (
    <section class="note" data-tone="calm">
      <LockKeyhole aria-hidden="true" />
      <div>
        <strong>{t('review.hidden')}</strong>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </section>
  )
}

type Props = { side: Side; beforeSend: () => boolean; onRefused: (problem: Problem) => boolean }

export function ReviewStep({ side, beforeSend, onRefused }: Props) {
  const [unnamed, setUnnamed] = useState<unknown>()
  // Once sent the draft is gone; the page goes on under the name it was sent by.
  const [id, setId] = useState(draft.peek().id)
  const { values, photos } = draft.value
  const state = sendStates.value[id]
  const busy = state?.stage === 'report' || state?.stage === 'photo'

  const publish = async () => {
    if (busy || !beforeSend()) return
    setUnnamed(undefined)
    await saveDraft()
    const key = draft.peek().id
    setId(key)
    const ended = await send({ key, body: toBody(values, language.peek()), photos })
    if (ended.stage !== 'refused' || onRefused(ended.problem)) return
    // An earlier try got through with other words under this name: the next one takes a new name.
    if (ended.problem.status === 409) changeDraft({ id: newId() })
    setUnnamed(new ProblemError(ended.problem, ended.retryAfterS))
  }
  // Also when it was sent by itself, as the connection came back.
  useEffect(() => {
    if (state?.stage !== 'done') return
    void leaveFor(`/reports/${state.id}/manage?posted=${state.refusedPhotos}`, draft.peek())
  }, [state?.stage])

  if (state?.stage === 'waiting') return <SendProgress state={state} onSend={publish} />
  return (
    <>
      <p>{t('review.lead')}</p>
      <section class={styles['public']} aria-labelledby="public-title">
        <h2 id="public-title">{t('review.title')}</h2>
        <PrivateInText fields={PUBLIC_TEXTS} values={values} onChange={changeValues} />
        <PublicPreview values={values} photos={photos} />
      </section>
      <HiddenPart />
      <ChangeLinks side={side} />
      {unnamed !== undefined && <ErrorNote error={unnamed} />}
      {busy ? (
        <SendProgress state={state} onSend={publish} />
      ) : (
        <StepFoot side={side} step="review">
          <button type="button" class="button primary" onClick={publish}>
            <Send size={20} aria-hidden="true" />
            {t(online.value ? 'review.publish' : 'review.publishLater')}
          </button>
        </StepFoot>
      )}
    </>
  )
}
