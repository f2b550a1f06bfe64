import { createRoute } from '@hono/zod-openapi'
import { AUTHOR, jsonAnswer, jsonBody, problems } from '../http/contract.ts'
import { idParam } from '../http/params.ts'
import { readAcceptedLanguage } from '../http/request.ts'
import { createRouter } from '../http/router.ts'
import { authorReplyBody, conversation, inbox, inboxQuery, messageBody, replyBody } from './schema.ts'
import { readConversation, readInbox, reply, replyAsAuthor, writeToAuthor } from './service.ts'

const tags = ['Messages']
const accepted = { 202: { description: 'Taken; it goes out by mail, addresses hidden' }, ...problems }

const write = createRoute({
  method: 'post',
  path: '/api/reports/{id}/messages',
  tags,
  summary: "Write to a report's author",
  description: 'Answers are mailed in the language of `Accept-Language`, or else in that of the report.',
  request: {
    params: idParam,
    body: jsonBody(messageBody),
  },
  responses: accepted,
})

const readAll = createRoute({
  method: 'get',
  path: '/api/reports/{id}/messages',
  tags,
  summary: "The author's inbox, newest first, 200 at a time",
  security: AUTHOR,
  request: { params: idParam, query: inboxQuery },
  responses: {
    200: jsonAnswer('Messages', inbox),
    ...problems,
  },
})

const answer = createRoute({
  method: 'post',
  path: '/api/reports/{id}/replies',
  tags,
  summary: 'Answer a writer from the author’s view',
  security: AUTHOR,
  request: {
    params: idParam,
    body: jsonBody(authorReplyBody),
  },
  responses: accepted,
})

const readThread = createRoute({
  method: 'get',
  path: '/api/replies',
  tags,
  summary: 'The conversation that a reply link opens',
  description: 'The bearer token is the one in the fragment of the link.',
  security: AUTHOR,
  responses: {
    200: jsonAnswer('The conversation', conversation),
    ...problems,
  },
})

const answerByLink = createRoute({
  method: 'post',
  path: '/api/replies',
  tags,
  summary: 'Answer by a reply link',
  security: AUTHOR,
  request: { body: jsonBody(replyBody) },
  responses: accepted,
})

export const peopleRoutes = createRouter()
  .openapi(write, async (c) => {
    await writeToAuthor(c.var.ctx, c.req.valid('param').id, c.req.valid('json'), readAcceptedLanguage(c))
    return c.body(null, 202)
  })
  .openapi(readAll, async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(await readInbox(c.var.ctx, c.req.valid('param').id, c.req.valid('query')), 200)
  })
  .openapi(answer, async (c) => {
    const { text, threadId } = c.req.valid('json')
    await replyAsAuthor(c.var.ctx, c.req.valid('param').id, threadId, text)
    return c.body(null, 202)
  })
  .openapi(readThread, async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(await readConversation(c.var.ctx), 200)
  })
  .openapi(answerByLink, async (c) => {
    await reply(c.var.ctx, c.req.valid('json').text)
    return c.body(null, 202)
  })
