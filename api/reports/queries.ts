import type postgres from 'postgres'
import type { Db } from '../db/connect.ts'
import { isReunited, type Resolution, type Status } from '../domain/vocabulary.ts'
import { type DescriptionColumns, type PrivateRow, publicColumns, type ReportRow } from './row.ts'
import { truePlaceColumns } from './true-place.ts'
import { visible } from './visibility.ts'

/** Every column that a create or an edit writes, in the database's own names. */
export type StoredFields = DescriptionColumns & {
  external_id: string | null
  import_hash?: Uint8Array
  marks: postgres.Parameter
  chip_state: 'on_file' | 'none_found' | null
  chip_hash: Uint8Array | null
  chip_near: postgres.Parameter | null
  brand_hash: Uint8Array | null
  about_report_id: string | null
  occurred_at: Date
  /** Extended well-known text, as `geographyText` writes it. */
  location: string
  accuracy_m: number | null
  location_privacy: string
  public_location: string
  public_radius_m: number
  public_quadkey: bigint
  match_cell: bigint
  /** The public description in codes, for matching. */
  match_codes: postgres.Parameter
  contact_name: string | null
  contact_email: string | null
  contact_phone: string | null
  updated_at: Date
}

export type NewReport = StoredFields & {
  id: string
  manage_token_hash: Uint8Array
  is_demo: boolean
  created_at: Date
  /** Left out: active. */
  status?: 'pending'
}

export function geographyText(point: { lng: number; lat: number }): string {
  return `SRID=4326;POINT(${point.lng} ${point.lat})`
}

export async function insertReport(db: Db, report: NewReport): Promise<void> {
  await db`insert into reports ${db(report)}`
}

/** At most some hundreds at a time: PostgreSQL takes 65,535 parameters a statement. */
export async function insertReports(db: Db, reports: readonly NewReport[]): Promise<void> {
  if (reports.length > 0) await db`insert into reports ${db(reports)}`
}

export async function updateReportFields(db: Db, id: string, fields: Partial<StoredFields>): Promise<void> {
  await db`
    update reports
    set ${db(fields)}
    where id = ${id}`
}

export async function deleteReportRow(db: Db, id: string): Promise<void> {
  await db`delete from reports where id = ${id}`
}

/** @returns undefined for a report that strangers may not see */
export async function findPublicReport(db: Db, id: string): Promise<ReportRow | undefined> {
  const [row] = await db<ReportRow[]>`
    select ${publicColumns(db)}
    from reports r
    where r.id = ${id}
      and ${visible(db)}`
  return row
}

/** A report for its author, whatever its status. */
export async function findReport(db: Db, id: string): Promise<ReportRow | undefined> {
  const [row] = await db<ReportRow[]>`
    select ${publicColumns(db)}
    from reports r
    where r.id = ${id}`
  return row
}

export async function findPrivateFields(db: Db, id: string): Promise<PrivateRow | undefined> {
  const [row] = await db<PrivateRow[]>`
    select
      r.external_id,
      r.marks,
      ${truePlaceColumns(db)},
      r.contact_name,
      r.contact_email,
      r.contact_phone
    from reports r
    where r.id = ${id}`
  return row
}

/** Whether the report exists and is the token's; with `lock`, held until the transaction ends. */
export async function isAuthor(db: Db, id: string, tokenHash: Uint8Array, lock = false): Promise<boolean> {
  const rows = await db`
    select 1
    from reports
    where id = ${id}
      and manage_token_hash = ${tokenHash}
    ${lock ? db`for update` : db``}`
  return rows.length > 0
}

/** From what the mailed key is made, where there is one. */
export async function findMailedKeyId(db: Db, id: string, lock = false): Promise<string | undefined> {
  const [row] = await db<{ mailed_key_id: string | null }[]>`
    select mailed_key_id
    from reports
    where id = ${id}
    ${lock ? db`for update` : db``}`
  return row?.mailed_key_id ?? undefined
}

export async function setMailedKeyId(db: Db, id: string, keyId: string | null): Promise<void> {
  await db`
    update reports
    set mailed_key_id = ${keyId}
    where id = ${id}`
}

export async function reportExists(db: Db, id: string): Promise<boolean> {
  const rows = await db`select 1 from reports r where r.id = ${id} and ${visible(db)}`
  return rows.length > 0
}

/** Those of the ids that strangers may refer to. */
export async function findExisting(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db<{ id: string }[]>`
    select r.id
    from reports r
    where r.id = any(${[...ids]}::uuid[])
      and ${visible(db)}`
  return new Set(rows.map((row) => row.id))
}

export async function setResolution(
  db: Db,
  id: string,
  { resolution, at }: { resolution: Resolution; at: Date },
): Promise<void> {
  const status: Status = isReunited(resolution) ? 'reunited' : 'withdrawn'
  await db`
    update reports
    set
      -- Closing brings back nothing that moderation took away.
      status = case when ${visible(db, 'reports')} then ${status} else status end,
      resolution = ${resolution},
      resolved_at = ${at},
      updated_at = ${at}
    where id = ${id}`
}

/** `report_id` is null once that report was deleted. */
export type IdempotencyRow = { body_hash: Uint8Array; report_id: string | null }

/** Claims a key for a report; a second claim waits for the first one's transaction and then fails. */
export async function claimIdempotencyKey(
  db: Db,
  claim: { keyHash: Uint8Array; bodyHash: Uint8Array; reportId: string; at: Date },
): Promise<boolean> {
  const rows = await db`
    insert into idempotency_keys (key_hash, body_hash, report_id, created_at)
    values (${claim.keyHash}, ${claim.bodyHash}, ${claim.reportId}, ${claim.at})
    on conflict (key_hash) do nothing
    returning 1`
  return rows.length > 0
}

export async function findIdempotencyKey(db: Db, keyHash: Uint8Array): Promise<IdempotencyRow | undefined> {
  const [row] = await db<IdempotencyRow[]>`
    select body_hash, report_id
    from idempotency_keys
    where key_hash = ${keyHash}`
  return row
}

export type ImportedRow = { id: string; external_id: string; import_hash: Uint8Array }

/** What was imported under these ids; over HTTP anybody may use any of them. */
export async function findImported(db: Db, externalIds: readonly string[]): Promise<ImportedRow[]> {
  return db<ImportedRow[]>`
    select id, external_id, import_hash
    from reports
    where external_id = any(${[...externalIds]})
      and import_hash is not null`
}
