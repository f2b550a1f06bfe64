import type { Db } from '../db/connect.ts'
import type { Thoroughness } from '../domain/search-words.ts'
import type { Kind, LocationPrivacy, Species, Status, Verdict } from '../domain/vocabulary.ts'

/** A report as strangers may know it. */
export type SearchSubjectRow = {
  id: string
  kind: Kind
  species: Species
  occurred_at: Date
  public_lng: number
  public_lat: number
  public_radius_m: number
  location_privacy: LocationPrivacy
  description: string | null
  /** It names a lost report that is open. */
  names_loss: boolean
  status: Status
}

/** A report that may be of the same animal, at its public point, and who says so. */
export type EvidenceRow = {
  id: string
  kind: Kind
  occurred_at: Date
  public_lng: number
  public_lat: number
  public_radius_m: number
  /** Its author named the report in question. */
  names_it: boolean
  lost_verdict: Verdict | null
  finder_verdict: Verdict | null
}

export async function findSearchSubject(db: Db, id: string): Promise<SearchSubjectRow | undefined> {
  const [row] = await db<SearchSubjectRow[]>`
    select
      r.id,
      r.kind,
      r.species,
      r.occurred_at,
      st_x(r.public_location::geometry) as public_lng,
      st_y(r.public_location::geometry) as public_lat,
      r.public_radius_m,
      r.location_privacy,
      r.description,
      l.id is not null as names_loss,
      r.status
    from reports r
    left join reports l on l.id = r.about_report_id and l.kind = 'lost' and l.status in ('active', 'expired')
    where r.id = ${id}`
  return row
}

/**
 * Newest first: reports that name this one, finders' reports that either author judged, and `members` of its animal.
 */
export function listEvidence(db: Db, id: string, members: ReadonlySet<string>) {
  return db<EvidenceRow[]>`
    select
      r.id,
      r.kind,
      r.occurred_at,
      st_x(r.public_location::geometry) as public_lng,
      st_y(r.public_location::geometry) as public_lat,
      r.public_radius_m,
      r.about_report_id is not distinct from ${id}::uuid as names_it,
      by_lost.verdict as lost_verdict,
      by_finder.verdict as finder_verdict
    from (
      select id from reports where about_report_id = ${id}
      union
      select finder_id from match_verdicts where lost_id = ${id}
      union
      select unnest(${[...members]}::uuid[])
    ) as known (id)
    join reports r on r.id = known.id
    left join match_verdicts by_lost
      on by_lost.lost_id = ${id} and by_lost.finder_id = r.id and by_lost.side = 'lost'
    left join match_verdicts by_finder
      on by_finder.lost_id = ${id} and by_finder.finder_id = r.id and by_finder.side = 'finder'
    where r.id <> ${id}
      and r.kind in ('sighting', 'found', 'shelter_intake')
      and r.status in ('active', 'reunited', 'expired')
    order by r.occurred_at desc, r.id
    limit 200`
}

export type SearchedRow = {
  id: string
  lng: number
  lat: number
  radius_m: number
  thoroughness: Thoroughness
  searched_at: Date
}

/** Newest first. */
export async function listSearchedGround(db: Db, reportId: string, limit: number): Promise<SearchedRow[]> {
  return db<SearchedRow[]>`
    select id, lng, lat, radius_m, thoroughness, searched_at
    from searched_ground
    where report_id = ${reportId}
    order by searched_at desc, id
    limit ${limit}`
}

export async function countSearchedGround(db: Db, reportId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count
    from searched_ground
    where report_id = ${reportId}`
  return row?.count ?? 0
}

export async function insertSearchedGround(
  db: Db,
  row: SearchedRow & { report_id: string; created_at: Date },
): Promise<void> {
  await db`insert into searched_ground ${db(row)}`
}

/** @returns whether there was such a circle */
export async function deleteSearchedGround(db: Db, reportId: string, id: string): Promise<boolean> {
  const rows = await db`
    delete from searched_ground
    where id = ${id}
      and report_id = ${reportId}
    returning 1`
  return rows.length > 0
}
