import { z } from '@hono/zod-openapi'

export const setOutBody = z.strictObject({ sightingId: z.uuid().toLowerCase() }).openapi('SetOutBody')

export const setOut = z
  .object({
    token: z
      .string()
      .optional()
      .openapi({ description: 'takes the mark back; none for the author, whose manage token does' }),
    until: z.string().openapi({ description: 'when the mark ends by itself' }),
  })
  .openapi('SetOut')
export type SetOut = z.output<typeof setOut>

export const walkerList = z
  .object({
    items: z.array(
      z.object({
        sightingId: z.uuid(),
        walkers: z.number().openapi({ description: 'the author among them' }),
        owner: z.boolean().openapi({ description: 'the author of the lost report is one of them' }),
        lastSetOutAt: z.string().openapi({ description: 'of the last one, rounded down to five minutes' }),
      }),
    ),
  })
  .openapi('WalkerList')
export type WalkerList = z.output<typeof walkerList>
