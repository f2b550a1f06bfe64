import { getReplies, sendReply } from '../../client.ts'
import { describeError } from '../../components/ErrorNote.tsx'
import { FailedPage, WaitingPage } from '../../components/PageStates.tsx'
import { Thread } from '../../components/Thread.tsx'
import { useFragmentKey } from '../../components/useFragmentKey.ts'
import { useLoaded } from '../../components/useLoaded.ts'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { t } from '../../i18n/index.ts'
import styles from './TextPage.module.css'

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
  const token = useFragmentKey()
  return token ? (
    <Conversation key={token} token={token} />
  ) : (
    <FailedPage title={t('reply.title')} text={t('reply.noToken')} />
  )
}
