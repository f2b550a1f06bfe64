import { answerMessage } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Thread } from '../../components/Thread.tsx'
import { t } from '../../i18n/index.ts'
import type { Incoming } from './useIncoming.ts'
import { groupThreads } from './waiting.ts'

type Props = { id: string; token: string; messages: Incoming['messages']; byMail: boolean }

/** `byMail`: what others write is also mailed to the author. */
export function Inbox({ id, token, messages: { loaded, reload }, byMail }: Props) {
  if (loaded.state === 'loading') return <p class="hint">{t('app.loading')}</p>
  if (loaded.state === 'failed') return <ErrorNote error={loaded.error} retry={reload} />
  const threads = groupThreads(loaded.value)
  if (threads.length === 0) return <p class="hint">{t(byMail ? 'inbox.none' : 'inbox.none.withoutMail')}</p>
  return (
    <>
      {threads.map((messages) => (
        <Thread
          key={messages[0]!.threadId}
          id={messages[0]!.threadId}
          messages={messages}
          youAreAuthor
          send={async (text) => {
            await answerMessage(id, token, messages[0]!.threadId, text)
            reload()
          }}
        />
      ))}
    </>
  )
}
