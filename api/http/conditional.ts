import type { Context as HonoContext } from 'hono'

/**
 * Whether the caller holds this very answer, for routes that need not make it to know its tag. Where the answer has
 * to be made anyway, hono's `etag()` does the rest.
 */
export function holdsAlready(c: HonoContext, etag: string): boolean {
  const tags = c.req.header('If-None-Match')?.split(',') ?? []
  return tags.some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
