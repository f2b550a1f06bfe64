import type { Sql } from '../db/connect.ts'
import { importReports } from '../reports/import.ts'
import type { OnBadLine, ReportLine } from './read-files.ts'
import type { Scratch } from './scratch.ts'

/**
 * Puts the reports into a scratch database by the product's own import.
 * @returns the kind of each report that was taken, by external id
 */
export async function loadReports(
  { ctx, sql }: Pick<Scratch, 'ctx' | 'sql'>,
  file: string,
  reports: readonly ReportLine[],
  onBadLine: OnBadLine,
  onProgress: (done: number) => void = () => {},
): Promise<Map<string, string>> {
  async function* texts() {
    for (const report of reports) yield report.text
  }
  const summary = await importReports(ctx, texts(), (soFar) => onProgress(soFar.lines))
  const refused = new Set<string>()
  for (const { line, errors } of [...summary.refused].sort((one, other) => one.line - other.line)) {
    const report = reports[line - 1]!
    const faults = errors.map(({ pointer, code }) => `${pointer || 'line'} ${code}`)
    onBadLine(file, report.line, faults.join(', '))
    refused.add(report.externalId)
  }
  await analyzeTables(sql)
  return new Map(reports.flatMap((r) => (refused.has(r.externalId) ? [] : [[r.externalId, r.kind]])))
}

/** A server's own housekeeping would come after the first queries. */
async function analyzeTables(sql: Sql): Promise<void> {
  await sql`vacuum analyze reports`
  await sql`vacuum analyze match_density`
}
