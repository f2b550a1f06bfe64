import { expect } from 'vitest'
import type { Sql } from '../../../api/db/connect.ts'

export type Fault = { pointer: string; code: string; detail?: string }

export type ProblemBody = {
  type: string
  title: string
  status: number
  detail?: string
  errors?: Fault[]
  requestId: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads a refusal and checks that it is a whole problem document (RFC 9457) with the contract's additions. */
export async function readProblem(response: Response): Promise<ProblemBody> {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  const problem = (await response.json()) as ProblemBody
  expect(problem.type).toMatch(/^\/problems\/[a-z-]+$/)
  expect(problem.title.length).toBeGreaterThan(3)
  expect(problem.status).toBe(response.status)
  expect(problem.requestId).toMatch(UUID)
  expect(response.headers.get('X-Request-Id')).toBe(problem.requestId)
  for (const fault of problem.errors ?? []) {
    expect(fault.pointer).toMatch(/^(|(\/.*)+|\?.*|[a-z-]+:)$/s)
    expect(fault.code).toMatch(/^[a-z0-9_]+$/)
  }
  if (response.status === 429) expect(response.headers.get('Retry-After')).toMatch(/^\d+$/)
  return problem
}

/** Counts and hashes every row of every table but those that only count requests. */
export async function fingerprint(sql: Sql): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select tablename as name
    from pg_tables
    where schemaname = 'public'
      and tablename not in ('migrations', 'spatial_ref_sys', 'rate_counts')
    order by tablename`
  const parts: string[] = []
  for (const { name } of tables) {
    const [row] = await sql<{ count: bigint; hash: string | null }[]>`
      select count(*) as count, sum(hashtextextended(t::text, 0))::text as hash
      from ${sql(name)} t`
    parts.push(`${name} ${row?.count} ${row?.hash}`)
  }
  return parts.join('\n')
}
