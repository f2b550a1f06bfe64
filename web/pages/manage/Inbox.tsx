import { answerMessage, getInbox } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Thread } from '../../components/Thread.tsx'
import { useLoaded } from '../../components/useLoaded.ts'
import { t } from '../../i18n/index.ts'
import type { InboxMessage } from '../../wire.ts'

/** Messages of one writer together, each conversation in order of time, the newest conversation first. */
export function groupThreads(items: readonly InboxMessage[]): InboxMessage[][] {
  const threads = new Map<string, InboxMessage[]>()
  for (const item of items) threads.set(item.threadId, [...(threads.get(item.threadId) ?? []), item])
  const byTime = (a: InboxMessage, b: InboxMessage) => a.createdAt.localeCompare(b.createdAt)
  return [...threads.values()]
    .map((messages) => messages.toSorted(byTime))
    .sort((a, b) => b.at(-1)!.createdAt.localeCompare(a.at(-1)!.createdAt))
}

type Props = { id: string; token: string; byMail: boolean }

/** `byMail`: what others write is also mailed to the author. */
export function Inbox({ id, token, byMail }: Props) {
  const { loaded, reload } = useLoaded(id, () => getInbox(id, token))
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
