import { beforeEach, describe, expect, test } from 'vitest'
import { nearbyIdsQuery } from '../../api/matching/candidates.ts'
import { measureDensities } from '../../api/matching/density.ts'
import { gatherCandidates } from '../../api/matching/gather.ts'
import { defaultParameters } from '../../api/matching/model/parameters.ts'
import type { MatchSubject } from '../../api/matching/model/types.ts'
import { importReports } from '../../api/reports/import.ts'
import { matchCellOf } from '../../api/reports/public-place.ts'
import { reportBody } from '../../api/reports/schema.ts'
import { storeUnpublished } from '../../api/reports/service.ts'
import { foundDog, lostDog, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'
import { planOf } from '../setup/plans.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

const viewerOf = (id: string, over: Partial<MatchSubject> = {}): MatchSubject => ({
  id,
  kind: 'lost',
  species: 'dog',
  place: { lng: 37.62, lat: 55.75, sigmaM: 30 },
  occurredAtMs: Date.parse('2026-11-19T15:30:00Z'),
  ...over,
})

const gather = (viewer: MatchSubject, limit = 400) =>
  gatherCandidates(app.deps.sql, viewer, defaultParameters, { until: NOW, limit })

/** A year of a country: enough that the plan is no matter of taste. */
async function fillCountry(): Promise<void> {
  const { sql } = app.deps
  const cells = Array.from({ length: 400 }, (_, at) => {
    const [lng, lat] = [35 + (at % 20) / 2, 50 + Math.floor(at / 20) / 3]
    return { lng, lat, cell: matchCellOf(lng, lat) }
  })
  await sql`
    insert into reports (
      id, kind, species, occurred_at, location, location_privacy, public_location, public_radius_m,
      public_quadkey, match_cell, manage_token_hash, created_at, updated_at
    )
    select
      gen_random_uuid(),
      (array['lost', 'found', 'sighting'])[1 + n % 3],
      (array['dog', 'cat'])[1 + n % 2],
      ${NOW}::timestamptz - n * interval '80 minutes',
      place, 'exact', place, 0, n, cell, ''::bytea, ${NOW}, ${NOW}
    from generate_series(1, 6000) n
    join unnest(
      ${cells.map(({ lng }) => lng)}::float8[],
      ${cells.map(({ lat }) => lat)}::float8[],
      ${cells.map(({ cell }) => String(cell))}::bigint[]
    ) with ordinality as cells (lng, lat, cell, at) on at = 1 + (n * 7919 % 400),
    lateral (select st_setsrid(st_makepoint(lng, lat), 4326)::geography) as there (place)`
  await sql`vacuum analyze reports`
}

/** A thousand dogs spread over two degrees on one day. */
async function fillRegion(): Promise<void> {
  async function* lines() {
    for (let at = 0; at < 1000; at += 1) {
      const location = { lng: 36.6 + (at % 40) / 20, lat: 54.8 + Math.floor(at / 40) / 13 }
      yield JSON.stringify(
        foundDog({ externalId: `dog-${at}`, location, occurredAt: '2026-11-20T00:00:00Z' }),
      )
    }
  }
  await importReports(app.system, lines())
}

describe('candidates', () => {
  test('are chosen from the index of cells alone', async () => {
    await fillCountry()
    const occurredAtMs = Date.parse('2026-06-01T12:00:00Z')
    const viewer = viewerOf('00000000-0000-4000-8000-000000000000', { occurredAtMs })
    const options = { until: NOW, limit: 400 }
    const plan = await planOf(app.deps.sql, (sql) => nearbyIdsQuery(sql, viewer, defaultParameters, options))
    expect(plan).toMatch(/Index Only Scan using reports_match_finder on reports/)
    expect(plan).toMatch(/Index Cond: .*species.*occurred_at/s)
    expect(plan).not.toContain('Seq Scan')
  })

  test('are the best by place and time when there are too many', async () => {
    await fillRegion()
    const lost = await post(app, lostDog())
    const near = await post(app, foundDog())
    const candidates = await gather(viewerOf(lost.id), 20)
    expect(candidates).toHaveLength(20)
    expect(candidates[0]!.id).toBe(near.id)
  })

  test('leave out other species, the own side, and what was dated long before the loss', async () => {
    const lost = await post(app, lostDog())
    await post(app, lostDog())
    await post(app, foundDog({ species: 'cat' }))
    await post(app, foundDog({ occurredAt: '2026-11-01T10:00:00Z' }))
    expect(await gather(viewerOf(lost.id))).toEqual([])
  })

  test('reach a loss years ago from a find of today', async () => {
    const lost = await post(app, lostDog({ occurredAt: '2021-05-01T10:00:00Z' }))
    const found = await post(app, foundDog())
    const viewer = viewerOf(found.id, { kind: 'found', occurredAtMs: Date.parse('2026-11-20T07:00:00Z') })
    expect((await gather(viewer)).map(({ id }) => id)).toEqual([lost.id])
  })

  test('are read in whole cells on both sides of the date line', async () => {
    const east = { lng: 179.99, lat: 66.2 }
    const lost = await post(app, lostDog({ location: east }))
    const found = await post(app, foundDog({ location: { lng: -179.99, lat: 66.2 } }))
    const candidates = await gather(viewerOf(lost.id, { place: { ...east, sigmaM: 30 } }))
    expect(candidates.map(({ id }) => id)).toEqual([found.id])
  })
})

describe('the density of reports', () => {
  const here = { lng: 37.62, lat: 55.75 }
  const measure = () =>
    measureDensities(
      app.deps.sql,
      { species: 'dog', side: 'finder', places: [here], until: NOW },
      defaultParameters,
    )
  const total = async () => {
    const [row] = await app.deps.sql<{ reports: number }[]>`
      select coalesce(sum(reports), 0)::int as reports
      from match_density
      where side = 'finder'`
    return row!.reports
  }

  test('starts from the published value where nothing was counted', async () => {
    const [density] = await measure()
    expect(density).toBeCloseTo(
      defaultParameters.density.coldStart.dog * defaultParameters.density.areaShare,
      9,
    )
  })

  test('rises with reports near the place', async () => {
    for (let at = 0; at < 12; at += 1) await post(app, foundDog())
    const [crowded] = await measure()
    await fillRegion()
    const [still] = await measure()
    expect(crowded).toBeGreaterThan(defaultParameters.density.floorPerKm2Day)
    expect(still).toBeGreaterThanOrEqual(crowded!)
  })

  test('counts no report before it is published', async () => {
    const { sql } = app.deps
    await post(app, foundDog())
    await sql`update reports set status = 'pending'`
    expect(await total()).toBe(0)
    await sql`update reports set status = 'active'`
    expect(await total()).toBe(1)
  })

  test('is not touched by a preview, so that nobody who posts there waits for it', async () => {
    const { sql } = app.deps
    await sql.begin(async (tx) => {
      await storeUnpublished(app.system, tx, reportBody.parse(foundDog()))
      const [row] = await tx`select count(*)::int as rows from match_density`
      expect(row!['rows']).toBe(0)
    })
  })

  test('follows edits and deletions', async () => {
    const found = await post(app, foundDog())
    expect(await total()).toBe(1)
    await app.send('PATCH', `/api/reports/${found.id}`, { location: { lng: 30.31, lat: 59.94 } }, found)
    expect(await total()).toBe(1)
    await app.send('PATCH', `/api/reports/${found.id}`, { kind: 'lost' }, found)
    expect(await total()).toBe(0)
    await app.send('DELETE', `/api/reports/${found.id}`, undefined, found)
    const [row] = await app.deps.sql`select sum(reports)::int as reports from match_density`
    expect(row!['reports']).toBe(0)
  })
})
