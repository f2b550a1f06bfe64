import type { Db, SqlPart } from '../db/connect.ts'
import type { Cursor } from './cursor.ts'
import { filterConditions, readEachStatus } from './filter.ts'
import { type ListOrder, orderOf, type RankedRow } from './list-order.ts'
import { publicColumns, type ReportRow } from './row.ts'
import type { ReportListQuery } from './schema.ts'

/** `distance_m` is null in a list of the newest. */
type ListRow = ReportRow & RankedRow & { distance_m: number | null }
type ListPage = { rows: ListRow[]; next?: Cursor | undefined }

/** How many reports one page may read: in the order of the list, and of those that fit by an index of their own. */
export type ListBudget = { few: number; walk: number; gather: number }

const BUDGET: ListBudget = { few: 500, walk: 2_000, gather: 10_000 }

/**
 * Words and boxes leave out reports that the order's index holds, so their work is bounded: common ones are met early in
 * the order, rare ones are gathered by their own index and sorted, and what is neither gives a shorter page, also an
 * empty one, that has a next.
 */
export async function listPage(
  sql: Db,
  query: ReportListQuery,
  cursor: Cursor | undefined,
  limit: number,
  budget = BUDGET,
): Promise<ListPage> {
  try {
    return await readPage(sql, query, orderOf(sql, query, cursor), limit, budget)
  } catch (error) {
    // Within centimetres of the 180th meridian PostGIS rounds a distance below the bound that its index gave, and
    // PostgreSQL refuses rows "in wrong order". There the rows are sorted instead.
    if (!(error instanceof Error && 'code' in error && error.code === 'XX000')) throw error
    return readPage(sql, query, orderOf(sql, query, cursor, { sorted: true }), limit, budget)
  }
}

async function readPage(
  sql: Db,
  query: ReportListQuery,
  order: ListOrder,
  limit: number,
  budget: ListBudget,
): Promise<ListPage> {
  const { rows, seenTo } = await findRows(sql, query, order, limit + 1, budget)
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? order.after(shown.at(-1)!) : seenTo }
}

/** `seenTo`: how far was looked, where that was not to the end. */
async function findRows(
  sql: Db,
  query: ReportListQuery,
  order: ListOrder,
  limit: number,
  budget: ListBudget,
): Promise<{ rows: ListRow[]; seenTo?: Cursor }> {
  if (!query.q && !query.bbox) return { rows: await readInOrder(sql, query, order, limit) }
  // An index of places stops early; one of words finds every place of a common word first.
  const few = query.q ? undefined : await gatherMatches(sql, query, order, limit, budget.few)
  if (few) return { rows: few }
  const walked = await walkOrder(sql, query, order, limit, budget.walk)
  if (walked.length >= limit) return { rows: walked }
  const seenTo = await findWalkEnd(sql, query, order, budget.walk)
  if (!seenTo) return { rows: walked }
  const gathered = await gatherMatches(sql, query, order, limit, budget.gather)
  return gathered ? { rows: gathered } : { rows: walked, seenTo }
}

/** Every report that fits, in order. */
export function readInOrder(sql: Db, query: ReportListQuery, order: ListOrder, limit: number) {
  const fitting = rankEachStatus(sql, query, order, {
    conditions: filterConditions(sql, query),
    end: firstInOrder(sql, order, limit),
  })
  return readRows(sql, order, limit, sql`select r.id, r.rank from (${fitting}) r`)
}

/** Those that fit among the first `budget` reports of the order; stops as soon as there are enough. */
export function walkOrder(sql: Db, query: ReportListQuery, order: ListOrder, limit: number, budget: number) {
  const first = rankEachStatus(sql, query, order, {
    extra: sql`, (true ${filterConditions(sql, query)}) as fits`,
    end: firstInOrder(sql, order, budget),
  })
  return readRows(
    sql,
    order,
    limit,
    sql`
      select r.id, r.rank
      from (
        select r.id, r.rank, r.fits
        from (${first}) r
        order by ${order.byRank}
        fetch first (${budget}) rows with ties
      ) r
      where r.fits
      order by ${order.byRank}
      fetch first (${limit}) rows with ties`,
  )
}

/** Where the walk of so many reports ended; undefined when there are no more. */
export async function findWalkEnd(
  sql: Db,
  query: ReportListQuery,
  order: ListOrder,
  budget: number,
): Promise<Cursor | undefined> {
  const first = rankEachStatus(sql, query, order, {
    extra: sql`, ${order.key} as key`,
    end: firstInOrder(sql, order, budget),
  })
  const [last] = await sql<RankedRow[]>`
    select r.id, r.key
    from (${first}) r
    order by ${order.byRank}
    offset ${budget - 1}
    limit 1`
  return last && order.afterWalk(last)
}

/** All that fit, sorted; undefined when there are more than `budget`. */
export async function gatherMatches(
  sql: Db,
  query: ReportListQuery,
  order: ListOrder,
  limit: number,
  budget: number,
): Promise<ListRow[] | undefined> {
  const fitting = rankEachStatus(sql, query, order, {
    conditions: filterConditions(sql, query),
    end: sql`limit ${budget + 1}`,
  })
  const rows = await readRows<{ gathered: number }>(
    sql,
    order,
    limit,
    sql`
      select r.id, r.rank, count(*) over ()::int as gathered
      from (${fitting}) r
      order by ${order.byRank}
      fetch first (${limit}) rows with ties`,
    sql`page.gathered,`,
  )
  return (rows[0]?.gathered ?? 0) > budget ? undefined : rows
}

/** Reports within the order's bounds with their `rank` and `extra` columns, of each status up to its own `end`. */
function rankEachStatus(
  sql: Db,
  query: ReportListQuery,
  order: ListOrder,
  { conditions = sql``, extra = sql``, end }: { conditions?: SqlPart; extra?: SqlPart; end: SqlPart },
): SqlPart {
  return readEachStatus(
    sql,
    query.status,
    (ofStatus) => sql`
      select r.id, ${order.rank} as rank ${extra}
      from reports r
      where ${ofStatus}
        ${order.bounds}
        ${conditions}
      ${end}`,
  )
}

const firstInOrder = (sql: Db, order: ListOrder, count: number) =>
  sql`order by ${order.by} fetch first (${count}) rows with ties`

/** `page` names the ids and ranks of a page; what is shown of them is read only then. */
function readRows<Extra = object>(
  sql: Db,
  order: ListOrder,
  limit: number,
  page: SqlPart,
  extra: SqlPart = sql``,
) {
  return sql<(ListRow & Extra)[]>`
    select
      ${publicColumns(sql)},
      ${extra}
      ${order.distance} as distance_m,
      ${order.key} as key
    from (${page}) page
    join reports r on r.id = page.id
    order by ${order.byPage}
    limit ${limit}`
}
