import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from './env.ts'

type Options = Parameters<typeof bodyLimit>[0] & Required<Pick<Parameters<typeof bodyLimit>[0], 'onError'>>

/**
 * hono's limit of bodies, for those that do not say how long they are. One that does is judged by that alone and not
 * touched: once touched and left unread, Node can neither read on nor use the connection, and cuts it half a second
 * later, under the caller's next request.
 */
export function limitBody(options: Options): MiddlewareHandler<AppEnv> {
  const readAndLimit = bodyLimit(options)
  return async (c, next) => {
    const length = c.req.header('Content-Length')
    if (length === undefined || c.req.header('Transfer-Encoding') !== undefined) return readAndLimit(c, next)
    if (Number(length) > options.maxSize) return options.onError(c)
    await next()
  }
}
