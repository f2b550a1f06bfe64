import { useState } from 'preact/hooks'
import { formatAgo } from '../i18n/dates.ts'
import { t } from '../i18n/index.ts'
import { nowMs } from '../state/clock.ts'
import { readStored, writeStored } from '../state/device.ts'
import type { Message } from '../wire.ts'
import { ErrorNote } from './ErrorNote.tsx'
import styles from './Thread.module.css'

type Props = {
  id: string
  messages: readonly Message[]
  youAreAuthor: boolean
  send: (text: string) => Promise<void>
}

/** One conversation with its answer field; an answer not yet sent stays on the device. */
export function Thread({ id, messages, youAreAuthor, send }: Props) {
  const key = `answer:${id}`
  const [text, setText] = useState(() => readStored(key) ?? '')
  const [state, setState] = useState<'writing' | 'sending'>('writing')
  const [failure, setFailure] = useState<unknown>()
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim() === '' || state === 'sending') return
    setState('sending')
    setFailure(undefined)
    try {
      await send(text.trim())
      writeStored(key, null)
      setText('')
    } catch (error) {
      setFailure(error)
    }
    setState('writing')
  }
  return (
    <section class={styles['thread']}>
      <ol class={styles['messages']}>
        {messages.map((message) => {
          const mine = message.fromAuthor === youAreAuthor
          return (
            <li key={message.id} class={styles['message']} data-mine={mine}>
              <p class="hint">
                {t(mine ? 'inbox.you' : 'inbox.them')}, {formatAgo(message.createdAt, nowMs.value)}
              </p>
              <p class={styles['text']} dir="auto">
                {message.text}
              </p>
            </li>
          )
        })}
      </ol>
      <form class="stack" onSubmit={submit}>
        <div class="field">
          <label for={key}>{t('inbox.answer')}</label>
          <textarea
            id={key}
            class="input"
            maxLength={4000}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value)
              writeStored(key, event.currentTarget.value)
            }}
          />
        </div>
        {failure !== undefined && <ErrorNote error={failure} kept />}
        <button type="submit" class="button primary" disabled={state === 'sending'}>
          {t('inbox.send')}
        </button>
      </form>
    </section>
  )
}
