import { Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { deleteReport } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useFocusAfter } from '../../components/useFocusAfter.ts'
import { t } from '../../i18n/index.ts'
import { forgetMine } from '../../posting/mine.ts'
import styles from './DeleteSection.module.css'

type Props = { id: string; token: string; onDeleted: () => void }

/** Deleting for good, on a second word. */
export function DeleteSection({ id, token, onDeleted }: Props) {
  const [state, setState] = useState<'idle' | 'asking' | 'deleting'>('idle')
  const [turns, setTurns] = useState(0)
  const [failure, setFailure] = useState<unknown>()
  const question = useFocusAfter<HTMLDivElement>(turns)
  const asks = useFocusAfter<HTMLButtonElement>(turns)
  const turn = (next: 'idle' | 'asking') => {
    setState(next)
    setTurns((now) => now + 1)
  }
  const remove = async () => {
    setState('deleting')
    setFailure(undefined)
    try {
      await deleteReport(id, token)
      forgetMine(id)
      onDeleted()
    } catch (error) {
      setFailure(error)
      turn('asking')
    }
  }
  return (
    <section class={styles['delete']} aria-labelledby="delete-title">
      <h2 id="delete-title">{t('delete.title')}</h2>
      <p>{t('delete.text')}</p>
      {state === 'idle' ? (
        <p>
          <button ref={asks} type="button" class="button danger" onClick={() => turn('asking')}>
            <Trash2 size={20} aria-hidden="true" />
            {t('delete.ask')}
          </button>
        </p>
      ) : (
        <div ref={question} class="note" data-tone="danger" role="alert" tabIndex={-1}>
          <div class="stack">
            <strong>{t('delete.sure')}</strong>
            <p class="row">
              <button type="button" class="button danger" disabled={state === 'deleting'} onClick={remove}>
                {t('delete.do')}
              </button>
              <button type="button" class="button" onClick={() => turn('idle')}>
                {t('action.cancel')}
              </button>
            </p>
          </div>
        </div>
      )}
      {failure !== undefined && <ErrorNote error={failure} />}
    </section>
  )
}
