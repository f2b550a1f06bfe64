import type { Context as HonoContext } from 'hono'
import type { AppEnv } from './env.ts'

/** The token of `Authorization: Bearer …`, unchecked. An unreadable header is a token that fits nothing. */
export function readBearer(c: HonoContext<AppEnv>): string | undefined {
  const header = c.req.header('Authorization')
  if (header === undefined) return undefined
  return /^Bearer ([\x21-\x7e]{1,200})$/i.exec(header)?.[1] ?? ' '
}

/** Where a request comes from, for rate limits only: the socket's peer, or what our own proxy says. */
export function readAddress(c: HonoContext<AppEnv>, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return env?.incoming?.socket?.remoteAddress ?? c.req.header('CF-Connecting-IP') ?? 'unknown'
}
