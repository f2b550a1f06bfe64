import { z } from '@hono/zod-openapi'

/** Pieces of route descriptions that several features share. */

/** For `security`: the author's token is required … */
export const AUTHOR = [{ manageToken: [] }]
/** … or shows more where there is one. */
export const ANYONE_OR_AUTHOR = [{}, ...AUTHOR]

/** A JSON body that must be there. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } }
}

export function jsonAnswer<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { 'application/json': { schema } } }
}

export const problemResponse = {
  description: 'What went wrong, with the fields at fault (RFC 9457)',
  content: {
    'application/problem+json': {
      schema: z
        .object({
          type: z.string(),
          title: z.string(),
          status: z.number(),
          detail: z.string().optional(),
          errors: z
            .array(z.object({ pointer: z.string(), code: z.string(), detail: z.string().optional() }))
            .optional(),
          requestId: z.string(),
        })
        .openapi('Problem'),
    },
  },
} as const

/** For `responses`, beside the ones that a route names. */
export const problems = { default: problemResponse } as const

/** For `responses` of a call that undoes what was said before. */
export const takenBack = { 204: { description: 'Taken back' }, ...problems } as const
