import type { Db } from '../db/connect.ts'
import type { ReportFilter } from './schema.ts'

/**
 * The conditions of a list's or a tile's filter, each beginning with `and`, on a table named `r`. All of them work
 * on public columns only.
 */
export function filterConditions(sql: Db, filter: ReportFilter) {
  const { kind, species, status, since, until, q, bbox, aboutReportId } = filter
  return sql`
    and ${statusCondition(sql, status)}
    ${kind ? sql`and r.kind = any(${kind})` : sql``}
    ${species ? sql`and r.species = any(${species})` : sql``}
    ${since ? sql`and r.occurred_at >= ${since}` : sql``}
    ${until ? sql`and r.occurred_at <= ${until}` : sql``}
    ${aboutReportId ? sql`and r.about_report_id = ${aboutReportId}` : sql``}
    ${bbox ? bboxCondition(sql, bbox) : sql``}
    ${q ? sql`and r.search @@ report_search_query(${q})` : sql``}`
}

/** A single status is written out, so that the partial indexes serve it under any plan. */
function statusCondition(sql: Db, status: ReportFilter['status'] = ['active']) {
  const [only, ...others] = status
  if (others.length > 0) return sql`r.status = any(${status})`
  if (only === 'reunited') return sql`r.status = 'reunited'`
  return only === 'expired' ? sql`r.status = 'expired'` : sql`r.status = 'active'`
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
