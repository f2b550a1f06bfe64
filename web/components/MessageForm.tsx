import { MailCheck } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Kind } from '../../api/domain/vocabulary.ts'
import { sendMessage } from '../client.ts'
import { t } from '../i18n/index.ts'
import { readStored, writeStored } from '../state/device.ts'
import { ErrorNote } from './ErrorNote.tsx'
import { WrongNote } from './WrongNote.tsx'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/
const MAX_TEXT = 4000

type State =
  | { stage: 'writing' }
  | { stage: 'sending' }
  | { stage: 'sent' }
  | { stage: 'failed'; error: unknown }

/** A few words to the author. What is typed is kept on the device until it is sent. */
export function MessageForm({ reportId, kind }: { reportId: string; kind: Kind }) {
  const key = `message:${reportId}`
  const [text, setText] = useState(() => readStored(key) ?? '')
  const [email, setEmail] = useState(() => readStored('email') ?? '')
  const [state, setState] = useState<State>({ stage: 'writing' })
  const [tried, setTried] = useState(false)
  // Drawn by the server it could not keep yet what is typed: until the app is here it takes nothing.
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  const sent = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The form was taller than the words in its place: without this they would stand above what is seen.
    if (state.stage === 'sent') sent.current?.focus()
  }, [state.stage])
  const textWrong = tried && text.trim() === ''
  const emailWrong = tried && !EMAIL.test(email.trim())

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (text.trim() === '' || !EMAIL.test(email.trim())) {
      const id = text.trim() === '' ? 'message-text' : 'message-email'
      document.getElementById(id)?.focus()
      return
    }
    setState({ stage: 'sending' })
    try {
      await sendMessage(reportId, text.trim(), email.trim())
      writeStored(key, null)
      writeStored('email', email.trim())
      setState({ stage: 'sent' })
      setText('')
      setTried(false)
    } catch (error) {
      setState({ stage: 'failed', error })
    }
  }

  if (state.stage === 'sent') {
    return (
      <div ref={sent} class="note" data-tone="calm" role="status" tabIndex={-1}>
        <MailCheck aria-hidden="true" />
        <div class="stack">
          <p>{t('message.sent', { email: email.trim() })}</p>
          <p>
            <button type="button" class="button" onClick={() => setState({ stage: 'writing' })}>
              {t('message.another')}
            </button>
          </p>
        </div>
      </div>
    )
  }
  const wrong = (id: string, words: string) => <WrongNote id={id} words={words} />
  return (
    <form noValidate onSubmit={submit}>
      <fieldset class="stack" disabled={!awake}>
        <p class="hint">{t('message.lead')}</p>
        <div class="field">
          <label for="message-text">{t('message.text')}</label>
          <textarea
            id="message-text"
            class="input"
            maxLength={MAX_TEXT}
            value={text}
            aria-invalid={textWrong}
            aria-describedby={textWrong ? 'message-text-wrong' : 'message-text-hint'}
            onInput={(event) => {
              setText(event.currentTarget.value)
              writeStored(key, event.currentTarget.value)
            }}
          />
          <p class="hint" id="message-text-hint">
            {t(`message.hint.${kind}`)}
          </p>
          {textWrong && wrong('message-text-wrong', t('message.wrong.text'))}
        </div>
        <div class="field">
          <label for="message-email">{t('message.email')}</label>
          <input
            id="message-email"
            class="input"
            type="email"
            inputMode="email"
            autoComplete="email"
            maxLength={254}
            value={email}
            aria-invalid={emailWrong}
            aria-describedby={emailWrong ? 'message-email-wrong' : undefined}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
          {emailWrong &&
            wrong('message-email-wrong', t(`message.wrong.email.${email.trim() ? 'invalid' : 'missing'}`))}
        </div>
        {state.stage === 'failed' && <ErrorNote error={state.error} kept />}
        <button type="submit" class="button primary" disabled={state.stage === 'sending'}>
          {t(state.stage === 'sending' ? 'message.sending' : 'message.send')}
        </button>
      </fieldset>
    </form>
  )
}
