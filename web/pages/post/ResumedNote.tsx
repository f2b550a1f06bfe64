import { History } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { t } from '../../i18n/index.ts'
import { dropDraft, type Side } from '../../posting/draft.ts'
import { goToStep, STEPS } from './steps.ts'

/** Says that an earlier draft came back, and lets it go only on a second word. */
export function ResumedNote({ side }: { side: Side }) {
  const [state, setState] = useState<'shown' | 'asking' | 'gone'>('shown')
  if (state === 'gone') return null
  const startOver = async () => {
    await dropDraft(side)
    setState('gone')
    goToStep(side, STEPS[side][0]!, { replace: true })
  }
  return (
    <div class="note" data-tone="calm">
      <History size={20} aria-hidden="true" />
      <div class="stack">
        <p role="status">{t(state === 'shown' ? 'post.resumed' : 'post.startOver.sure')}</p>
        {state === 'shown' ? (
          <p>
            <button type="button" class="button" onClick={() => setState('asking')}>
              {t('post.startOver')}
            </button>
          </p>
        ) : (
          <p class="row">
            <button type="button" class="button danger" onClick={startOver}>
              {t('post.startOver')}
            </button>
            <button type="button" class="button" onClick={() => setState('shown')}>
              {t('action.cancel')}
            </button>
          </p>
        )}
      </div>
    </div>
  )
}
