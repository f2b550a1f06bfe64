import { z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { problemResponse } from '../http/contract.ts'
import { sendProblem, toFieldErrors } from '../http/problem.ts'
import { createRouter } from '../http/router.ts'
import { reportListQuery } from '../reports/schema.ts'
import { drawTile, MAX_ZOOM, REPORT_ZOOM } from './service.ts'
import { describeTiles } from './tile-json.ts'

/** Long enough to pan back and forth, short enough that a report taken down is soon off the map. */
const CACHE_CONTROL = 'public, max-age=15, stale-while-revalidate=45'

const tileQuery = reportListQuery.omit({ limit: true, cursor: true })

export const tilesRoutes = createRouter()

const tileParam = (name: 'z' | 'x' | 'y') =>
  z
    .int()
    .min(0)
    .openapi({ param: { name, in: 'path' } })

tilesRoutes.openAPIRegistry.registerPath({
  method: 'get',
  path: '/tiles/{z}/{x}/{y}.mvt',
  summary: 'Reports as a vector tile, at their public points',
  description: `Layer \`clusters\` below zoom ${REPORT_ZOOM}, layer \`reports\` from there on and for reports that stand alone.`,
  request: {
    params: z.object({ z: tileParam('z'), x: tileParam('x'), y: tileParam('y') }),
    query: tileQuery,
  },
  responses: {
    200: {
      description: 'A Mapbox Vector Tile, version 2',
      content: { 'application/vnd.mapbox-vector-tile': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    204: { description: 'Nothing there' },
    304: { description: 'The tile that you have is still right' },
    400: problemResponse,
    404: problemResponse,
    422: problemResponse,
  },
})

// A plain route: OpenAPI's path above has its parameter and the ending in one segment, which hono writes as a pattern.
tilesRoutes.get('/tiles/:z/:x/:file{[^/]+\\.mvt}', etag(), async (c) => {
  const { z: zoom, x, file } = c.req.param()
  const numbers = [zoom, x, file.slice(0, -'.mvt'.length)]
  if (!numbers.every((part) => /^\d{1,9}$/.test(part))) {
    return sendProblem(c, 'malformed', {
      detail: 'A tile is /tiles/{z}/{x}/{y}.mvt, whole numbers all three.',
    })
  }
  const [tileZ, tileX, tileY] = numbers.map(Number) as [number, number, number]
  if (tileZ > MAX_ZOOM || tileX >= 2 ** tileZ || tileY >= 2 ** tileZ) return sendProblem(c, 'not-found')
  const query = tileQuery.safeParse(c.req.query())
  if (!query.success) {
    return sendProblem(c, 'invalid', { errors: toFieldErrors(query.error, 'query') })
  }

  const tile = await drawTile(c.get('ctx'), { z: tileZ, x: tileX, y: tileY }, query.data)
  c.header('Cache-Control', CACHE_CONTROL)
  if (!tile) return c.body(null, 204)
  return c.body(tile, 200, { 'Content-Type': 'application/vnd.mapbox-vector-tile' })
})

tilesRoutes.openAPIRegistry.registerPath({
  method: 'get',
  path: '/tiles.json',
  summary: 'What the tiles hold, as TileJSON 3; filters are carried over into the tile address',
  request: { query: tileQuery },
  responses: {
    200: {
      description: 'TileJSON',
      content: { 'application/json': { schema: z.object({}).loose().openapi('TileJson') } },
    },
    422: problemResponse,
  },
})

tilesRoutes.get('/tiles.json', (c) => {
  const query = tileQuery.safeParse(c.req.query())
  if (!query.success) return sendProblem(c, 'invalid', { errors: toFieldErrors(query.error, 'query') })
  c.header('Cache-Control', CACHE_CONTROL)
  return c.json(describeTiles(c.get('ctx').config.publicUrl, new URL(c.req.url).searchParams))
})
