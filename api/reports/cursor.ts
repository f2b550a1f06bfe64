import { z } from 'zod'
import { fromBase64Url, toBase64Url } from '../crypto.ts'
import { invalid } from '../errors.ts'

const cursor = z.discriminatedUnion('order', [
  z.object({
    order: z.literal('newest'),
    /** To the microsecond, as PostgreSQL keeps it, which has no year 0. */
    at: z.iso.datetime({ precision: 6 }).refine((at) => !at.startsWith('0000')),
    id: z.uuid(),
  }),
  z.object({ order: z.literal('nearest'), distanceM: z.number().min(0), id: z.uuid() }),
])

/** Where the last page ended. Distances are to public points, so a cursor tells nothing that the list does not. */
export type Cursor = z.output<typeof cursor>

export function writeCursor(end: Cursor): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify(end)))
}

/** @throws ServiceError invalid for a cursor that is broken or of another order */
export function readCursor(text: string, order: Cursor['order']): Cursor {
  const parsed = cursor.safeParse(decode(text))
  if (!parsed.success || parsed.data.order !== order) {
    throw invalid({ pointer: '?cursor', code: 'stale_cursor' })
  }
  return parsed.data
}

function decode(text: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(fromBase64Url(text)))
  } catch {
    return undefined
  }
}
