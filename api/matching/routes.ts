import { createRoute } from '@hono/zod-openapi'
import { ANYONE_OR_AUTHOR, AUTHOR, jsonAnswer, jsonBody, problems } from '../http/contract.ts'
import { idParam, pathId } from '../http/params.ts'
import { createRouter } from '../http/router.ts'
import { reportBody } from '../reports/schema.ts'
import { previewMatches } from './preview.ts'
import { judgedMatch, matchList, matchListQuery, verdictBody } from './schema.ts'
import { judgeMatch, listMatches } from './service.ts'

const tags = ['Matches']

const list = createRoute({
  method: 'get',
  path: '/api/reports/{id}/matches',
  tags,
  summary: 'Ranked counterparts of a report, with the reasons',
  description:
    'With the manage token, from the true place and with the author’s verdicts; else from public places.',
  security: ANYONE_OR_AUTHOR,
  request: {
    params: idParam,
    query: matchListQuery,
  },
  responses: {
    200: jsonAnswer('The list', matchList),
    ...problems,
  },
})

const judge = createRoute({
  method: 'put',
  path: '/api/reports/{id}/matches/{otherId}',
  tags,
  summary: 'Say whether a counterpart is the same animal',
  security: AUTHOR,
  request: {
    params: idParam.extend({ otherId: pathId('otherId') }),
    body: jsonBody(verdictBody),
  },
  responses: {
    200: jsonAnswer('Kept', judgedMatch),
    ...problems,
  },
})

const preview = createRoute({
  method: 'post',
  path: '/api/matches/preview',
  tags,
  summary: 'Counterparts that a report would have, before it is posted',
  description: 'Takes a report body and stores nothing.',
  request: { body: jsonBody(reportBody) },
  responses: {
    200: jsonAnswer('The list', matchList),
    ...problems,
  },
})

export const matchRoutes = createRouter()
  .openapi(preview, async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(await previewMatches(c.var.ctx, c.req.valid('json')), 200)
  })
  .openapi(list, async (c) => {
    c.header('Cache-Control', 'no-store')
    const { limit } = c.req.valid('query')
    return c.json(await listMatches(c.var.ctx, c.req.valid('param').id, limit), 200)
  })
  .openapi(judge, async (c) => {
    const { id, otherId } = c.req.valid('param')
    return c.json(await judgeMatch(c.var.ctx, id, otherId, c.req.valid('json').verdict), 200)
  })
