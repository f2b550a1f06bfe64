import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../i18n/index.ts'

type Props = {
  question: string
  busy: boolean
  onYes: () => void
  onCancel: () => void
}

/**
 * The second word before something is deleted for good; it takes the focus of what was pressed, and its buttons keep theirs
 * while it is being done.
 */
export function SureNote({ question, busy, onYes, onCancel }: Props) {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => note.current?.focus(), [question])
  return (
    <div ref={note} class="note" data-tone="danger" role="alert" tabIndex={-1}>
      <div class="stack">
        <strong>{question}</strong>
        <p class="row">
          <button type="button" class="button danger" aria-disabled={busy} onClick={() => busy || onYes()}>
            {t('delete.do')}
          </button>
          <button type="button" class="button" aria-disabled={busy} onClick={() => busy || onCancel()}>
            {t('action.cancel')}
          </button>
        </p>
      </div>
    </div>
  )
}
