import { Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { deleteReport } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { t } from '../../i18n/index.ts'
import { forgetMine } from '../../posting/mine.ts'
import styles from './DeleteSection.module.css'

type Props = { id: string; token: string; onDeleted: () => void }

/** Deleting for good, on a second word. */
export function DeleteSection({ id, token, onDeleted }: Props) {
  const [state, setState] = useState<'idle' | 'asking' | 'deleting'>('idle')
  const [failure, setFailure] = useState<unknown>()
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
          <button type="button" class="button danger" onClick={() => setState('asking')}>
            <Trash2 size={20} aria-hidden="true" />
            {t('delete.ask')}
          </button>
        </p>
      ) : (
        <div class="note" data-tone="danger" role="alert">
          <div class="stack">
            <strong>{t('delete.sure')}</strong>
            <p class="row">
              <button type="button" class="button danger" disabled={state === 'deleting'} onClick={remove}>
                {t('delete.do')}
              </button>
              <button type="button" class="button" onClick={() => setState('idle')}>
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

export function DeletedPage() {
  return (
    <div class="page column stack" role="status">
      <h1 tabIndex={-1}>{t('delete.done.title')}</h1>
      <p>{t('delete.done')}</p>
      <p>
        <a class="button primary" href="/">
          {t('action.home')}
        </a>
      </p>
    </div>
  )
}
