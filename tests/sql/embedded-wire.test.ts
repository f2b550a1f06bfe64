import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Sql } from '../../api/db/connect.ts'
import { openTestDatabase } from '../setup/database.ts'
import { fuzz } from '../setup/fuzz.ts'

/*
 * Versions of the embedded engine handed out another query's rows after an error (docs/decisions.md). Whatever fails
 * in between, each query must get its own answer, on every engine.
 */

let sql: Sql
beforeAll(async () => {
  ;({ sql } = await openTestDatabase())
  await sql`drop table if exists wire_test`
  await sql`create table wire_test (id int primary key, constraint wire_test_check check (id >= 0))`
  await sql`insert into wire_test values (1)`
})

type Step = { name: string; run: (marker: number) => Promise<unknown> }

const passing: Step[] = [
  { name: 'one row', run: async (marker) => (await sql`select ${marker}::int as value`)[0]?.['value'] },
  {
    name: 'many rows',
    run: async (marker) => {
      const rows = await sql`select ${marker}::int as value from generate_series(1, 40)`
      return rows.length === 40 && rows.every((row) => row['value'] === marker) ? marker : rows
    },
  },
  {
    name: 'no rows',
    run: async (marker) =>
      (await sql`select 1 from wire_test where id = -1`).length === 0 ? marker : 'rows',
  },
  {
    name: 'an array and a text',
    run: async (marker) => {
      const [row] = await sql`select ${[marker, 2]}::int[] as list, ${`n${marker}`}::text as word`
      return row?.['list'][0] === marker && row?.['word'] === `n${marker}` ? marker : row
    },
  },
  {
    name: 'a transaction with a failure inside',
    run: (marker) =>
      sql.begin(async (tx) => {
        await tx.savepoint((inner) => inner`insert into wire_test values (1)`).catch(() => {})
        return (await tx`select ${marker}::int as value`)[0]?.['value']
      }),
  },
]

/**
 * None fails after its first row: there the driver itself, on any engine, shifts the rows of the next query
 * (https://github.com/porsager/postgres/issues/1181). Ours sort or aggregate, so they fail before.
 */
const failing: Step[] = [
  { name: 'a division by zero', run: (marker) => sql`select ${marker}::int / 0` },
  { name: 'a table that is not there', run: () => sql`select * from no_such_table` },
  { name: 'bad syntax', run: () => sql`selec 1` },
  { name: 'a taken key', run: () => sql`insert into wire_test values (1)` },
  { name: 'a broken rule', run: () => sql`insert into wire_test values (-5)` },
  { name: 'a parameter of the wrong type', run: () => sql`select ${'x'}::text::int` },
  {
    name: 'a transaction that throws',
    run: () =>
      sql.begin(async (tx) => {
        await tx`select 1`
        await tx`select 1 / 0`
      }),
  },
]

const step = fc.oneof(
  fc.constantFrom(...passing).map((chosen) => ({ ...chosen, fails: false })),
  fc.constantFrom(...failing).map((chosen) => ({ ...chosen, fails: true })),
)

test('gives each query its own rows, whatever failed before, after and beside it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 24 }), fc.boolean(), async (steps, atOnce) => {
      const outcome = async ({ run }: Step, marker: number) => {
        try {
          return { value: await run(marker) }
        } catch {
          return 'failed'
        }
      }
      const outcomes: unknown[] = []
      if (atOnce) outcomes.push(...(await Promise.all(steps.map(outcome))))
      else for (const [marker, chosen] of steps.entries()) outcomes.push(await outcome(chosen, marker))
      expect(outcomes).toEqual(steps.map(({ fails }, marker) => (fails ? 'failed' : { value: marker })))
    }),
    fuzz(60),
  )
  await sql`drop table wire_test`
})
