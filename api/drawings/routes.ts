import { createRoute, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { problems } from '../http/contract.ts'
import { readReportFile, reportFileParam } from '../http/report-file.ts'
import { createRouter } from '../http/router.ts'
import { drawReport } from './service.ts'

const read = createRoute({
  method: 'get',
  path: '/drawings/{file}',
  tags: ['Reports'],
  summary: 'The animal of a report drawn from its description, {id}.svg, for a box of any shape',
  middleware: etag(),
  request: { params: reportFileParam('svg') },
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
  const id = readReportFile(c.req.valid('param'))
  const svg = await drawReport(c.var.ctx, id)
  return c.body(svg, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': CACHE_CONTROL })
})
