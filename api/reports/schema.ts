import { z } from '@hono/zod-openapi'
import { parseChip } from '../domain/chip.ts'
import {
  AGES,
  BREED_CONFIDENCES,
  COATS,
  COLOURS,
  KINDS,
  LANGUAGES,
  LOCATION_PRIVACIES,
  MARK_PARTS,
  MARK_SIDES,
  MARK_TYPES,
  MARK_VISIBILITIES,
  PATTERNS,
  RESOLUTIONS,
  SEXES,
  SIZES,
  SPECIES,
  STATUSES,
  YES_NO,
} from '../domain/vocabulary.ts'
import { bboxParam, commaList, instantParam, lngLatParam, text, wholeNumber } from '../http/params.ts'
import { nearestPlace } from '../places/schema.ts'

/** Statuses that a stranger may ask a list for. */
const LISTED_STATUSES = ['active', 'reunited', 'expired'] as const

const mark = z
  .strictObject({
    part: z.enum(MARK_PARTS),
    side: z.enum(MARK_SIDES).optional(),
    type: z.enum(MARK_TYPES),
    visibility: z.enum(MARK_VISIBILITIES).default('public'),
  })
  .openapi('Mark')

const location = z
  .strictObject({
    lng: z.number().min(-180).max(180),
    lat: z.number().min(-90).max(90),
    accuracyM: z.number().min(0).max(500_000).optional(),
  })
  .openapi('Location', { example: { lng: 37.62, lat: 55.75, accuracyM: 30 } })

const microchip = text(40)
  .superRefine((value, context) => {
    if (value === 'none') return
    const parsed = parseChip(value)
    if (!parsed.ok) context.addIssue({ code: 'custom', params: { code: parsed.code } })
  })
  .openapi({ description: '15 digits (9 or 10 characters on old chips), or "none": scanned, no chip found' })

const contact = z.strictObject({
  name: text(100).optional(),
  email: z.email().max(254).optional(),
  phone: z
    .string()
    .max(40)
    .regex(/^\+?[\d ().-]{5,40}$/)
    .optional(),
})

const colours = z
  .array(z.enum(COLOURS))
  .max(COLOURS.length)
  .transform((list) => [...new Set(list)])
  .openapi({ type: 'array', items: { type: 'string', enum: [...COLOURS] }, uniqueItems: true })

const fields = {
  kind: z.enum(KINDS),
  species: z.enum(SPECIES),
  name: text(80).optional(),
  breed: text(120).optional(),
  breedConfidence: z.enum(BREED_CONFIDENCES).optional(),
  colours: colours.optional(),
  pattern: z.enum(PATTERNS).optional(),
  coat: z.enum(COATS).optional(),
  sex: z.enum(SEXES).optional(),
  neutered: z.enum(YES_NO).optional(),
  age: z.enum(AGES).optional(),
  size: z.enum(SIZES).optional(),
  collar: text(200).optional(),
  marks: z.array(mark).max(20).optional(),
  microchip: microchip.optional(),
  brand: text(40).optional(),
  aboutReportId: z.uuid().toLowerCase().optional(),
  occurredAt: z.iso.datetime({ offset: true }),
  location,
  locationPrivacy: z.enum(LOCATION_PRIVACIES).optional(),
  description: text(5_000).optional(),
  language: z.enum(LANGUAGES).optional(),
  contact: contact.optional(),
}

export const reportBody = z
  .strictObject({ externalId: text(200).optional(), ...fields })
  .openapi('ReportBody', {
    example: {
      kind: 'lost',
      species: 'dog',
      name: 'Рыжик',
      colours: ['red', 'white'],
      occurredAt: '2026-11-20T18:30:00+03:00',
      location: { lng: 37.62, lat: 55.75, accuracyM: 30 },
    },
  })
export type ReportBody = z.output<typeof reportBody>

/** JSON Merge Patch (RFC 7396): a field left out stays, null clears it. */
export const reportPatch = z
  .strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([key, schema]) => [
        key,
        ['kind', 'species', 'occurredAt', 'location'].includes(key)
          ? schema.optional()
          : (schema as z.ZodOptional).nullable(),
      ]),
    ) as {
      [K in keyof typeof fields]: K extends 'kind' | 'species' | 'occurredAt' | 'location'
        ? z.ZodOptional<(typeof fields)[K]>
        : z.ZodNullable<(typeof fields)[K]>
    },
  )
  .openapi('ReportPatch')
export type ReportPatch = z.output<typeof reportPatch>

export const resolveBody = z.strictObject({ resolution: z.enum(RESOLUTIONS) }).openapi('ResolveBody')

export const keepBody = z.strictObject({}).openapi('KeepBody')

export const reportListQuery = z.object({
  near: lngLatParam.optional(),
  radiusM: wholeNumber(1, 20_100_000).optional(),
  bbox: bboxParam.optional(),
  kind: commaList(KINDS).optional(),
  species: commaList(SPECIES).optional(),
  status: commaList(LISTED_STATUSES).optional(),
  since: instantParam.optional(),
  until: instantParam.optional(),
  q: text(200).optional(),
  aboutReportId: z.uuid().toLowerCase().optional(),
  limit: wholeNumber(1, 100).optional(),
  cursor: text(500).optional(),
})
export type ReportListQuery = z.output<typeof reportListQuery> & {
  /** Never read from a request: the author of the named report also sees the sightings they denied. */
  withDenied?: boolean
}

/** The part of a list's query that tiles share with it. */
export type ReportFilter = Pick<
  ReportListQuery,
  'kind' | 'species' | 'status' | 'since' | 'until' | 'q' | 'bbox' | 'aboutReportId' | 'withDenied'
>

export const photoView = z
  .object({
    id: z.string(),
    width: z.number(),
    height: z.number(),
    thumbHash: z.string(),
    urls: z.object({ thumb: z.string(), card: z.string(), full: z.string() }),
  })
  .openapi('Photo')
export type PhotoView = z.output<typeof photoView>

export const reportFeature = z
  .object({
    type: z.literal('Feature'),
    id: z.uuid(),
    geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
    properties: z.object({
      id: z.uuid(),
      kind: z.enum(KINDS),
      species: z.enum(SPECIES),
      name: z.string().optional(),
      breed: z.string().optional(),
      breedName: z
        .object({ ru: z.string(), en: z.string() })
        .optional()
        .openapi({ description: 'what people call a coded breed' }),
      breedConfidence: z.enum(BREED_CONFIDENCES).optional(),
      colours: z.array(z.enum(COLOURS)),
      pattern: z.enum(PATTERNS).optional(),
      coat: z.enum(COATS).optional(),
      sex: z.enum(SEXES).optional(),
      neutered: z.enum(YES_NO).optional(),
      age: z.enum(AGES).optional(),
      size: z.enum(SIZES).optional(),
      collar: z.string().optional(),
      marks: z.array(mark),
      chipped: z
        .boolean()
        .openapi({ description: 'a chip or brand number is on file; the number never leaves' }),
      aboutReportId: z.uuid().optional(),
      occurredAt: z.string(),
      createdAt: z.string(),
      updatedAt: z.string(),
      status: z.enum(STATUSES),
      resolution: z.enum(RESOLUTIONS).optional(),
      locationPrivacy: z.enum(LOCATION_PRIVACIES),
      publicRadiusM: z
        .number()
        .openapi({ description: '0: a point; else the animal was somewhere in this circle' }),
      nearestPlace: nearestPlace.optional().openapi({
        description: 'what people call where the public point is: a district or town; none in open country',
      }),
      description: z.string().optional(),
      language: z.enum(LANGUAGES).optional(),
      photos: z.array(photoView),
      demo: z.boolean(),
      distanceM: z.number().optional().openapi({ description: 'with `near`: to the public point' }),
      mine: z
        .literal(true)
        .optional()
        .openapi({ description: "the author's own view, with the fields below" }),
      externalId: z.string().optional(),
      location: location.optional(),
      contact: contact.optional(),
    }),
  })
  .openapi('Report')
export type ReportFeature = z.output<typeof reportFeature>

export const reportCollection = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(reportFeature),
    links: z.object({ next: z.string().optional() }),
  })
  .openapi('ReportCollection')
export type ReportCollection = z.output<typeof reportCollection>

export const createdReport = z
  .object({ report: reportFeature, manageToken: z.string() })
  .openapi('CreatedReport')
