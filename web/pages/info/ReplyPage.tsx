import { isWholeReplyToken } from '../../../api/domain/reply-token.ts'
import { getReplies, getReport, sendReply } from '../../client.ts'
import { describeError } from '../../components/ErrorNote.tsx'
import { FailedPage, MissingPage, WaitingPage } from '../../components/PageStates.tsx'
import { ReportRow } from '../../components/ReportRow.tsx'
import { Thread } from '../../components/Thread.tsx'
import { useFragmentKey } from '../../components/useFragmentKey.ts'
import { useLoaded } from '../../components/useLoaded.ts'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { t } from '../../i18n/index.ts'
import { mayPass } from '../../request.ts'
import styles from './TextPage.module.css'

/** The conversation and the report that it is about, which strangers may no longer see. */
async function openConversation(token: string) {
  const conversation = await getReplies(token)
  const report = await getReport(conversation.reportId).catch(() => undefined)
  return { ...conversation, report }
}

function Conversation({ token }: { token: string }) {
  const { loaded, reload } = useLoaded(token, () => openConversation(token))
  if (loaded.state === 'loading') return <WaitingPage />
  if (loaded.state === 'failed') {
    const { error } = loaded
    if (!mayPass(error)) return isWholeReplyToken(token) ? <Gone /> : <NoKey />
    return <FailedPage retry={reload} text={describeError(error)} />
  }
  const { items, reportId, youAreAuthor, report } = loaded.value
  return (
    <div class={`page ${styles['text']}`}>
      <h1 tabIndex={-1}>{t('reply.title')}</h1>
      {report && <ReportRow report={report} />}
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
    </div>
  )
}

/** A whole key that opens nothing any more: it went with its report. */
const Gone = () => <MissingPage title={t('reply.title')} text={t('reply.gone')} />

const NoKey = () => <MissingPage title={t('reply.noToken.title')} text={t('reply.noToken')} />

export function ReplyPage() {
  usePageTitle(t('reply.title'))
  const token = useFragmentKey()
  return token ? <Conversation key={token} token={token} /> : <NoKey />
}
