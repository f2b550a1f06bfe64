import type { Db } from '../db/connect.ts'
import type { Status } from '../domain/vocabulary.ts'
import { isDenied } from '../reports/denied.ts'

/** A sighting and the lost report it names. */
export type Way = { reportId: string; sightingId: string }

export type WalkerRow = {
  sighting_id: string
  token_hash: Uint8Array
  report_id: string
  by_author: boolean
  set_out_at: Date
}

export type WalkerCountRow = {
  sighting_id: string
  walkers: number
  owner: boolean
  last_set_out_at: Date
}

export async function findReportStatus(db: Db, id: string): Promise<Status | undefined> {
  const [row] = await db<{ status: Status }[]>`
    select status
    from reports
    where id = ${id}`
  return row?.status
}

/** That the report `s` is a sighting which the public list of a lost report has. */
const isListedSighting = (db: Db, reportId: string) => db`
  s.kind = 'sighting'
  and s.status = 'active'
  and s.about_report_id = ${reportId}
  and not ${isDenied(db, 's')}`

/** Whether the way leads from an open lost report to a sighting of it. */
export async function isOpenWay(db: Db, { reportId, sightingId }: Way): Promise<boolean> {
  const rows = await db`
    select 1
    from reports s
    join reports r on r.id = s.about_report_id
    where s.id = ${sightingId}
      and ${isListedSighting(db, reportId)}
      and r.kind = 'lost'
      and r.status = 'active'`
  return rows.length > 0
}

/** Holds both ends until the transaction ends: the lost report first, as whoever deletes it does. */
export async function lockWay(db: Db, { reportId, sightingId }: Way): Promise<void> {
  await db`
    select 1
    from reports s
    join reports r on r.id = ${reportId}
    where s.id = ${sightingId}
    for key share of r for no key update of s`
}

export async function deleteWalkersTo(db: Db, { reportId, sightingId }: Way): Promise<void> {
  await db`
    delete from walkers
    where sighting_id = ${sightingId}
      and report_id = ${reportId}`
}

/** Marks of others than the author that still stand, but for the one of this token. */
export async function countOtherWalkers(
  db: Db,
  { sightingId, tokenHash, since }: { sightingId: string; tokenHash: Uint8Array; since: Date },
): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count
    from walkers
    where sighting_id = ${sightingId}
      and not by_author
      and token_hash <> ${tokenHash}
      and set_out_at > ${since}`
  return row?.count ?? 0
}

/** A second mark of one token starts the first one anew. */
export async function saveWalker(db: Db, row: WalkerRow): Promise<void> {
  await db`
    insert into walkers ${db(row)}
    on conflict (sighting_id, token_hash)
    do update set
      report_id = excluded.report_id,
      set_out_at = excluded.set_out_at`
}

/** @returns whether there was such a mark */
export async function deleteWalker(
  db: Db,
  { reportId, sightingId }: Way,
  tokenHash: Uint8Array,
): Promise<boolean> {
  const rows = await db`
    delete from walkers
    where sighting_id = ${sightingId}
      and token_hash = ${tokenHash}
      and report_id = ${reportId}
    returning 1`
  return rows.length > 0
}

/** How many are on the way to each sighting of a report, the latest first. */
export async function countWalkers(db: Db, reportId: string, since: Date): Promise<WalkerCountRow[]> {
  return db<WalkerCountRow[]>`
    select
      w.sighting_id,
      count(*)::int as walkers,
      bool_or(w.by_author) as owner,
      max(w.set_out_at) as last_set_out_at
    from walkers w
    join reports s on s.id = w.sighting_id
    where w.report_id = ${reportId}
      and w.set_out_at > ${since}
      and ${isListedSighting(db, reportId)}
    group by w.sighting_id
    order by last_set_out_at desc, w.sighting_id
    limit 100`
}

export async function deleteWalkersUntil(db: Db, at: Date): Promise<void> {
  await db`delete from walkers where set_out_at <= ${at}`
}
