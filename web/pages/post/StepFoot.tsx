import type { ComponentChildren } from 'preact'
import { t } from '../../i18n/index.ts'
import type { Step } from '../../posting/check.ts'
import { draft, type Side } from '../../posting/draft.ts'
import styles from './StepFoot.module.css'
import { exitOf, firstStep, goToStep, neighbourStep } from './steps.ts'

type Props = { side: Side; step: Step; children: ComponentChildren }

/** The way back and the way on, always under the thumb. */
export function StepFoot({ side, step, children }: Props) {
  const slot = draft.value
  const back = step === firstStep(slot) ? undefined : neighbourStep(side, step, -1)
  return (
    <div class={styles['foot']}>
      {back ? (
        <button type="button" class="button" onClick={() => goToStep(slot, back)}>
          {t('action.back')}
        </button>
      ) : (
        <a class="button" href={exitOf(slot)}>
          {t('action.back')}
        </a>
      )}
      {children}
    </div>
  )
}
