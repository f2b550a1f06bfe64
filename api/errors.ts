/** What rules throw; the edge turns them into problem documents (api/http/problem.ts). */

/** `pointer` is a JSON Pointer into the body, `?name` for a query parameter or `name:` for a header. */
export type FieldError = { pointer: string; code: string; detail?: string }

export type ErrorSlug =
  | 'malformed'
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-large'
  | 'unsupported-media-type'
  | 'too-many-requests'
  | 'unavailable'

export class ServiceError extends Error {
  override name = 'ServiceError'
  readonly slug: ErrorSlug
  readonly errors: FieldError[]
  readonly retryAfterS: number | undefined

  /** `message` is shown to the caller: it names no address, number, token or place. */
  constructor(slug: ErrorSlug, message: string, more: { errors?: FieldError[]; retryAfterS?: number } = {}) {
    super(message)
    this.slug = slug
    this.errors = more.errors ?? []
    this.retryAfterS = more.retryAfterS
  }
}

/** One answer for what does not exist and what is not the caller's: neither can be told from the other. */
export function notFound(): ServiceError {
  return new ServiceError('not-found', 'There is no such thing here, or it is not yours to see.')
}

export function invalid(...errors: FieldError[]): ServiceError {
  return new ServiceError('invalid', 'Some fields need another look.', { errors })
}
