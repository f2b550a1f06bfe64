import type { Db } from '../db/connect.ts'
import type { Kind, Language } from '../domain/vocabulary.ts'

export type Lapse = { kind: Kind; untouchedSince: Date; limit: number }

export type AskedAuthor = {
  id: string
  kind: Kind
  email: string
  language: Language | null
  name: string | null
}

/** In the very words of the partial index. */
const untouched = (db: Db, { kind, untouchedSince }: Lapse) => db`
  status = 'active'
  and not is_demo
  and import_hash is null
  and kind = ${kind}
  and updated_at < ${untouchedSince}`

/** Marks those that are to be asked about, once for each time that they were touched. */
export function claimQuestions(db: Db, lapse: Lapse, at: Date): Promise<AskedAuthor[]> {
  return db<AskedAuthor[]>`
    update reports r
    set asked_to_keep_at = ${at}
    from (
      select id
      from reports
      where ${untouched(db, lapse)}
        and contact_email is not null
        and (asked_to_keep_at is null or asked_to_keep_at < updated_at)
      order by updated_at
      limit ${lapse.limit}
      for update skip locked
    ) due
    where r.id = due.id
    returning r.id, r.kind, r.contact_email as email, r.language, r.name`
}

/** Whoever has an address had until now, from `askedBefore` on, to answer. */
export async function expireUntouched(db: Db, lapse: Lapse, askedBefore: Date): Promise<void> {
  await db`
    update reports r
    set status = 'expired'
    from (
      select id
      from reports
      where ${untouched(db, lapse)}
        and (contact_email is null or asked_to_keep_at between updated_at and ${askedBefore})
      order by updated_at
      limit ${lapse.limit}
      for update skip locked
    ) due
    where r.id = due.id`
}

/** Brings an expired report back; an active one counts as touched now, and what is over or hidden stays as it is. */
export async function keepReportRow(db: Db, id: string, at: Date): Promise<void> {
  await db`
    update reports
    set status = 'active', updated_at = ${at}
    where id = ${id}
      and status in ('active', 'expired')`
}

export async function findAskedAt(db: Db, id: string): Promise<Date | undefined> {
  const [row] = await db<{ asked_to_keep_at: Date | null }[]>`
    select asked_to_keep_at
    from reports
    where id = ${id}`
  return row?.asked_to_keep_at ?? undefined
}
