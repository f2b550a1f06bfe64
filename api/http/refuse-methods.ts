import type { MiddlewareHandler } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import type { RouterRoute } from 'hono/types'
import type { AppEnv } from './env.ts'
import { sendProblem } from './problem.ts'

/**
 * Says of an address that is there what may be done with it, before anybody looks at a body: a wrong method is no
 * unknown report and no wrong type.
 */
export function refuseOtherMethods(routes: readonly RouterRoute[]): MiddlewareHandler<AppEnv> {
  const methodsOf = new TrieRouter<string>()
  for (const { method, path } of routes) if (method !== 'ALL') methodsOf.add('ALL', path, method)
  return async (c, next) => {
    const known = new Set(methodsOf.match('ALL', c.req.path)[0].map(([method]) => method))
    if (known.has('GET')) known.add('HEAD')
    if (known.size === 0 || known.has(c.req.method)) return next()
    c.header('Allow', [...known, 'OPTIONS'].sort().join(', '))
    return c.req.method === 'OPTIONS' ? c.body(null, 204) : sendProblem(c, 'method-not-allowed')
  }
}
