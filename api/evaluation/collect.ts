import type { Sql } from '../db/connect.ts'
import { type GatheredCandidate, gatherCandidates } from '../matching/gather.ts'
import type { Parameters } from '../matching/model/parameters.ts'
import { rankCandidates } from '../matching/model/rank.ts'
import type { MatchSubject } from '../matching/model/types.ts'
import { type MatchRow, matchColumns, toSubject, truePlace } from '../matching/row.ts'
import { type TruePlaceRow, truePlaceColumns } from '../reports/true-place.ts'
import type { Truth } from './read-files.ts'

/** One lost report with all that the product's own query brought, ready to be ranked under any parameters. */
export type EvalQuery = {
  externalId: string
  /** At its true place, as its author asks. */
  viewer: MatchSubject
  description: string | null
  /** At the places strangers see, as the product ranks them. */
  shown: GatheredCandidate[]
  /** The same at their true places. */
  candidates: GatheredCandidate[]
  trueIds: ReadonlySet<string>
  /** The true counterparts at their true places, whether or not they are among the candidates. */
  truths: MatchSubject[]
  ms: number
}

type EvalRow = MatchRow & TruePlaceRow & { external_id: string; description: string | null }

/** Each lost report is asked for as of this long after its loss. */
export const AS_OF_DAYS = 60

const DAY_MS = 86_400_000

/** Runs the product's candidate query and scoring for every lost report, timing each. */
export async function collectQueries(
  sql: Sql,
  truth: Truth,
  parameters: Parameters,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<EvalQuery[]> {
  const rows = await readAll(sql)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const byName = new Map(rows.map((row) => [row.external_id, row]))
  const subjectAt = (row: EvalRow) => toSubject(row, truePlace(row, parameters))
  const lost = rows.filter((row) => row.kind === 'lost')
  const queries: EvalQuery[] = []
  for (const row of lost) {
    const viewer = subjectAt(row)
    const until = new Date(viewer.occurredAtMs + AS_OF_DAYS * DAY_MS)
    const startedMs = performance.now()
    const shown = await gatherCandidates(sql, viewer, parameters, { until })
    rankCandidates(viewer, shown, parameters)
    const ms = performance.now() - startedMs
    const truths = [...(truth.get(row.external_id) ?? [])].map((name) => subjectAt(byName.get(name)!))
    queries.push({
      externalId: row.external_id,
      viewer,
      description: row.description,
      shown,
      candidates: shown.map((each) => ({ ...each, place: truePlace(byId.get(each.id)!, parameters) })),
      trueIds: new Set(truths.map(({ id }) => id)),
      truths,
      ms,
    })
    onProgress(queries.length, lost.length)
  }
  return queries
}

function readAll(sql: Sql): Promise<EvalRow[]> {
  return sql<EvalRow[]>`
    select
      ${matchColumns(sql)},
      r.external_id,
      r.description,
      ${truePlaceColumns(sql)}
    from reports r
    order by r.external_id`
}
