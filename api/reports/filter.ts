import type { Db, SqlPart } from '../db/connect.ts'
import { isDenied } from './denied.ts'
import type { ReportFilter } from './schema.ts'

/**
 * The conditions of a list's or a tile's filter but for its status, each beginning with `and`, on a table named `r`.
 * All of them work on public columns only.
 */
export function filterConditions(sql: Db, filter: ReportFilter) {
  const { kind, species, q, bbox, aboutReportId, withDenied } = filter
  return sql`
    ${timeConditions(sql, filter)}
    ${kind ? sql`and r.kind = any(${kind})` : sql``}
    ${species ? sql`and r.species = any(${species})` : sql``}
    ${aboutReportId ? sql`and r.about_report_id = ${aboutReportId}` : sql``}
    ${aboutReportId && !withDenied ? sql`and not ${isDenied(sql, 'r')}` : sql``}
    ${bbox ? bboxCondition(sql, bbox) : sql``}
    ${q ? sql`and r.search @@ report_search_query(${q})` : sql``}`
}

export function timeConditions(sql: Db, { since, until }: Pick<ReportFilter, 'since' | 'until'>) {
  return sql`
    ${since ? sql`and r.occurred_at >= ${since}` : sql``}
    ${until ? sql`and r.occurred_at <= ${until}` : sql``}`
}

/**
 * What `read` finds of each status by itself, put together. One condition on two statuses would leave the partial
 * indexes out of order, and out of joins. The status is written out, so that they serve under any plan.
 */
export function readEachStatus(
  sql: Db,
  statuses: ReportFilter['status'] = ['active'],
  read: (ofStatus: SqlPart) => SqlPart,
): SqlPart {
  const conditions = {
    active: sql`r.status = 'active'`,
    reunited: sql`r.status = 'reunited'`,
    expired: sql`r.status = 'expired'`,
  }
  return statuses
    .map((status) => sql`(${read(conditions[status])})`)
    .reduce((all, next) => sql`${all} union all ${next}`)
}

function bboxCondition(sql: Db, { west, south, east, north }: NonNullable<ReportFilter['bbox']>) {
  if (west <= east) {
    return sql`and r.public_location::geometry && st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)`
  }
  return sql`
    and (
      r.public_location::geometry && st_makeenvelope(${west}, ${south}, 180, ${north}, 4326)
      or r.public_location::geometry && st_makeenvelope(-180, ${south}, ${east}, ${north}, 4326)
    )`
}
