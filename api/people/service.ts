import type { Context } from '../context.ts'
import { toBase64Url } from '../crypto.ts'
import type { Tx } from '../db/connect.ts'
import type { Language } from '../domain/vocabulary.ts'
import { notFound } from '../errors.ts'
import { limitRate, limitRateOf } from '../http/rate-limit.ts'
import { enqueueJob } from '../jobs/queue.ts'
import { takesMail } from '../mail/mailbox.ts'
import { requireAuthor } from '../reports/author.ts'
import { composeRelayMail } from './mails.ts'
import {
  findReachableReport,
  findThreadByToken,
  findThreadOfReport,
  insertMessage,
  insertThread,
  listReportMessages,
  listThreadMessages,
  type MessageRow,
  type ThreadRow,
} from './queries.ts'
import type { Conversation, Inbox, MessageBody, MessageView } from './schema.ts'

const WRITE_LIMIT = { name: 'message.write', max: 20, windowS: 3_600 }
/** By writer and report, so that one writer alone does not use up what follows. */
const PERSON_LIMIT = { name: 'message.person', max: 10, windowS: 86_400 }
/** By report. */
const THREAD_LIMIT = { name: 'message.thread', max: 50, windowS: 86_400 }

const INBOX_PAGE = 200

/**
 * Opens a thread with a report's author. It reaches them by mail where they gave an address, and in their own view
 * in any case. `language` is the writer's, for the answers.
 */
export async function writeToAuthor(
  ctx: Context,
  reportId: string,
  body: MessageBody,
  language: Language | undefined,
): Promise<void> {
  const report = await findReachableReport(ctx.sql, reportId)
  if (!report) throw notFound()
  await limitRate(ctx, WRITE_LIMIT)
  await limitRateOf(ctx, PERSON_LIMIT, `${ctx.actor.address} ${reportId}`)
  await limitRateOf(ctx, THREAD_LIMIT, reportId)
  const to = await addressToday(ctx, report.contact_email)
  const threadId = crypto.randomUUID()
  const authorToken = await threadToken(ctx, threadId, 'author')
  const writerToken = await threadToken(ctx, threadId, 'writer')
  await ctx.sql.begin(async (tx) => {
    await insertThread(tx, {
      id: threadId,
      report_id: reportId,
      writer_email: body.replyTo,
      writer_language: language ?? null,
      author_token_hash: await ctx.keyring.hash('reply-token', authorToken),
      writer_token_hash: await ctx.keyring.hash('reply-token', writerToken),
      created_at: ctx.clock(),
    })
    await addMessage(ctx, tx, threadId, { text: body.text, fromAuthor: false })
    if (!to) return
    const mail = composeRelayMail(to, report.language, {
      to: 'author',
      text: body.text,
      petName: report.name,
      replyUrl: replyUrl(ctx, authorToken),
    })
    await enqueueJob(ctx, tx, { type: 'mail.send', payload: { ...mail, reportId } })
  })
  ctx.wakeJobs()
}

/** The thread that the caller's reply link opens. */
export async function readConversation(ctx: Context): Promise<Conversation> {
  const thread = await requireThread(ctx)
  const rows = await listThreadMessages(ctx.sql, thread.id)
  return { reportId: thread.report_id, youAreAuthor: thread.as_author, items: rows.map(toMessageView) }
}

/** Sends an answer by the caller's reply link to the other side. */
export async function reply(ctx: Context, text: string): Promise<void> {
  const thread = await requireThread(ctx)
  await sendReply(ctx, thread, text)
}

/** Sends an answer from the author's own view, where no reply link is needed. */
export async function replyAsAuthor(
  ctx: Context,
  reportId: string,
  threadId: string,
  text: string,
): Promise<void> {
  await requireAuthor(ctx, ctx.sql, reportId)
  const thread = await findThreadOfReport(ctx.sql, reportId, threadId)
  if (!thread) throw notFound()
  await sendReply(ctx, thread, text)
}

/** Everything strangers wrote to the author, newest first, a page at a time by keyset. */
export async function readInbox(
  ctx: Context,
  reportId: string,
  { before }: { before?: string | undefined } = {},
): Promise<Inbox> {
  await requireAuthor(ctx, ctx.sql, reportId)
  const rows = await listReportMessages(ctx.sql, reportId, { before, limit: INBOX_PAGE + 1 })
  const page = rows.slice(0, INBOX_PAGE)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({ ...toMessageView(row), threadId: row.thread_id })),
    links:
      last && rows.length > INBOX_PAGE ? { next: `/api/reports/${reportId}/messages?before=${last.id}` } : {},
  }
}

async function sendReply(ctx: Context, thread: ThreadRow, text: string): Promise<void> {
  await limitRate(ctx, WRITE_LIMIT)
  const other = thread.as_author ? 'writer' : 'author'
  const [address, language] = thread.as_author
    ? [thread.writer_email, thread.writer_language]
    : [thread.author_email, thread.author_language]
  const to = await addressToday(ctx, address)
  await ctx.sql.begin(async (tx) => {
    await addMessage(ctx, tx, thread.id, { text, fromAuthor: thread.as_author })
    if (!to) return
    const token = await threadToken(ctx, thread.id, other)
    const mail = composeRelayMail(to, language, {
      to: other,
      text,
      petName: null,
      replyUrl: replyUrl(ctx, token),
    })
    await enqueueJob(ctx, tx, { type: 'mail.send', payload: { ...mail, reportId: thread.report_id } })
  })
  ctx.wakeJobs()
}

/**
 * Where a message is mailed. Past a mailbox's limit it is kept in its thread and not mailed, so that junk cannot keep
 * a true finder out.
 */
async function addressToday(ctx: Context, address: string | null): Promise<string | undefined> {
  return address && (await takesMail(ctx, ctx.sql, 'message', address)) ? address : undefined
}

async function requireThread(ctx: Context): Promise<ThreadRow> {
  const { token } = ctx.actor
  const thread = token
    ? await findThreadByToken(ctx.sql, await ctx.keyring.hash('reply-token', token))
    : undefined
  if (!thread) throw notFound()
  return thread
}

async function addMessage(
  ctx: Context,
  tx: Tx,
  threadId: string,
  message: { text: string; fromAuthor: boolean },
): Promise<void> {
  await insertMessage(tx, {
    id: crypto.randomUUID(),
    thread_id: threadId,
    from_author: message.fromAuthor,
    text: message.text,
    created_at: ctx.clock(),
  })
}

/** Derived, so that every mail of a thread carries the same working link though only hashes are stored. */
async function threadToken(ctx: Context, threadId: string, side: 'author' | 'writer'): Promise<string> {
  return toBase64Url(await ctx.keyring.hash('reply-token', `${threadId} ${side}`))
}

/** The token stands in the fragment, which browsers send to no server. */
function replyUrl(ctx: Context, token: string): string {
  return `${ctx.config.publicUrl}/reply#${token}`
}

function toMessageView(row: MessageRow): MessageView {
  return { id: row.id, text: row.text, createdAt: row.created_at.toISOString(), fromAuthor: row.from_author }
}
