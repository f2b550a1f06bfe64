import { z } from '@hono/zod-openapi'
import { text } from '../http/params.ts'

/** Longer than anybody types on a phone. */
const MAX_TEXT = 4_000

export const messageBody = z
  .strictObject({ text: text(MAX_TEXT), replyTo: z.email().max(254) })
  .openapi('MessageBody')
export type MessageBody = z.output<typeof messageBody>

export const replyBody = z.strictObject({ text: text(MAX_TEXT) }).openapi('ReplyBody')

const message = z
  .object({ id: z.uuid(), text: z.string(), createdAt: z.string(), fromAuthor: z.boolean() })
  .openapi('Message')
export type MessageView = z.output<typeof message>

/** `before`: the id of the message that the last page ended with. */
export const inboxQuery = z.object({ before: z.uuid().optional() })

/** `threadId` tells writers apart; nothing tells who they are. */
export const inbox = z
  .object({
    items: z.array(message.extend({ threadId: z.uuid() })),
    links: z.object({ next: z.string().optional() }),
  })
  .openapi('Inbox')
export type Inbox = z.output<typeof inbox>

export const conversation = z
  .object({
    reportId: z.uuid(),
    youAreAuthor: z.boolean(),
    items: z.array(message),
  })
  .openapi('Conversation')
export type Conversation = z.output<typeof conversation>

export const authorReplyBody = replyBody
  .extend({ threadId: z.uuid().toLowerCase() })
  .openapi('AuthorReplyBody')
