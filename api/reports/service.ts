import type { Context } from '../context.ts'
import { createToken, toBase64Url } from '../crypto.ts'
import type { Db, Tx } from '../db/connect.ts'
import type { Resolution } from '../domain/vocabulary.ts'
import { invalid, notFound, ServiceError } from '../errors.ts'
import { limitRate } from '../http/rate-limit.ts'
import { deleteMailsOf, enqueueJob, enqueueMatchRefresh } from '../jobs/queue.ts'
import { requireAuthor } from './author.ts'
import { renewManageLink } from './manage-link.ts'
import { mergePatch } from './patch.ts'
import {
  claimIdempotencyKey,
  deleteReportRow,
  findIdempotencyKey,
  findPrivateFields,
  findPublicReport,
  findReport,
  insertReport,
  reportExists,
  setResolution,
  updateReportFields,
} from './queries.ts'
import { toFeature } from './row.ts'
import type { ReportBody, ReportFeature, ReportPatch } from './schema.ts'
import { toStoredFields } from './store.ts'
import { keepReportRow } from './untouched.ts'

const CREATE_LIMIT = { name: 'report.create', max: 60, windowS: 600 }
/** Whoever may try many numbers learns which are on file: their matches tell. A shelter needs some dozens a day. */
const NUMBER_LIMIT = { name: 'report.number', max: 40, windowS: 3_600 }
const EDIT_LIMIT = { name: 'report.edit', max: 120, windowS: 600 }

export type CreatedReport = { report: ReportFeature; manageToken: string }

/**
 * Stores a report and asks for its matches. With an idempotency key, a second call with the same body gives the
 * first one's answer, token included; once that report was deleted, the answer that it is gone.
 * @throws ServiceError invalid, too-many-requests, conflict or gone for a used key
 */
export async function createReport(
  ctx: Context,
  body: ReportBody,
  options: { idempotencyKey?: string | undefined } = {},
): Promise<CreatedReport> {
  const fields = await toStoredFields(ctx, body)
  const id = crypto.randomUUID()
  const key = options.idempotencyKey
  if (key) {
    const replay = await replayCreate(ctx, key, body)
    if (replay) return replay
  }
  await limitRate(ctx, CREATE_LIMIT)
  await limitNumbers(ctx, body)
  const manageToken = key ? await deriveManageToken(ctx, key, id) : createToken()
  const claimed = await ctx.sql.begin(async (tx) => {
    if (key && !(await claimKey(ctx, tx, key, body, id))) return false
    await checkReferences(tx, body)
    await insertReport(tx, {
      ...fields,
      id,
      manage_token_hash: await ctx.keyring.hash('manage-token', manageToken),
      is_demo: false,
      // The moment that the fields carry: a report must not seem changed before it was made.
      created_at: fields.updated_at,
    })
    await enqueueMatchRefresh(ctx, tx, id)
    if (fields.contact_email) await renewManageLink(ctx, tx, id, fields.contact_email)
    return true
  })
  if (!claimed) {
    const replay = await replayCreate(ctx, key!, body)
    if (replay) return replay
    // Forgotten by housekeeping within this request's life.
    throw new ServiceError('conflict', 'This Idempotency-Key is being used by another request.')
  }
  ctx.wakeJobs()
  return { report: await readAsAuthor(ctx.sql, id), manageToken }
}

async function limitNumbers(ctx: Context, { microchip, brand }: ReportPatch): Promise<void> {
  if ((microchip && microchip !== 'none') || brand) await limitRate(ctx, NUMBER_LIMIT)
}

/**
 * Writes a report that nobody sees and nobody manages, for whoever wants to ask what it would match.
 * @returns its id, good within the transaction
 */
export async function storeUnpublished(
  ctx: Context,
  tx: Tx,
  { externalId: _, ...body }: ReportBody,
): Promise<string> {
  const id = crypto.randomUUID()
  await checkReferences(tx, body)
  await insertReport(tx, {
    ...(await toStoredFields(ctx, body)),
    id,
    manage_token_hash: await ctx.keyring.hash('manage-token', createToken()),
    is_demo: false,
    created_at: ctx.clock(),
    status: 'pending',
  })
  return id
}

/** The public view, or the author's with their token. A wrong token is answered as an unknown report. */
export async function getReport(ctx: Context, id: string): Promise<ReportFeature> {
  if (ctx.actor.token !== undefined) {
    await requireAuthor(ctx, ctx.sql, id)
    return readAsAuthor(ctx.sql, id)
  }
  const row = await findPublicReport(ctx.sql, id)
  if (!row) throw notFound()
  return toFeature(row)
}

/** An edit also keeps the report, and brings an expired one back. */
export async function updateReport(ctx: Context, id: string, patch: ReportPatch): Promise<ReportFeature> {
  await requireAuthor(ctx, ctx.sql, id)
  await limitRate(ctx, EDIT_LIMIT)
  await limitNumbers(ctx, patch)
  await ctx.sql.begin(async (tx) => {
    await requireAuthor(ctx, tx, id, { lock: true })
    const before = await readAsAuthor(tx, id)
    const body = mergePatch(before, patch)
    await checkReferences(tx, body, id)
    const {
      external_id: _,
      chip_state,
      chip_hash,
      chip_near,
      brand_hash,
      ...fields
    } = await toStoredFields(ctx, body)
    await updateReportFields(tx, id, {
      ...fields,
      // Numbers are kept as hashes only, so an edit that does not mention them leaves them alone.
      ...(patch.microchip === undefined ? {} : { chip_state, chip_hash, chip_near }),
      ...(patch.brand === undefined ? {} : { brand_hash }),
    })
    await keepReportRow(tx, id, ctx.clock())
    await enqueueMatchRefresh(ctx, tx, id)
    const email = body.contact?.email
    if (email !== before.properties.contact?.email) await renewManageLink(ctx, tx, id, email)
  })
  ctx.wakeJobs()
  return readAsAuthor(ctx.sql, id)
}

/** For good: the row and all that hangs on it now, the photo files by the job that its photos leave behind. */
export async function deleteReport(ctx: Context, id: string): Promise<void> {
  await ctx.sql.begin(async (tx) => {
    await requireAuthor(ctx, tx, id, { lock: true })
    await deleteReportRow(tx, id)
    await deleteMailsOf(tx, id)
  })
  ctx.wakeJobs()
}

export async function resolveReport(
  ctx: Context,
  id: string,
  resolution: Resolution,
): Promise<ReportFeature> {
  await ctx.sql.begin(async (tx) => {
    await requireAuthor(ctx, tx, id, { lock: true })
    await setResolution(tx, id, { resolution, at: ctx.clock() })
    await enqueueJob(ctx, tx, { type: 'animal.closed', payload: { reportId: id } }, { dedupeKey: id })
  })
  ctx.wakeJobs()
  return readAsAuthor(ctx.sql, id)
}

async function readAsAuthor(db: Db, id: string): Promise<ReportFeature> {
  const row = await findReport(db, id)
  const own = await findPrivateFields(db, id)
  if (!row || !own) throw notFound()
  return toFeature(row, own)
}

async function checkReferences(tx: Tx, body: ReportBody, ownId?: string): Promise<void> {
  if (!body.aboutReportId) return
  if (body.aboutReportId === ownId || !(await reportExists(tx, body.aboutReportId))) {
    throw invalid({ pointer: '/aboutReportId', code: 'unknown_report' })
  }
}

/** Derived, not stored: the same key and report give the same token again, to nobody without our secret. */
async function deriveManageToken(ctx: Context, key: string, id: string): Promise<string> {
  return toBase64Url(await ctx.keyring.hash('manage-token', `${id} ${key}`))
}

async function claimKey(
  ctx: Context,
  tx: Tx,
  key: string,
  body: ReportBody,
  reportId: string,
): Promise<boolean> {
  return claimIdempotencyKey(tx, {
    keyHash: await ctx.keyring.hash('idempotency', key),
    bodyHash: await hashBody(ctx, body),
    reportId,
    at: ctx.clock(),
  })
}

async function replayCreate(ctx: Context, key: string, body: ReportBody): Promise<CreatedReport | undefined> {
  const row = await findIdempotencyKey(ctx.sql, await ctx.keyring.hash('idempotency', key))
  if (!row) return undefined
  if (toBase64Url(row.body_hash) !== toBase64Url(await hashBody(ctx, body))) {
    throw new ServiceError('conflict', 'This Idempotency-Key was used with another body.', {
      errors: [{ pointer: 'idempotency-key:', code: 'idempotency_key_reused' }],
    })
  }
  if (!row.report_id) {
    throw new ServiceError('gone', 'The report that this Idempotency-Key made was deleted.', {
      errors: [{ pointer: 'idempotency-key:', code: 'report_deleted' }],
    })
  }
  return {
    report: await readAsAuthor(ctx.sql, row.report_id),
    manageToken: await deriveManageToken(ctx, key, row.report_id),
  }
}

/** The validated body has its fields in the schema's order, so equal bodies give equal text. */
function hashBody(ctx: Context, body: ReportBody): Promise<Uint8Array> {
  return ctx.keyring.hash('idempotency', JSON.stringify(body))
}
