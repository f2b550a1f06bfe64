import { z } from '@hono/zod-openapi'
import { ACCESSES, LOOK_FIRST, SEARCH_ADVICE, TRACK_EXCLUSIONS } from '../domain/search-words.ts'

const position = z.array(z.number()).min(2).max(2).openapi({ description: 'lng, lat' })

const pointGeometry = z.object({ type: z.literal('Point'), coordinates: position })
const polygonGeometry = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) })
const areaGeometry = z.union([
  polygonGeometry,
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) }),
])

const areaFeature = z.object({
  type: z.literal('Feature'),
  geometry: areaGeometry,
  properties: z.object({
    kind: z.literal('area'),
    probability: z
      .number()
      .openapi({ description: '0.5, 0.75 or 0.95: the chance that the animal is inside' }),
    radiusM: z.number().optional().openapi({ description: 'of a single circle' }),
  }),
})

const lookFirstFeature = z.object({
  type: z.literal('Feature'),
  geometry: z.union([pointGeometry, polygonGeometry]),
  properties: z.object({
    kind: z.literal('look_first'),
    code: z.enum(LOOK_FIRST),
    order: z.number().openapi({ description: '1: begin here' }),
    radiusM: z.number().optional(),
    reportId: z.uuid().optional(),
  }),
})

const trackFeature = z.object({
  type: z.literal('Feature'),
  geometry: z.object({ type: z.literal('LineString'), coordinates: z.array(position) }),
  properties: z.object({
    kind: z.literal('track'),
    reportIds: z.array(z.uuid()).openapi({ description: 'one for each position, in order of time' }),
    times: z.array(z.string()),
  }),
})

const excludedFeature = z.object({
  type: z.literal('Feature'),
  geometry: pointGeometry,
  properties: z.object({
    kind: z.literal('excluded_sighting'),
    reportId: z.uuid(),
    reason: z.enum(TRACK_EXCLUSIONS),
  }),
})

export const searchAreaCollection = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.union([areaFeature, lookFirstFeature, trackFeature, excludedFeature])),
    advice: z.array(z.enum(SEARCH_ADVICE)),
    access: z.enum(ACCESSES),
    computedAt: z.string(),
  })
  .openapi('SearchArea')
export type SearchAreaCollection = z.output<typeof searchAreaCollection>
export type SearchAreaFeature = SearchAreaCollection['features'][number]

export const searchAreaQuery = z.object({
  access: z
    .enum(ACCESSES)
    .optional()
    .openapi({ description: 'how a cat lives; left out, the words of its report decide' }),
})
export type SearchAreaQuery = z.output<typeof searchAreaQuery>
