import { beforeAll, expect, test } from 'vitest'
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

test('the nearest reports on both sides of the 180th meridian are listed from on top of it', async () => {
  const { sql } = app.deps
  await sql`
    insert into reports (
      id, kind, species, occurred_at, location, location_privacy, public_location, public_radius_m,
      public_quadkey, match_cell, manage_token_hash, created_at, updated_at
    )
    select
      gen_random_uuid(), 'found', 'dog', ${NOW}, place, 'exact', place, 0, 0, 0, ''::bytea, ${NOW}, ${NOW}
    from generate_series(1, 60) n,
      lateral (
        select st_setsrid(st_makepoint(case when n % 2 = 0 then 180 else -180 end, n % 3 * 15), 4326)::geography
      ) as at (place)`
  await sql`analyze reports`
  for (const near of ['180,15', '-180,15', '180,0', '-180,0']) {
    const seen: string[] = []
    let path: string | undefined = `/api/reports?near=${near}&radiusM=10000000&limit=25`
    while (path) {
      const response = await app.request(path)
      expect(response.status, near).toBe(200)
      const page = await response.json()
      seen.push(...page.features.map((feature: { id: string }) => feature.id))
      path = page.links.next
    }
    expect(new Set(seen).size, near).toBeGreaterThanOrEqual(60)
    expect(new Set(seen).size).toBe(seen.length)
  }
})
