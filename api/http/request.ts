import type { Context as HonoContext } from 'hono'
import { LANGUAGES, type Language } from '../domain/vocabulary.ts'
import type { AppEnv } from './env.ts'

/** The token of `Authorization: Bearer …`, unchecked. An unreadable header is a token that fits nothing. */
export function readBearer(c: HonoContext<AppEnv>): string | undefined {
  const header = c.req.header('Authorization')
  if (header === undefined) return undefined
  return /^Bearer ([\x21-\x7e]{1,200})$/i.exec(header)?.[1] ?? ' '
}

/** The first language of `Accept-Language` that we speak. */
export function readAcceptedLanguage(c: HonoContext<AppEnv>): Language | undefined {
  const first = /\b(ru|en)\b/i.exec(c.req.header('Accept-Language') ?? '')?.[1]?.toLowerCase()
  return LANGUAGES.find((language) => language === first)
}

/** Where a request comes from, for rate limits only: the socket's peer, or what our own proxy says. */
export function readAddress(c: HonoContext<AppEnv>, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return networkOf(forwarded)
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return networkOf(env?.incoming?.socket?.remoteAddress ?? c.req.header('CF-Connecting-IP') ?? 'unknown')
}

/**
 * What one caller holds: an IPv4 address, or the 64 bits in front of an IPv6 one, behind which a caller has more
 * addresses than any limit could count.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!address.includes(':')) return address
  const [front = '', back] = address.split('::')
  const groups = front === '' ? [] : front.split(':')
  const zeros = back === undefined ? 0 : 8 - groups.length - back.split(':').length
  const filled = [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...(back ? back.split(':') : [])]
  return filled
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}
