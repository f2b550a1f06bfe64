import type { Sql } from '../../db/connect.ts'
import { type GatheredCandidate, gatherCandidates } from '../gather.ts'
import type { Parameters } from '../model/parameters.ts'
import { rankCandidates } from '../model/rank.ts'
import type { MatchSubject } from '../model/types.ts'
import { type MatchRow, matchColumns, type TruePlaceRow, toSubject, truePlace } from '../row.ts'
import type { Truth } from './read-files.ts'

/** One lost report with all that the product's own query brought, ready to be ranked under any parameters. */
export type EvalQuery = {
  externalId: string
  viewer: MatchSubject
  /** At the places strangers see, as the product ranks them. */
  shown: GatheredCandidate[]
  /** The same at their true places. */
  candidates: GatheredCandidate[]
  /** Ids of the true counterparts, whether or not they are among the candidates. */
  trueIds: ReadonlySet<string>
  /** External ids by id, of the candidates. */
  names: ReadonlyMap<string, string>
  ms: number
}

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
  const rows = await sql<(TruePlaceRow & { external_id: string })[]>`
    select id, external_id, st_x(location::geometry) as lng, st_y(location::geometry) as lat, accuracy_m
    from reports`
  const names = new Map(rows.map((row) => [row.id, row.external_id]))
  const ids = new Map(rows.map((row) => [row.external_id, row.id]))
  const places = new Map(rows.map((row) => [row.id, truePlace(row, parameters)]))
  const lost = await sql<(MatchRow & { external_id: string })[]>`
    select ${matchColumns(sql)}, r.external_id
    from reports r
    where r.kind = 'lost'
    order by r.external_id`
  const queries: EvalQuery[] = []
  for (const row of lost) {
    const viewer = toSubject(row, places.get(row.id)!)
    const until = new Date(viewer.occurredAtMs + AS_OF_DAYS * DAY_MS)
    const startedMs = performance.now()
    const shown = await gatherCandidates(sql, viewer, parameters, { until })
    rankCandidates(viewer, shown, parameters)
    const ms = performance.now() - startedMs
    queries.push({
      externalId: row.external_id,
      viewer,
      shown,
      candidates: shown.map((candidate) => ({ ...candidate, place: places.get(candidate.id)! })),
      trueIds: new Set([...(truth.get(row.external_id) ?? [])].map((id) => ids.get(id)!)),
      names,
      ms,
    })
    onProgress(queries.length, lost.length)
  }
  return queries
}
