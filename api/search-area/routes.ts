import { createRoute } from '@hono/zod-openapi'
import { ANYONE_OR_AUTHOR, AUTHOR, jsonAnswer, jsonBody, problems, takenBack } from '../http/contract.ts'
import { idParam, pathId } from '../http/params.ts'
import { createRouter } from '../http/router.ts'
import { searchAreaCollection, searchAreaQuery, searchedBody, searchedCircle } from './schema.ts'
import { reportSearched, withdrawSearched } from './searched.ts'
import { readSearchArea } from './service.ts'

const read = createRoute({
  method: 'get',
  path: '/api/reports/{id}/search-area',
  tags: ['Search area'],
  summary: 'Where to look: the 50, 75 and 95 % areas, where first, the track of sightings, and what to do',
  security: ANYONE_OR_AUTHOR,
  request: { params: idParam, query: searchAreaQuery },
  responses: {
    200: jsonAnswer(
      'Features told apart by `properties.kind`; none for a closed report',
      searchAreaCollection,
    ),
    ...problems,
  },
})

const addSearched = createRoute({
  method: 'post',
  path: '/api/reports/{id}/searched',
  tags: ['Search area'],
  summary: 'Report ground as searched in vain: the area moves away from it',
  security: AUTHOR,
  request: {
    params: idParam,
    body: jsonBody(searchedBody),
  },
  responses: {
    201: jsonAnswer('Noted', searchedCircle),
    ...problems,
  },
})

const removeSearched = createRoute({
  method: 'delete',
  path: '/api/reports/{id}/searched/{searchedId}',
  tags: ['Search area'],
  summary: 'Take searched ground back',
  security: AUTHOR,
  request: {
    params: idParam.extend({ searchedId: pathId('searchedId') }),
  },
  responses: takenBack,
})

export const searchAreaRoutes = createRouter()
  .openapi(read, async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(await readSearchArea(c.var.ctx, c.req.valid('param').id, c.req.valid('query')), 200)
  })
  .openapi(addSearched, async (c) =>
    c.json(await reportSearched(c.var.ctx, c.req.valid('param').id, c.req.valid('json')), 201),
  )
  .openapi(removeSearched, async (c) => {
    const { id, searchedId } = c.req.valid('param')
    await withdrawSearched(c.var.ctx, id, searchedId)
    return c.body(null, 204)
  })
