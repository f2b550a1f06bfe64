import { z } from '@hono/zod-openapi'
import {
  ACCESSES,
  LOOK_FIRST,
  SEARCH_ADVICE,
  THOROUGHNESSES,
  TRACK_EXCLUSIONS,
} from '../domain/search-words.ts'

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

const searchedFeature = z.object({
  type: z.literal('Feature'),
  geometry: polygonGeometry,
  properties: z.object({
    kind: z.literal('searched'),
    id: z.uuid(),
    radiusM: z.number(),
    thoroughness: z.enum(THOROUGHNESSES),
    searchedAt: z.string(),
  }),
})

export const searchAreaCollection = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.union([areaFeature, lookFirstFeature, trackFeature, excludedFeature, searchedFeature]),
    ),
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

export const searchedBody = z
  .strictObject({
    location: z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }),
    radiusM: z.number().min(5).max(5_000),
    thoroughness: z.enum(THOROUGHNESSES).default('careful'),
    searchedAt: z.iso.datetime({ offset: true }).optional().openapi({ description: 'left out: just now' }),
  })
  .openapi('SearchedBody', {
    example: { location: { lng: 37.62, lat: 55.75 }, radiusM: 200, thoroughness: 'careful' },
  })
export type SearchedBody = z.output<typeof searchedBody>

export const searchedCircle = z.object({ id: z.uuid() }).openapi('Searched')
