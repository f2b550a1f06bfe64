import type { Db } from '../db/connect.ts'
import type { Language } from '../domain/vocabulary.ts'
import { visible } from '../reports/visibility.ts'

export type ThreadRow = {
  id: string
  report_id: string
  writer_email: string
  writer_language: Language | null
  author_email: string | null
  author_language: Language | null
  /** Whether the presented token is the author's side of the thread. */
  as_author: boolean
}

export type MessageRow = {
  id: string
  thread_id: string
  text: string
  from_author: boolean
  created_at: Date
}

export type ReachableReport = { contact_email: string | null; language: Language | null; name: string | null }

/** A report that strangers may write to. Nobody reads mail of the demo city. */
export async function findReachableReport(db: Db, reportId: string): Promise<ReachableReport | undefined> {
  const [row] = await db<ReachableReport[]>`
    select case when r.is_demo then null else r.contact_email end as contact_email, r.language, r.name
    from reports r
    where r.id = ${reportId}
      and ${visible(db)}`
  return row
}

export async function insertThread(
  db: Db,
  thread: {
    id: string
    report_id: string
    writer_email: string
    writer_language: Language | null
    author_token_hash: Uint8Array
    writer_token_hash: Uint8Array
    created_at: Date
  },
): Promise<void> {
  await db`insert into threads ${db(thread)}`
}

export async function insertMessage(
  db: Db,
  message: { id: string; thread_id: string; from_author: boolean; text: string; created_at: Date },
): Promise<void> {
  await db`insert into messages ${db(message)}`
}

const threadColumns = (db: Db) => db`
  t.id,
  t.report_id,
  t.writer_email,
  coalesce(t.writer_language, r.language) as writer_language,
  case when r.is_demo then null else r.contact_email end as author_email,
  r.language as author_language`

export async function findThreadByToken(db: Db, tokenHash: Uint8Array): Promise<ThreadRow | undefined> {
  const [row] = await db<ThreadRow[]>`
    select ${threadColumns(db)}, t.author_token_hash = ${tokenHash} as as_author
    from threads t
    join reports r on r.id = t.report_id
    where t.author_token_hash = ${tokenHash}
      or t.writer_token_hash = ${tokenHash}`
  return row
}

export async function findThreadOfReport(
  db: Db,
  reportId: string,
  threadId: string,
): Promise<ThreadRow | undefined> {
  const [row] = await db<ThreadRow[]>`
    select ${threadColumns(db)}, true as as_author
    from threads t
    join reports r on r.id = t.report_id
    where t.id = ${threadId}
      and t.report_id = ${reportId}`
  return row
}

/** The newest 200 of a conversation, in the order of writing. */
export async function listThreadMessages(db: Db, threadId: string): Promise<MessageRow[]> {
  const newestFirst = await db<MessageRow[]>`
    select id, thread_id, text, from_author, created_at
    from messages
    where thread_id = ${threadId}
    order by seq desc
    limit 200`
  return newestFirst.toReversed()
}

/** Newest first; `before` is the message that the last page ended with. */
export async function listReportMessages(
  db: Db,
  reportId: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<MessageRow[]> {
  const older = before ? db`and m.seq < (select seq from messages where id = ${before})` : db``
  return db<MessageRow[]>`
    select m.id, m.thread_id, m.text, m.from_author, m.created_at
    from messages m
    join threads t on t.id = m.thread_id
    where t.report_id = ${reportId}
      ${older}
    order by m.seq desc
    limit ${limit}`
}
