import type { Db } from '../db/connect.ts'

/** Where it really was; `accuracy_m` as its author gave it. For the author and for what nobody sees. */
export type TruePlaceRow = { lng: number; lat: number; accuracy_m: number | null }

/** Columns of a TruePlaceRow; the table must be named `r`. Nothing else in api/ selects `location`; a test holds it. */
export function truePlaceColumns(db: Db) {
  return db`
    st_x(r.location::geometry) as lng,
    st_y(r.location::geometry) as lat,
    r.accuracy_m`
}

export async function findTruePlace(db: Db, id: string): Promise<TruePlaceRow | undefined> {
  const [row] = await db<TruePlaceRow[]>`
    select ${truePlaceColumns(db)}
    from reports r
    where r.id = ${id}`
  return row
}
