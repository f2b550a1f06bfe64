import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv } from './env.ts'
import { sendProblem, toFieldErrors } from './problem.ts'

/** A router whose schema faults come out as problem documents: every feature's routes.ts starts with one. */
export function createRouter(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (result.success) return
      // An id that no report could have is an unknown report, not a bad field.
      if (result.target === 'param') return sendProblem(c, 'not-found')
      return sendProblem(c, 'invalid', {
        errors: toFieldErrors(result.error, whereOf(result.target)),
      })
    },
  })
}

function whereOf(target: string): 'body' | 'query' | 'header' {
  return target === 'query' || target === 'header' ? target : 'body'
}
