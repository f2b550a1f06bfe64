import { useEffect, useRef } from 'preact/hooks'
import { petTitle } from '../../components/kinds.ts'
import { t } from '../../i18n/index.ts'
import type { Judged } from './useAnimal.ts'

/** What was just said of another report, and the way back; focus goes there, since the button pressed is gone. */
export function JudgedNote({ judged, onUndo }: { judged: Judged; onUndo: () => void }) {
  const undo = useRef<HTMLButtonElement>(null)
  useEffect(() => undo.current?.focus(), [])
  return (
    <div class="note" data-tone="calm">
      <div class="stack">
        <p>
          <strong>{petTitle(judged.report.properties)}.</strong> {t(`animal.did.${judged.verdict}`)}
        </p>
        <p>
          <button ref={undo} type="button" class="button" onClick={onUndo}>
            {t('animal.undo')}
          </button>
        </p>
      </div>
    </div>
  )
}
