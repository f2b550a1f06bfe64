import { useEffect, useState } from 'preact/hooks'
import { getReplies, sendReply } from '../../client.ts'
import { describeError } from '../../components/ErrorNote.tsx'
import { FailedPage, WaitingPage } from '../../components/PageStates.tsx'
import { Thread } from '../../components/Thread.tsx'
import { useLoaded } from '../../components/useLoaded.ts'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { t } from '../../i18n/index.ts'
import styles from './TextPage.module.css'

/** The key of the conversation stands in the fragment and stays there: it is kept nowhere else. "Skip" takes its place. */
function readToken(): string | undefined {
  const fragment = location.hash.slice(1)
  return fragment && fragment !== 'content' ? decodeURIComponent(fragment) : undefined
}

function Conversation({ token }: { token: string }) {
  const { loaded, reload } = useLoaded(token, () => getReplies(token))
  if (loaded.state === 'loading') return <WaitingPage />
  if (loaded.state === 'failed') return <FailedPage retry={reload} text={describeError(loaded.error)} />
  const { items, reportId, youAreAuthor } = loaded.value
  return (
    <div class={`page ${styles['text']}`}>
      <h1 tabIndex={-1}>{t('reply.title')}</h1>
      <p class="hint">{t('reply.lead')}</p>
      {items.length === 0 && <p>{t('reply.none')}</p>}
      <Thread
        id={reportId}
        messages={items}
        youAreAuthor={youAreAuthor}
        send={async (text) => {
          await sendReply(token, text)
          reload()
        }}
      />
      <p>
        <a href={`/reports/${reportId}`}>{t('reply.report')}</a>
      </p>
    </div>
  )
}

export function ReplyPage() {
  usePageTitle(t('reply.title'))
  const [token, setToken] = useState(readToken)
  useEffect(() => {
    // The right link pasted over a wrong one changes the fragment only.
    const read = () => setToken((now) => readToken() ?? now)
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  return token ? (
    <Conversation key={token} token={token} />
  ) : (
    <FailedPage title={t('reply.title')} text={t('reply.noToken')} />
  )
}
