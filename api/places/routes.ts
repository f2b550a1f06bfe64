import { createRoute, z } from '@hono/zod-openapi'
import { LANGUAGES } from '../domain/vocabulary.ts'
import { invalid } from '../errors.ts'
import { jsonAnswer, problemResponse } from '../http/contract.ts'
import { lngLatParam, text, wholeNumber } from '../http/params.ts'
import { createRouter } from '../http/router.ts'
import { nearestPlace } from './schema.ts'
import { findPlaces, namePublicArea } from './service.ts'

const DEFAULT_LIMIT = 8

const placesQuery = z.object({
  q: text(200).optional(),
  near: lngLatParam.optional(),
  lang: z.enum(LANGUAGES).optional(),
  limit: wholeNumber(1, 20).optional(),
})

const placeList = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        detail: z.string().openapi({ description: 'what it lies in: district, region, country' }),
        lng: z.number(),
        lat: z.number(),
        radiusM: z.number().openapi({ description: 'about how far the place reaches from its middle' }),
      }),
    ),
  })
  .openapi('PlaceList')

const route = createRoute({
  method: 'get',
  path: '/api/places',
  summary: 'Places by name, best first; or, with `near` and no `q`, what people call that spot',
  request: { query: placesQuery },
  responses: {
    200: jsonAnswer('Places', placeList),
    422: problemResponse,
  },
})

const nearestRoute = createRoute({
  method: 'get',
  path: '/api/places/nearest',
  summary: 'What a report will be said to be near, asked before it is posted; ask of public places only',
  request: {
    query: z.object({
      near: lngLatParam,
      radiusM: wholeNumber(0, 500_000)
        .optional()
        .openapi({ description: 'of the public area; 0, or left out, for a point' }),
    }),
  },
  responses: {
    200: jsonAnswer('The place', z.object({ nearestPlace: nearestPlace.optional() }).openapi('NamedArea')),
    422: problemResponse,
  },
})

export const placesRoutes = createRouter()
  .openapi(route, async (c) => {
    const { q, near, lang, limit } = c.req.valid('query')
    if (!q && !near) throw invalid({ pointer: '?q', code: 'required' })
    const items = await findPlaces(c.get('ctx'), {
      q,
      near,
      language: lang ?? 'ru',
      limit: limit ?? DEFAULT_LIMIT,
    })
    c.header('Cache-Control', 'private, max-age=3600')
    return c.json({ items }, 200)
  })
  .openapi(nearestRoute, async (c) => {
    const { near, radiusM = 0 } = c.req.valid('query')
    const nearestPlace = await namePublicArea(c.get('ctx'), { ...near, radiusM })
    c.header('Cache-Control', 'private, max-age=3600')
    return c.json({ nearestPlace }, 200)
  })
