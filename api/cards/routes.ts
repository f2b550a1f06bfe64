import { createRoute, z } from '@hono/zod-openapi'
import { LANGUAGES } from '../domain/vocabulary.ts'
import { holdsAlready } from '../http/conditional.ts'
import { problems } from '../http/contract.ts'
import { readReportFile, reportFileParam } from '../http/report-file.ts'
import { createRouter } from '../http/router.ts'
import { getCard } from './service.ts'

const cardQuery = z.object({
  lang: z.enum(LANGUAGES).optional().openapi({ description: "default: the report's own" }),
})

const read = createRoute({
  method: 'get',
  path: '/cards/{file}',
  tags: ['Reports'],
  summary: 'The picture for links to a report, {id}.png, 1200 × 630 pixels',
  request: { params: reportFileParam('png'), query: cardQuery },
  responses: {
    200: {
      description: 'The card in the language asked for',
      headers: z.object({ ETag: z.string(), 'Cache-Control': z.string() }),
      content: { 'image/png': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    302: { description: 'To the photo, on servers that paint no cards' },
    304: { description: 'You have it already' },
    ...problems,
  },
})

/** Short, since a card tells whether the animal is home. */
const CACHE_CONTROL = 'public, max-age=300, s-maxage=60'

export const cardRoutes = createRouter().openapi(read, async (c) => {
  const id = readReportFile(c.req.valid('param'))
  const card = await getCard(c.var.ctx, id, c.req.valid('query').lang)
  if ('photoUrl' in card) {
    c.header('Cache-Control', CACHE_CONTROL)
    return c.redirect(card.photoUrl, 302)
  }
  const headers = { ETag: card.etag, 'Cache-Control': CACHE_CONTROL }
  if (holdsAlready(c, card.etag)) return c.body(null, 304, headers)
  return c.body(await card.paint(), 200, { ...headers, 'Content-Type': 'image/png' })
})
