import { beforeAll, expect, test } from 'vitest'
import type { Db } from '../../api/db/connect.ts'
import { listNearest, listNewest } from '../../api/reports/list.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

let app: TestApp

beforeAll(async () => {
  app = await createTestApp()
  const { sql } = app.deps
  await sql`
    insert into reports (
      id, kind, species, occurred_at, location, location_privacy, public_location, public_radius_m,
      public_quadkey, match_cell, manage_token_hash, created_at, updated_at
    )
    select
      ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
      'found', 'dog', ${NOW}::timestamptz - n * interval '1 minute', place, 'exact', place, 0, 0, 0, ''::bytea, ${NOW}, ${NOW}
    from generate_series(1, 4000) n,
      lateral (
        select st_setsrid(st_makepoint(37 + (n * 7919 % 1000) / 1000.0, 55.5 + (n * 104729 % 1000) / 2000.0), 4326)::geography
      ) as at (place)`
  await sql`analyze reports`
})

async function planOf(make: (db: Db) => unknown): Promise<string> {
  const rows = await app.deps.sql.begin((tx) => tx`explain ${make(tx) as ReturnType<typeof tx>}`)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test('the nearest reports are read in order from the spatial index, on every version', async () => {
  const near = { lng: 37.62, lat: 55.75 }
  const plans = [
    await planOf((db) => listNearest(db, { near }, undefined, 21)),
    await planOf((db) => listNearest(db, { near, species: ['dog'] }, undefined, 21)),
    await planOf((db) =>
      listNearest(db, { near }, { order: 'nearest', distanceM: 900, id: crypto.randomUUID() }, 21),
    ),
  ]
  for (const plan of plans) {
    expect(plan).toContain('reports_public_location')
    expect(plan).not.toContain('Seq Scan on reports')
  }
})

test('the newest reports are read in order from the index of times', async () => {
  const plan = await planOf((db) => listNewest(db, {}, undefined, 21))
  expect(plan).toContain('reports_newest')
  expect(plan).not.toMatch(/Seq Scan on reports|Sort Key: r\./)
})
