import { createRoute, z } from '@hono/zod-openapi'
import { ANYONE_OR_AUTHOR, AUTHOR, jsonAnswer, jsonBody, problems } from '../http/contract.ts'
import { idempotencyHeader, idParam } from '../http/params.ts'
import { createRouter } from '../http/router.ts'
import { keepReport } from './lapse.ts'
import { listReports } from './list.ts'
import {
  createdReport,
  keepBody,
  reportBody,
  reportCollection,
  reportFeature,
  reportListQuery,
  reportPatch,
  resolveBody,
} from './schema.ts'
import { createReport, deleteReport, getReport, resolveReport, updateReport } from './service.ts'

const tags = ['Reports']

const create = createRoute({
  method: 'post',
  path: '/api/reports',
  tags,
  summary: 'Post a report',
  description: 'Where `contact` has an `email`, a link that manages the report is mailed to it.',
  request: {
    headers: idempotencyHeader,
    body: jsonBody(reportBody),
  },
  responses: {
    201: {
      description: 'The report, and the token that manages it',
      headers: z.object({ Location: z.string() }),
      content: { 'application/json': { schema: createdReport } },
    },
    ...problems,
  },
})

const list = createRoute({
  method: 'get',
  path: '/api/reports',
  tags,
  summary: 'List reports, newest first, or nearest first with `near`',
  description:
    'With `aboutReportId`, sightings that the author of that report called another animal are left out, unless the ' +
    'bearer token is that author’s.',
  security: ANYONE_OR_AUTHOR,
  request: { query: reportListQuery },
  responses: {
    200: jsonAnswer(
      'A page; `links.next` leads on, also from a page that is short or empty',
      reportCollection,
    ),
    ...problems,
  },
})

const read = createRoute({
  method: 'get',
  path: '/api/reports/{id}',
  tags,
  summary: 'Read a report; with its manage token, as its author',
  security: ANYONE_OR_AUTHOR,
  request: { params: idParam },
  responses: {
    200: jsonAnswer('The report', reportFeature),
    ...problems,
  },
})

const update = createRoute({
  method: 'patch',
  path: '/api/reports/{id}',
  tags,
  summary: 'Edit a report (JSON Merge Patch)',
  security: AUTHOR,
  request: {
    params: idParam,
    body: jsonBody(reportPatch),
  },
  responses: {
    200: jsonAnswer('The edited report', reportFeature),
    ...problems,
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/reports/{id}',
  tags,
  summary: 'Delete a report and its photos for good',
  security: AUTHOR,
  request: { params: idParam },
  responses: { 204: { description: 'Gone' }, ...problems },
})

const resolve = createRoute({
  method: 'post',
  path: '/api/reports/{id}/resolve',
  tags,
  summary: 'Close a report: home again, or withdrawn',
  security: AUTHOR,
  request: {
    params: idParam,
    body: jsonBody(resolveBody),
  },
  responses: {
    200: jsonAnswer('The closed report', reportFeature),
    ...problems,
  },
})

const keep = createRoute({
  method: 'post',
  path: '/api/reports/{id}/keep',
  tags,
  summary: 'Keep a report that is about to expire, or bring an expired one back',
  description: 'With the manage token, or the key of the mail that asked whether the report is still wanted.',
  security: AUTHOR,
  request: {
    params: idParam,
    body: jsonBody(keepBody),
  },
  responses: {
    200: jsonAnswer('The report as strangers see it', reportFeature),
    ...problems,
  },
})

export const reportRoutes = createRouter()
  .openapi(create, async (c) => {
    const created = await createReport(c.var.ctx, c.req.valid('json'), {
      idempotencyKey: c.req.valid('header')['idempotency-key'],
    })
    c.header('Location', `/api/reports/${created.report.id}`)
    return c.json(created, 201)
  })
  .openapi(list, async (c) => {
    c.header('Cache-Control', 'no-cache')
    return c.json(await listReports(c.var.ctx, c.req.valid('query')), 200)
  })
  .openapi(read, async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(await getReport(c.var.ctx, c.req.valid('param').id), 200)
  })
  .openapi(update, async (c) =>
    c.json(await updateReport(c.var.ctx, c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(remove, async (c) => {
    await deleteReport(c.var.ctx, c.req.valid('param').id)
    return c.body(null, 204)
  })
  .openapi(keep, async (c) => c.json(await keepReport(c.var.ctx, c.req.valid('param').id), 200))
  .openapi(resolve, async (c) =>
    c.json(await resolveReport(c.var.ctx, c.req.valid('param').id, c.req.valid('json').resolution), 200),
  )
