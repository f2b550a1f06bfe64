import { FINDER_KINDS } from '../../../api/domain/vocabulary.ts'
import { coverCircle } from '../../../api/matching/reach.ts'
import type { NewReport } from '../../../api/reports/queries.ts'
import { publicColumns } from '../../../api/reports/row.ts'
import { toStoredFields } from '../../../api/reports/store.ts'
import type { Engine } from '../engine.ts'
import { createRandom, makeReport } from '../seed.ts'
import { answerOf, postReport } from './ask.ts'
import type { Operation } from './operation.ts'

/** Floor: the row and its job in one transaction. */
export function createOperation(engine: Engine): Operation {
  const { sql, clock } = engine.deps
  const random = createRandom(1)
  const prepared = toStoredFields(engine.system, makeReport(random, clock()))
  return {
    name: 'create a report',
    product: () => postReport(engine, makeReport(random, clock())),
    floor: async () => {
      const id = crypto.randomUUID()
      const row: NewReport = {
        ...(await prepared),
        id,
        manage_token_hash: new Uint8Array(32),
        is_demo: false,
        created_at: clock(),
      }
      await sql.begin(async (tx) => {
        await tx`insert into reports ${tx(row)}`
        await tx`
          insert into jobs (type, payload, dedupe_key, run_at, created_at)
          values ('match.refresh', ${tx.json({ reportId: id })}, ${id}, now(), now())`
      })
    },
  }
}

/** Floor: the rows that place, time and species leave, by the covering index, and the 30 best in full. */
export async function matchOperation(engine: Engine): Promise<Operation> {
  const { sql, clock } = engine.deps
  const random = createRandom(2)
  const reports = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const body = { ...makeReport(random, clock()), kind: 'lost', species: 'dog' } as const
      const occurredAt = new Date(clock().getTime() - random() * 20 * 86_400_000)
      return {
        ...(await postReport(engine, { ...body, occurredAt: occurredAt.toISOString() })),
        occurredAt,
        body,
      }
    }),
  )
  const next = cycle(reports)
  const nextFloor = cycle(reports)
  return {
    name: 'match a report',
    product: () => answerOf(engine, `/api/reports/${next().id}/matches`),
    floor: async () => {
      const { body, occurredAt } = nextFloor()
      const cells = coverCircle(body.location, 60_000).map(String)
      const rows = await sql<{ id: string }[]>`
        select id, kind, occurred_at, public_lng, public_lat, public_radius_m, match_codes
        from reports
        where status = 'active'
          and species = 'dog'
          and kind = any(${[...FINDER_KINDS]})
          and match_cell = any(${cells}::bigint[])
          and occurred_at >= ${occurredAt}
        order by occurred_at
        limit 400`
      const best = rows.slice(0, 30).map((row) => row.id)
      await sql`select ${publicColumns(sql)} from reports r where r.id = any(${best}::uuid[])`
    },
  }
}

function cycle<T>(list: readonly T[]): () => T {
  let at = 0
  return () => list[at++ % list.length] as T
}
