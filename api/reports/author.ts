import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { notFound } from '../errors.ts'
import { holdsMailedKey } from './manage-link.ts'
import { isAuthor } from './queries.ts'

/** Whether the caller manages this report, by the create's token or by the mailed one; `lock` as below. */
export async function isManagedBy(
  ctx: Pick<Context, 'actor' | 'keyring'>,
  db: Db,
  id: string,
  options: { lock?: boolean } = {},
): Promise<boolean> {
  const { token } = ctx.actor
  if (!token) return false
  const hash = await ctx.keyring.hash('manage-token', token)
  return (await isAuthor(db, id, hash, options.lock)) || holdsMailedKey(ctx, db, id, options)
}

/**
 * @throws ServiceError not-found unless the caller manages this report; `lock` holds the row against other edits until
 * the transaction ends
 */
export async function requireAuthor(...asked: Parameters<typeof isManagedBy>): Promise<void> {
  if (!(await isManagedBy(...asked))) throw notFound()
}
