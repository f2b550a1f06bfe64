import type { Context as HonoContext } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ZodError } from 'zod'
import { type ErrorSlug, type FieldError, ServiceError } from '../errors.ts'
import type { AppEnv } from './env.ts'

/** RFC 9457, with the fields at fault and the id under which the log has the rest. */
export type Problem = {
  type: string
  title: string
  status: number
  detail?: string
  errors?: FieldError[]
  requestId: string
}

/** Rules throw the others; these two are the edge's own. */
type EdgeSlug = ErrorSlug | 'internal' | 'method-not-allowed'

const KINDS: Record<EdgeSlug, { status: ContentfulStatusCode; title: string }> = {
  malformed: { status: 400, title: 'The request cannot be read' },
  invalid: { status: 422, title: 'The request has invalid fields' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This cannot be done here' },
  conflict: { status: 409, title: 'Conflict' },
  gone: { status: 410, title: 'Gone' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-media-type': { status: 415, title: 'This type is not supported' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available just now' },
  internal: { status: 500, title: 'Something went wrong on our side' },
}

export function sendProblem(
  c: HonoContext<AppEnv>,
  slug: EdgeSlug,
  more: { detail?: string; errors?: FieldError[]; retryAfterS?: number | undefined } = {},
): Response {
  const { status, title } = KINDS[slug]
  const problem: Problem = {
    type: `/problems/${slug}`,
    title,
    status,
    ...(more.detail ? { detail: more.detail } : {}),
    ...(more.errors?.length ? { errors: more.errors } : {}),
    requestId: c.get('requestId'),
  }
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  }
  if (more.retryAfterS !== undefined) headers['Retry-After'] = String(more.retryAfterS)
  return c.body(JSON.stringify(problem), status, headers)
}

/** What only the database can decide when two requests meet, by the name of the constraint that decides. */
const CONSTRAINTS: Record<string, { slug: ErrorSlug; detail?: string; errors?: FieldError[] }> = {
  reports_about_report_fk: {
    slug: 'invalid',
    errors: [{ pointer: '/aboutReportId', code: 'unknown_report' }],
  },
  ...deletedMeanwhile(
    'threads_report_fk',
    'messages_thread_fk',
    'photos_report_fk',
    'match_verdicts_lost_fk',
    'match_verdicts_finder_fk',
    'animal_verdicts_by_fk',
    'animal_verdicts_other_fk',
    'searched_ground_report_fk',
    'walkers_sighting_fk',
    'walkers_report_fk',
  ),
}

/** Foreign keys of what a request adds to a report that another request takes away. */
function deletedMeanwhile(...constraints: string[]): typeof CONSTRAINTS {
  return Object.fromEntries(constraints.map((name) => [name, { slug: 'not-found' }]))
}

/** The one place where anything thrown becomes an answer. What is not ours shows its request id and no more. */
export function answerError(error: Error, c: HonoContext<AppEnv>): Response {
  if (error instanceof ServiceError) {
    return sendProblem(c, error.slug, {
      detail: error.message,
      errors: error.errors,
      retryAfterS: error.retryAfterS,
    })
  }
  if (error instanceof HTTPException) {
    if (error.status === 413) return sendProblem(c, 'too-large')
    if (error.status < 500) {
      return sendProblem(c, 'malformed', {
        detail: 'The body cannot be read as what it says it is.',
        errors: [{ pointer: '', code: 'unreadable' }],
      })
    }
  }
  const constraint = 'constraint_name' in error ? String(error.constraint_name) : ''
  const known = CONSTRAINTS[constraint]
  if (known) return sendProblem(c, known.slug, known)
  // The caller hung up while it was being read: there is nobody to answer and nothing to mend.
  if (c.req.raw.signal.aborted) {
    c.get('log').info('request.aborted', { requestId: c.get('requestId') })
    return sendProblem(c, 'malformed')
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  c.get('log').error('request.failed', {
    requestId: c.get('requestId'),
    name: error.name,
    code,
    // The first frame tells where; messages of drivers quote values, so they stay out.
    at: error.stack
      ?.split('\n')
      .find((line) => line.trim().startsWith('at '))
      ?.trim(),
  })
  return sendProblem(c, 'internal')
}

/** Zod's faults as field errors, with codes that stay when its wording changes. */
export function toFieldErrors(error: ZodError, where: 'body' | 'query' | 'header' = 'body'): FieldError[] {
  return error.issues.slice(0, 50).flatMap((issue) => {
    const at = (path: readonly PropertyKey[]) =>
      where === 'query'
        ? `?${String(path[0] ?? '')}`
        : where === 'header'
          ? `${String(path[0] ?? '')}:`
          : path.map((key) => `/${escapePointer(String(key))}`).join('')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys
        .slice(0, 50)
        .map((key) => ({ pointer: at([...issue.path, key.slice(0, 100)]), code: 'unknown_field' }))
    }
    if (issue.code === 'custom') {
      const code = typeof issue.params?.['code'] === 'string' ? issue.params['code'] : 'invalid'
      return [{ pointer: at(issue.path), code }]
    }
    // Zod tells a missing field from a wrong type in its words only.
    const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
    return [{ pointer: at(issue.path), code: missing ? 'required' : issue.code, detail: issue.message }]
  })
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
