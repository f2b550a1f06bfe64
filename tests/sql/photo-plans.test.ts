import { beforeAll, expect, test } from 'vitest'
import type { Db } from '../../api/db/connect.ts'
import { findPictureTwins } from '../../api/photos/queries.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

let app: TestApp
const someId = '00000000-0000-4000-8000-000000000001'

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
      'found', 'dog', ${NOW}, place, 'exact', place, 0, 0, 0, ''::bytea, ${NOW}, ${NOW}
    from generate_series(1, 4000) n,
      lateral (
        select st_setsrid(st_makepoint(37 + (n * 7919 % 1000) / 1000.0, 55.5 + (n * 104729 % 1000) / 2000.0), 4326)::geography
      ) as at (place)`
  await sql`
    insert into photos (
      report_id, id, position, width, height, thumb_hash, perceptual_hash, palette, coat, created_at
    )
    select id, lpad(row_number() over ()::text, 32, 'a'), 1, 9, 9, '', (random() * 1e18)::bigint, '[]', '{}', ${NOW}
    from reports`
  await sql`analyze reports, photos`
})

async function planOf(make: (db: Db) => unknown): Promise<string> {
  const rows = await app.deps.sql.begin((tx) => tx`explain ${make(tx) as ReturnType<typeof tx>}`)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test('the same picture is looked for by its id, its hash and the spatial index', async () => {
  const plan = await planOf((db) => findPictureTwins(db, someId, { bits: 6, radiusM: 5_000 }))
  for (const index of ['photos_id', 'photos_perceptual_hash', 'reports_public_location']) {
    expect(plan).toContain(index)
  }
  expect(plan).not.toMatch(/Seq Scan on (reports|photos)/)
})
