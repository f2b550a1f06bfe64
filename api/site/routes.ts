import { createRoute, z } from '@hono/zod-openapi'
import { jsonAnswer } from '../http/contract.ts'
import { createRouter } from '../http/router.ts'
import { getSiteConfig, siteConfig } from './config.ts'
import { askDatabase } from './queries.ts'

const config = createRoute({
  method: 'get',
  path: '/api/config',
  tags: ['Site'],
  summary: 'What the web app needs to know before its first screen',
  responses: {
    200: jsonAnswer('The settings', siteConfig),
  },
})

const state = z.object({ status: z.string() })

const health = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['Site'],
  summary: 'Whether the process runs',
  responses: { 200: jsonAnswer('It does', state) },
})

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  tags: ['Site'],
  summary: 'Whether the database answers',
  responses: {
    200: jsonAnswer('It does', state),
    503: jsonAnswer('It does not', state),
  },
})

export const siteRoutes = createRouter()
  .openapi(config, async (c) => {
    c.header('Cache-Control', 'no-cache')
    return c.json(await getSiteConfig(c.var.ctx), 200)
  })
  .openapi(health, (c) => c.json({ status: 'ok' }, 200))
  .openapi(ready, async (c) => {
    try {
      await askDatabase(c.var.ctx.sql)
      return c.json({ status: 'ready' }, 200)
    } catch {
      return c.json({ status: 'waiting for the database' }, 503)
    }
  })
