import { timingSafeEqual } from 'hono/utils/buffer'
import type { Context } from '../context.ts'
import { toBase64Url } from '../crypto.ts'
import type { Db, Tx } from '../db/connect.ts'
import { enqueueJob } from '../jobs/queue.ts'
import { takesMail } from '../mail/mailbox.ts'
import { writeCodedHeadline } from './coded-headline.ts'
import { composeManageLinkMail } from './manage-link-mail.ts'
import { findMailedKeyId, findPrivateFields, findReport, setMailedKeyId } from './queries.ts'
import { toFeature } from './row.ts'

/**
 * Sends the link that manages a report to the address it has now, unless that mailbox has had its share today. The link
 * that another address got ends here, as it may have been a stranger's; but whoever came by that link keeps it.
 */
export async function renewManageLink(
  ctx: Context,
  tx: Tx,
  id: string,
  email: string | undefined,
): Promise<void> {
  const isMailed = email !== undefined && (await takesMail(ctx, tx, 'link', email))
  if (!(await holdsMailedKey(ctx, tx, id))) {
    await setMailedKeyId(tx, id, isMailed ? crypto.randomUUID() : null)
  }
  if (isMailed) {
    await enqueueJob(ctx, tx, { type: 'mail.manage-link', payload: { reportId: id } }, { dedupeKey: id })
  }
}

/** The mail is written as it leaves, so that no job holds the key. */
export async function sendManageLink(ctx: Context, id: string): Promise<void> {
  const [row, own] = [await findReport(ctx.sql, id), await findPrivateFields(ctx.sql, id)]
  const keyId = await findMailedKeyId(ctx.sql, id)
  if (!row || row.is_demo || !own?.contact_email || !keyId) return
  const language = row.language ?? 'ru'
  const publicUrl = `${ctx.config.publicUrl}/reports/${id}`
  await ctx.mailer.send(
    composeManageLinkMail(own.contact_email, language, {
      headline: writeCodedHeadline(toFeature(row), language),
      manageUrl: `${publicUrl}/manage#${await makeMailedKey(ctx, id, keyId)}`,
      publicUrl,
    }),
  )
}

/** Whether the caller came by the link that was mailed; with `lock`, held until the transaction ends. */
export async function holdsMailedKey(
  ctx: Pick<Context, 'actor' | 'keyring'>,
  db: Db,
  id: string,
  options: { lock?: boolean } = {},
): Promise<boolean> {
  const { token } = ctx.actor
  if (!token) return false
  const keyId = await findMailedKeyId(db, id, options.lock)
  return keyId !== undefined && timingSafeEqual(token, await makeMailedKey(ctx, id, keyId))
}

/** Derived, not stored: another one than the create's answer holds, so that it can be taken back alone. */
async function makeMailedKey(ctx: Pick<Context, 'keyring'>, id: string, keyId: string): Promise<string> {
  return toBase64Url(await ctx.keyring.hash('mailed-key', `${id} ${keyId}`))
}
