import { createRoute, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { problems } from '../http/contract.ts'
import { createRouter } from '../http/router.ts'
import { drawReport } from './service.ts'

const drawingParam = z.object({
  file: z
    .string()
    .regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.svg$/i)
    .openapi({ param: { name: 'file', in: 'path' }, example: '0b6f2c1e-1111-4222-8333-444455556666.svg' }),
})

const read = createRoute({
  method: 'get',
  path: '/drawings/{file}',
  tags: ['Reports'],
  summary: 'The animal of a report drawn from its description, {id}.svg, for a box of any shape',
  middleware: etag(),
  request: { params: drawingParam },
  responses: {
    200: {
      description: 'The drawing; whoever names a version in the query (?v=) sees an edit at once',
      headers: z.object({ ETag: z.string(), 'Cache-Control': z.string() }),
      content: { 'image/svg+xml': { schema: z.string() } },
    },
    304: { description: 'You have it already' },
    ...problems,
  },
})

/** A day in browsers, as it follows the description; caches in between let go of what was hidden or deleted. */
const CACHE_CONTROL = 'public, max-age=86400, s-maxage=60'

export const drawingRoutes = createRouter().openapi(read, async (c) => {
  const id = c.req.valid('param').file.slice(0, -'.svg'.length).toLowerCase()
  const svg = await drawReport(c.var.ctx, id)
  return c.body(svg, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': CACHE_CONTROL })
})
