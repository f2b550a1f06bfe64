import type { Db } from '../db/connect.ts'
import { type AnimalGraph, buildAnimalGraph, type SignedEdge } from './graph.ts'
import { listEdges } from './queries.ts'

/** More reports than one animal can have; past these, edges are somebody's game. */
const MOST_REPORTS = 300
const MOST_EDGES = 2_000

export type LoadedGraph = AnimalGraph & { edges: readonly SignedEdge[] }

/**
 * The graph around one report: all that "same" leads to, all that is said to differ from these, and what is the same
 * as that. Edges further away cannot change this report's animal.
 */
export async function loadAnimalGraph(db: Db, id: string): Promise<LoadedGraph> {
  const edges = new Map<string, SignedEdge>()
  const near = await followSame(db, [id], edges)
  const differing = otherEnds(edges.values(), near, ['different'])
  await followSame(db, differing, edges, near)
  const list = [...edges.values()]
  return { ...buildAnimalGraph(list), edges: list }
}

async function followSame(
  db: Db,
  from: readonly string[],
  edges: Map<string, SignedEdge>,
  seen: ReadonlySet<string> = new Set(),
): Promise<Set<string>> {
  const reached = new Set([...seen, ...from])
  let frontier = from.filter((id) => !seen.has(id))
  while (frontier.length > 0 && reached.size <= MOST_REPORTS) {
    const rows = await listEdges(db, frontier, MOST_EDGES)
    const fresh = rows.map(
      (row): SignedEdge => ({
        by: row.by_id,
        other: row.other_id,
        verdict: row.verdict,
        judgedAtMs: row.judged_at.getTime(),
        isClaim: row.is_claim,
      }),
    )
    for (const edge of fresh) edges.set(`${edge.by} ${edge.other} ${edge.isClaim}`, edge)
    frontier = otherEnds(fresh, new Set(frontier), ['same']).filter((id) => !reached.has(id))
    for (const id of frontier) reached.add(id)
  }
  return reached
}

/** Reports that edges of these verdicts lead to from `ids`. */
function otherEnds(
  edges: Iterable<SignedEdge>,
  ids: ReadonlySet<string>,
  verdicts: readonly SignedEdge['verdict'][],
): string[] {
  const ends = new Set<string>()
  for (const { by, other, verdict } of edges) {
    if (!verdicts.includes(verdict)) continue
    if (ids.has(by)) ends.add(other)
    if (ids.has(other)) ends.add(by)
  }
  return [...ends]
}
