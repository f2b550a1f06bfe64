import { History } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { t } from '../../i18n/index.ts'
import { draft, dropDraft } from '../../posting/draft.ts'
import { beginSighting } from './prefill.ts'
import { firstStep, goToStep } from './steps.ts'

/** Says that an earlier draft came back, and lets it go only on a second word. */
export function ResumedNote() {
  const [state, setState] = useState<'shown' | 'asking' | 'gone'>('shown')
  if (state === 'gone') return null
  const startOver = async () => {
    const { side, about } = draft.peek()
    await dropDraft({ side, about })
    if (about) await beginSighting(about, { afresh: true })
    setState('gone')
    goToStep({ side, about }, firstStep({ side, about }), { replace: true })
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
