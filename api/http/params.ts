import { z } from '@hono/zod-openapi'

/** Pieces that several features' schemas share. */

/** An id in a path; capitals are folded, as PostgreSQL does, so that equal ids compare equal. */
export function pathId(name: string) {
  return z
    .uuid()
    .toLowerCase()
    .openapi({ param: { name, in: 'path' } })
}

export const idParam = z.object({ id: pathId('id') })

/** Text that PostgreSQL and JSON can hold: no NUL, no half of a surrogate pair. */
export function text(maxLength: number) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .refine((value) => !value.includes('\u0000') && value.isWellFormed(), {
      params: { code: 'bad_characters' },
    })
}

/** A repeat with the same key is the same request. */
export const idempotencyHeader = z.object({ 'idempotency-key': text(200).optional() })

/** `a,b,c` in a query, each one of `choices`, to an array without doubles. */
export function commaList<const T extends readonly [string, ...string[]]>(choices: T) {
  return z
    .string()
    .transform((value) => [...new Set(value.split(','))])
    .pipe(z.array(z.enum(choices)))
    .openapi({ type: 'string', example: choices.slice(0, 2).join(',') })
}

/** A whole number written in decimal digits, within bounds. */
export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .openapi({ type: 'integer', minimum: min, maximum: max })
}

const decimal = /^-?\d{1,3}(\.\d{1,20})?$/

function numbers(value: string, count: number): number[] | undefined {
  const parts = value.split(',')
  if (parts.length !== count || !parts.every((part) => decimal.test(part))) return undefined
  return parts.map(Number)
}

const onMap = (lng: number | undefined, lat: number | undefined): boolean =>
  lng !== undefined && lat !== undefined && Math.abs(lng) <= 180 && Math.abs(lat) <= 90

/** `lng,lat` in degrees. */
export const lngLatParam = z
  .string()
  .transform((value, context) => {
    const [lng, lat] = numbers(value, 2) ?? []
    if (lng === undefined || lat === undefined || !onMap(lng, lat)) {
      context.addIssue({ code: 'custom', params: { code: 'not_lng_lat' } })
      return z.NEVER
    }
    return { lng, lat }
  })
  .openapi({ type: 'string', example: '37.62,55.75' })

export type Bbox = { west: number; south: number; east: number; north: number }

/** `west,south,east,north` in degrees; west may lie east of east across the 180th meridian. */
export const bboxParam = z
  .string()
  .transform((value, context): Bbox => {
    const [west, south, east, north] = numbers(value, 4) ?? []
    if (
      west === undefined ||
      south === undefined ||
      east === undefined ||
      north === undefined ||
      !onMap(west, south) ||
      !onMap(east, north) ||
      south > north
    ) {
      context.addIssue({ code: 'custom', params: { code: 'not_a_bbox' } })
      return z.NEVER
    }
    return { west, south, east, north }
  })
  .openapi({ type: 'string', example: '37.3,55.5,37.9,55.95' })

/** Years that JavaScript and PostgreSQL write alike: neither 0000 nor, by a time zone's hours, 10000. */
function isInCalendar(instant: Date): boolean {
  const year = instant.getUTCFullYear()
  return year >= 1 && year <= 9999
}

const isoInstant = z.iso.datetime({ offset: true }).or(z.iso.date())

/** A moment with its zone, or a day in UTC. */
export const instantParam = z
  .string()
  .transform((value, context) => {
    const instant = new Date(value)
    if (!isoInstant.safeParse(value).success || !isInCalendar(instant)) {
      context.addIssue({ code: 'custom', params: { code: 'bad_date' } })
      return z.NEVER
    }
    return instant
  })
  .openapi({ type: 'string', format: 'date-time', example: '2026-11-01T00:00:00Z' })
