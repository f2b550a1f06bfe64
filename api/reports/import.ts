import type { Context } from '../context.ts'
import { createToken, toBase64Url } from '../crypto.ts'
import type { Tx } from '../db/connect.ts'
import { type FieldError, ServiceError } from '../errors.ts'
import { toFieldErrors } from '../http/problem.ts'
import { enqueueMatchRefresh } from '../jobs/queue.ts'
import { MAX_LINE } from './bulk-lines.ts'
import { findExisting, findImported, insertReports, type NewReport, updateReportFields } from './queries.ts'
import { type ReportBody, reportBody } from './schema.ts'
import { toStoredFields } from './store.ts'

export type RefusedLine = { line: number; errors: FieldError[] }

export type ImportSummary = {
  lines: number
  added: number
  changed: number
  unchanged: number
  refused: RefusedLine[]
}

/** One transaction each; a crash loses at most this many lines, and the next run adds them. */
const BATCH = 500

type Line = { number: number; text: string }
type Candidate = { line: number; body: ReportBody; externalId: string; hash: Uint8Array }

/**
 * Reads reports in the bulk format: one body of the contract a line. Idempotent by `externalId` (a line without one is
 * known by its content), so a run that was cut off is simply run again. What is refused is listed, not thrown.
 */
export async function importReports(
  ctx: Context,
  lines: AsyncIterable<string>,
  onProgress: (summary: ImportSummary) => void = () => {},
): Promise<ImportSummary> {
  const summary: ImportSummary = { lines: 0, added: 0, changed: 0, unchanged: 0, refused: [] }
  const taken = new Set<string>()
  let batch: Line[] = []
  const flush = async () => {
    await importBatch(ctx, batch, summary, taken)
    batch = []
    onProgress(summary)
  }
  for await (const text of lines) {
    summary.lines += 1
    if (text.trim() === '') continue
    batch.push({ number: summary.lines, text })
    if (batch.length >= BATCH) await flush()
  }
  await flush()
  return summary
}

/** @param taken the external ids of the file's earlier lines, whose repeats are refused */
async function importBatch(
  ctx: Context,
  lines: readonly Line[],
  summary: ImportSummary,
  taken: Set<string>,
): Promise<void> {
  const candidates: Candidate[] = []
  for (const { number, text } of lines) {
    const candidate = await readLine(ctx, number, text)
    if ('errors' in candidate) summary.refused.push(candidate)
    else if (!taken.has(candidate.externalId)) {
      taken.add(candidate.externalId)
      candidates.push(candidate)
    } else if (candidate.body.externalId) {
      summary.refused.push({ line: number, errors: [{ pointer: '/externalId', code: 'repeated' }] })
    } else summary.unchanged += 1
  }
  if (candidates.length > 0) await ctx.sql.begin((tx) => storeBatch(ctx, tx, candidates, summary))
}

async function readLine(ctx: Context, line: number, text: string): Promise<Candidate | RefusedLine> {
  if (text.length > MAX_LINE) return { line, errors: [{ pointer: '', code: 'too_long' }] }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { line, errors: [{ pointer: '', code: 'not_json' }] }
  }
  const parsed = reportBody.safeParse(value)
  if (!parsed.success) return { line, errors: toFieldErrors(parsed.error) }
  const hash = await ctx.keyring.hash('idempotency', JSON.stringify(parsed.data))
  const externalId = parsed.data.externalId ?? `line-${toBase64Url(hash)}`
  return { line, body: parsed.data, externalId, hash }
}

async function storeBatch(
  ctx: Context,
  tx: Tx,
  candidates: readonly Candidate[],
  summary: ImportSummary,
): Promise<void> {
  const ids = candidates.map((candidate) => candidate.externalId)
  const known = new Map((await findImported(tx, ids)).map((row) => [row.external_id, row]))
  const spokenOf = await findExisting(
    tx,
    candidates.flatMap(({ body }) => body.aboutReportId ?? []),
  )
  const added: NewReport[] = []
  const changed: string[] = []
  for (const candidate of candidates) {
    const before = known.get(candidate.externalId)
    if (before && sameBytes(before.import_hash, candidate.hash)) {
      summary.unchanged += 1
      continue
    }
    const refuse = (pointer: string, code: string) =>
      summary.refused.push({ line: candidate.line, errors: [{ pointer, code }] })
    if (candidate.body.aboutReportId && !spokenOf.has(candidate.body.aboutReportId)) {
      refuse('/aboutReportId', 'unknown_report')
      continue
    }
    const fields = await storedFieldsOrRefusal(ctx, candidate, summary)
    if (!fields) continue
    if (before) {
      await updateReportFields(tx, before.id, fields)
      changed.push(before.id)
    } else {
      added.push({
        ...fields,
        id: crypto.randomUUID(),
        // Nobody holds this token: an imported report is managed by importing it again, or by staff.
        manage_token_hash: await ctx.keyring.hash('manage-token', createToken()),
        is_demo: false,
        created_at: fields.updated_at,
      })
    }
  }
  await insertReports(tx, added)
  await enqueueMatchRefresh(ctx, tx, ...changed, ...added.map(({ id }) => id))
  summary.added += added.length
  summary.changed += changed.length
}

async function storedFieldsOrRefusal(ctx: Context, candidate: Candidate, summary: ImportSummary) {
  try {
    const fields = await toStoredFields(ctx, { ...candidate.body, externalId: candidate.externalId })
    return { ...fields, import_hash: candidate.hash }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    summary.refused.push({ line: candidate.line, errors: error.errors })
    return undefined
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
