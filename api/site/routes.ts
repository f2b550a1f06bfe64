import { createRoute, z } from '@hono/zod-openapi'
import { LANGUAGES } from '../domain/vocabulary.ts'
import { jsonAnswer } from '../http/contract.ts'
import { createRouter } from '../http/router.ts'
import { MAX_PHOTO_BYTES, MAX_PHOTOS } from '../photos/limits.ts'
import { askDatabase, hasDemoReports } from './queries.ts'

const siteConfig = z
  .object({
    mapStyleUrl: z.string(),
    demo: z.boolean().openapi({ description: 'reports of the demo city are on show' }),
    defaultCenter: z.tuple([z.number(), z.number()]),
    defaultZoom: z.number(),
    maxPhotos: z.number(),
    maxPhotoBytes: z.number(),
    languages: z.array(z.enum(LANGUAGES)),
  })
  .openapi('SiteConfig')
export type SiteConfig = z.output<typeof siteConfig>

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
    const { readSql, config: settings } = c.var.ctx
    const { lng, lat, zoom } = settings.mapView
    c.header('Cache-Control', 'no-cache')
    return c.json(
      {
        mapStyleUrl: settings.mapStyleUrl,
        demo: await hasDemoReports(readSql),
        defaultCenter: [lng, lat] satisfies [number, number],
        defaultZoom: zoom,
        maxPhotos: MAX_PHOTOS,
        maxPhotoBytes: MAX_PHOTO_BYTES,
        languages: [...LANGUAGES],
      },
      200,
    )
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
