import { createRoute } from '@hono/zod-openapi'
import { ANYONE_OR_AUTHOR, AUTHOR, jsonAnswer, jsonBody, problems, takenBack } from '../http/contract.ts'
import { idParam, pathId } from '../http/params.ts'
import { createRouter } from '../http/router.ts'
import { animalVerdictBody, animalView } from './schema.ts'
import { judgeDuplicate, readAnimal, withdrawVerdict } from './service.ts'

const tags = ['Animals']
const pairParams = idParam.extend({
  otherId: pathId('otherId'),
})
const answer = {
  200: jsonAnswer('The animal', animalView),
  ...problems,
} as const

const read = createRoute({
  method: 'get',
  path: '/api/reports/{id}/animal',
  tags,
  summary: 'Other reports on the same animal, and who was lost or found with it',
  description:
    'With the manage token also counterparts, contradictions to judge, and reports closed meanwhile.',
  security: ANYONE_OR_AUTHOR,
  request: { params: idParam },
  responses: answer,
})

const judge = createRoute({
  method: 'put',
  path: '/api/reports/{id}/animal/{otherId}',
  tags,
  summary: 'Say whether another report of the same side is on the same animal',
  security: AUTHOR,
  request: {
    params: pairParams,
    body: jsonBody(animalVerdictBody),
  },
  responses: answer,
})

const withdraw = createRoute({
  method: 'delete',
  path: '/api/reports/{id}/animal/{otherId}',
  tags,
  summary: 'Take that back',
  security: AUTHOR,
  request: { params: pairParams },
  responses: takenBack,
})

export const animalRoutes = createRouter()
  .openapi(read, async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(await readAnimal(c.var.ctx, c.req.valid('param').id), 200)
  })
  .openapi(judge, async (c) => {
    const { id, otherId } = c.req.valid('param')
    return c.json(await judgeDuplicate(c.var.ctx, id, otherId, c.req.valid('json').verdict), 200)
  })
  .openapi(withdraw, async (c) => {
    const { id, otherId } = c.req.valid('param')
    await withdrawVerdict(c.var.ctx, id, otherId)
    return c.body(null, 204)
  })
