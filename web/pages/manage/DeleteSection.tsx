import { Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { deleteReport } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useFocusAfter } from '../../components/useFocusAfter.ts'
import { t } from '../../i18n/index.ts'
import { forgetMine } from '../../posting/mine.ts'
import styles from './DeleteSection.module.css'
import { SureNote } from './SureNote.tsx'

type Props = { id: string; token: string; onDeleted: () => void }

/** Deleting for good, on a second word. */
export function DeleteSection({ id, token, onDeleted }: Props) {
  const [state, setState] = useState<'idle' | 'asking' | 'deleting'>('idle')
  const [cancelled, setCancelled] = useState(0)
  const [failure, setFailure] = useState<unknown>()
  const asks = useFocusAfter<HTMLButtonElement>(cancelled)
  const cancel = () => {
    setState('idle')
    setCancelled((now) => now + 1)
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
      setState('asking')
    }
  }
  return (
    <section class={styles['delete']} aria-labelledby="delete-title">
      <h2 id="delete-title">{t('delete.title')}</h2>
      <p>{t('delete.text')}</p>
      {state === 'idle' ? (
        <p>
          <button ref={asks} type="button" class="button danger" onClick={() => setState('asking')}>
            <Trash2 size={20} aria-hidden="true" />
            {t('delete.ask')}
          </button>
        </p>
      ) : (
        <SureNote question={t('delete.sure')} busy={state === 'deleting'} onYes={remove} onCancel={cancel} />
      )}
      {failure !== undefined && <ErrorNote error={failure} />}
    </section>
  )
}
