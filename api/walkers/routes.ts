import { createRoute } from '@hono/zod-openapi'
import { ANYONE_OR_AUTHOR, AUTHOR, jsonAnswer, jsonBody, problems, takenBack } from '../http/contract.ts'
import { idempotencyHeader, idParam, pathId } from '../http/params.ts'
import { createRouter } from '../http/router.ts'
import { setOutBody, setOut as setOutSchema, walkerList } from './schema.ts'
import { listWalkers, setOut, turnBack } from './service.ts'

const tags = ['On the way']

const list = createRoute({
  method: 'get',
  path: '/api/reports/{id}/walkers',
  tags,
  summary: 'How many people are on the way to each sighting of a lost report',
  description: 'Nothing tells who they are. A mark ends by itself after two hours.',
  security: ANYONE_OR_AUTHOR,
  request: { params: idParam },
  responses: {
    200: jsonAnswer('Sightings that somebody is on the way to', walkerList),
    ...problems,
  },
})

const add = createRoute({
  method: 'post',
  path: '/api/reports/{id}/walkers',
  tags,
  summary: 'Say that one is on the way to a sighting of this lost report',
  description:
    'With the manage token it is told as the owner’s way. With an `Idempotency-Key`, a repeat is the same mark.',
  security: ANYONE_OR_AUTHOR,
  request: {
    params: idParam,
    headers: idempotencyHeader,
    body: jsonBody(setOutBody),
  },
  responses: {
    201: jsonAnswer('Noted', setOutSchema),
    ...problems,
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/reports/{id}/walkers/{sightingId}',
  tags,
  summary: 'Take that back',
  description: 'The bearer token is the one that setting out gave; the author’s is their manage token.',
  security: AUTHOR,
  request: { params: idParam.extend({ sightingId: pathId('sightingId') }) },
  responses: takenBack,
})

export const walkerRoutes = createRouter()
  .openapi(list, async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(await listWalkers(c.var.ctx, c.req.valid('param').id), 200)
  })
  .openapi(add, async (c) => {
    const way = { reportId: c.req.valid('param').id, sightingId: c.req.valid('json').sightingId }
    c.header('Cache-Control', 'no-store')
    return c.json(await setOut(c.var.ctx, way, c.req.valid('header')['idempotency-key']), 201)
  })
  .openapi(remove, async (c) => {
    const { id, sightingId } = c.req.valid('param')
    await turnBack(c.var.ctx, { reportId: id, sightingId })
    return c.body(null, 204)
  })
