import type { Db } from '../db/connect.ts'
import type { Kind, Language, Resolution, Species, Status, Verdict } from '../domain/vocabulary.ts'
import { publicColumns, type ReportRow } from '../reports/row.ts'
import { visible } from '../reports/visibility.ts'

export type EdgeRow = {
  by_id: string
  other_id: string
  verdict: Verdict
  judged_at: Date
  is_claim: boolean
}

/** Verdicts and claims that touch any of the reports; those with a hidden report do not count. */
export function listEdges(db: Db, ids: readonly string[], limit: number) {
  return db<EdgeRow[]>`
    select e.by_id, e.other_id, e.verdict, e.judged_at, e.is_claim
    from animal_edges e
    join reports by_report on by_report.id = e.by_id
    join reports other on other.id = e.other_id
    where (e.by_id = any(${ids as string[]}::uuid[]) or e.other_id = any(${ids as string[]}::uuid[]))
      and ${visible(db, 'by_report')}
      and ${visible(db, 'other')}
    order by e.judged_at, e.by_id, e.other_id, e.is_claim
    limit ${limit}`
}

export type AnimalSubjectRow = {
  id: string
  kind: Kind
  species: Species
  status: Status
  resolution: Resolution | null
}

export async function findAnimalSubject(
  db: Db,
  id: string,
  options: { publicOnly: boolean },
): Promise<AnimalSubjectRow | undefined> {
  const [row] = await db<AnimalSubjectRow[]>`
    select r.id, r.kind, r.species, r.status, r.resolution
    from reports r
    where r.id = ${id}
      ${options.publicOnly ? db`and ${visible(db)}` : db``}`
  return row
}

/** Public views of all of these, oldest first. */
export async function listReportsById(db: Db, ids: readonly string[]): Promise<ReportRow[]> {
  return db<ReportRow[]>`
    select ${publicColumns(db)}
    from reports r
    where r.id = any(${ids as string[]}::uuid[])
      and ${visible(db)}
    order by r.occurred_at, r.id
    limit ${ids.length}`
}

/**
 * Active reports of the same side, place and day. By public points only: by true ones, whoever posts at a guessed
 * place could ask whether somebody hides nearby.
 */
export function listCompanions(
  db: Db,
  own: Pick<ReportRow, 'id' | 'kind' | 'public_lng' | 'public_lat' | 'occurred_at'>,
  within: { radiusM: number; hours: number; limit: number },
) {
  const spanMs = within.hours * 3_600_000
  const here = db`st_setsrid(st_makepoint(${own.public_lng}, ${own.public_lat}), 4326)::geography`
  return db<ReportRow[]>`
    select ${publicColumns(db)}
    from reports r
    where r.status = 'active'
      and r.id <> ${own.id}
      and r.kind = any(${own.kind === 'lost' ? ['lost'] : ['found', 'found_deceased']})
      and r.occurred_at between ${new Date(own.occurred_at.getTime() - spanMs)}
        and ${new Date(own.occurred_at.getTime() + spanMs)}
      and st_dwithin(r.public_location, ${here}, ${within.radiusM})
    order by r.occurred_at, r.id
    limit ${within.limit}`
}

export async function saveVerdict(
  db: Db,
  row: { by: string; other: string; verdict: Verdict; at: Date },
): Promise<void> {
  await db`
    insert into animal_verdicts (by_report_id, other_id, verdict, judged_at)
    values (${row.by}, ${row.other}, ${row.verdict}, ${row.at})
    on conflict (by_report_id, other_id) do update
    set verdict = excluded.verdict, judged_at = excluded.judged_at`
}

export async function deleteVerdict(db: Db, by: string, other: string): Promise<void> {
  await db`
    delete from animal_verdicts
    where by_report_id = ${by}
      and other_id = ${other}`
}

export type ToldAuthor = { email: string | null; language: Language | null; name: string | null }

/**
 * The author of an active report, once for each closed one.
 * @returns undefined when they were told before, or are not to be told
 */
export async function claimClosing(
  db: Db,
  pair: { reportId: string; closedId: string; at: Date },
): Promise<ToldAuthor | undefined> {
  const [row] = await db<ToldAuthor[]>`
    with told as (
      insert into animal_closings (report_id, closed_id, told_at)
      select id, ${pair.closedId}, ${pair.at}
      from reports
      where id = ${pair.reportId}
        and status = 'active'
        and not is_demo
      on conflict (report_id, closed_id) do nothing
      returning report_id
    )
    select r.contact_email as email, r.language, r.name
    from told
    join reports r on r.id = told.report_id`
  return row
}
