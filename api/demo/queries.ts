import type { Db } from '../db/connect.ts'

export type DemoState = { builtFor: Date; state: 'loading' | 'loaded' | 'cleared' }

export async function findDemoState(db: Db): Promise<DemoState | undefined> {
  const [row] = await db<DemoState[]>`
    select built_for as "builtFor", state
    from demo_city`
  return row
}

export async function saveDemoState(db: Db, { builtFor, state }: DemoState): Promise<void> {
  await db`
    insert into demo_city (built_for, state)
    values (${builtFor}, ${state})
    on conflict (id) do update
    set built_for = excluded.built_for, state = excluded.state`
}

export async function hasReports(db: Db): Promise<boolean> {
  const rows = await db`select 1 from reports limit 1`
  return rows.length > 0
}

/** Demo reports that are there, with how many photos each has. */
export async function countDemoPhotos(db: Db): Promise<Map<string, number>> {
  const rows = await db<{ id: string; photos: number }[]>`
    select r.id, count(p.id)::int as photos
    from reports r
    left join photos p on p.report_id = r.id
    where r.is_demo
    group by r.id`
  return new Map(rows.map((row) => [row.id, row.photos]))
}

export async function findDemoIds(db: Db, limit: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id
    from reports
    where is_demo
    limit ${limit}`
  return rows.map((row) => row.id)
}

export async function findPhotoIds(db: Db, reportIds: readonly string[]): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select distinct id
    from photos
    where report_id in ${db(reportIds)}`
  return rows.map((row) => row.id)
}

/** With what was judged of them: a demonstration must not calibrate anything. */
export async function deleteDemoReports(db: Db, ids: readonly string[]): Promise<void> {
  await db`
    with judged as (
      delete from match_verdicts
      where lost_id in ${db(ids)}
        or finder_id in ${db(ids)}
      returning outcome_id
    )
    delete from match_outcomes
    where id in (select outcome_id from judged)`
  await db`
    delete from reports
    where is_demo
      and id in ${db(ids)}`
}
