import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import type { Sql } from '../../api/db/connect.ts'
import type { AppEnv } from '../../api/http/env.ts'
import { answerError } from '../../api/http/problem.ts'
import { openTestDatabase } from '../setup/database.ts'

/** Written by jobs alone, which try again, or in the transaction that makes what they point at. */
const NOT_BY_REQUESTS = /^(match_pairs|animal_closings|idempotency_keys)_|^match_verdicts_outcome_fk$/

let sql: Sql
beforeAll(async () => {
  sql = (await openTestDatabase()).sql
})

test('what a request adds to a report that is deleted meanwhile is answered as to an unknown report', async () => {
  const keys = await sql<{ name: string }[]>`
    select conname as name
    from pg_constraint
    where contype = 'f'
      and connamespace = 'public'::regnamespace
    order by conname`
  const names = keys.map(({ name }) => name).filter((name) => !NOT_BY_REQUESTS.test(name))
  expect(names.length).toBeGreaterThan(5)
  for (const name of names) {
    const app = new Hono<AppEnv>()
    app.onError(answerError)
    app.get('/', (c) => {
      c.set('log', { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} })
      throw Object.assign(new Error('violates a foreign key'), { code: '23503', constraint_name: name })
    })
    expect((await app.request('/')).status, name).toBe(name === 'reports_about_report_fk' ? 422 : 404)
  }
})
