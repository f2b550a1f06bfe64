import { beforeAll, expect, test } from 'vitest'
import { listCompanions, listEdges } from '../../api/animals/queries.ts'
import type { Db } from '../../api/db/connect.ts'
import { listEvidence } from '../../api/search-area/queries.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

let app: TestApp
const someId = '00000000-0000-4000-8000-000000000001'

beforeAll(async () => {
  app = await createTestApp()
  const { sql } = app.deps
  // A city's year: enough that no plan is a matter of taste.
  await sql`
    insert into reports (
      id, kind, species, occurred_at, location, location_privacy, public_location, public_radius_m,
      public_quadkey, match_cell, manage_token_hash, created_at, updated_at, about_report_id
    )
    select
      ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
      (array['lost', 'found', 'sighting'])[1 + n % 3],
      'dog',
      ${NOW}::timestamptz - n * interval '2 hours',
      place, 'exact', place, 0, 0, 0, ''::bytea, ${NOW}, ${NOW},
      case when n % 50 = 0 then ('00000000-0000-4000-8000-' || lpad((n / 50)::text, 12, '0'))::uuid end
    from generate_series(1, 4000) n,
      lateral (
        select st_setsrid(st_makepoint(37 + (n * 7919 % 1000) / 1000.0, 55.5 + (n * 104729 % 1000) / 2000.0), 4326)::geography
      ) as at (place)`
  await sql`analyze reports`
})

/** The plan of a query that was made but not yet sent. */
async function planOf(make: (db: Db) => unknown): Promise<string> {
  const rows = await app.deps.sql.begin((tx) => tx`explain ${make(tx) as ReturnType<typeof tx>}`)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test('companions are read from the spatial index of public points', async () => {
  const own = { id: someId, kind: 'found', public_lng: 37.5, public_lat: 55.75, occurred_at: NOW } as const
  const plan = await planOf((db) => listCompanions(db, own, { radiusM: 300, hours: 12, limit: 10 }))
  expect(plan).toMatch(/reports_public_(location|point)/)
  expect(plan).not.toContain('Seq Scan on reports r')
})

test('edges and evidence around a report are read by its id', async () => {
  const edges = await planOf((db) => listEdges(db, [someId], 100))
  expect(edges).toContain('reports_about')
  expect(edges).not.toMatch(/Seq Scan on reports\b/)
  const evidence = await planOf((db) => listEvidence(db, someId, new Set()))
  expect(evidence).not.toMatch(/Seq Scan on reports\b/)
})
