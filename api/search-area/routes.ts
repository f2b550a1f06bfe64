import { createRoute } from '@hono/zod-openapi'
import { createRouter } from '../http/env.ts'
import { idParam, problemResponse } from '../http/params.ts'
import { searchAreaCollection, searchAreaQuery } from './schema.ts'
import { readSearchArea } from './service.ts'

const read = createRoute({
  method: 'get',
  path: '/api/reports/{id}/search-area',
  tags: ['Search area'],
  summary: 'Where to look: the 50, 75 and 95 % areas, where first, the track of sightings, and what to do',
  security: [{}, { manageToken: [] }],
  request: { params: idParam, query: searchAreaQuery },
  responses: {
    200: {
      description: 'Features told apart by `properties.kind`; none for a closed report',
      content: { 'application/json': { schema: searchAreaCollection } },
    },
    default: problemResponse,
  },
})

export const searchAreaRoutes = createRouter().openapi(read, async (c) => {
  c.header('Cache-Control', 'no-store')
  return c.json(await readSearchArea(c.var.ctx, c.req.valid('param').id, c.req.valid('query')), 200)
})
