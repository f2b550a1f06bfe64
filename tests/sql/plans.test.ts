import { beforeAll, describe, expect, test } from 'vitest'
import { listCompanions, listEdges } from '../../api/animals/queries.ts'
import type { Sql } from '../../api/db/connect.ts'
import { quadkeyRangeOf, quadkeyShift } from '../../api/domain/geo/quadkey.ts'
import { findTiedCandidates } from '../../api/matching/candidates.ts'
import { measureDensities } from '../../api/matching/density.ts'
import { defaultParameters } from '../../api/matching/model/parameters.ts'
import { findPictureTwins } from '../../api/photos/queries.ts'
import { listNearest, listNewest } from '../../api/reports/list.ts'
import { listEvidence } from '../../api/search-area/queries.ts'
import { countCells, listTileReports } from '../../api/tiles/queries.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'
import { cityId, fillCity, planOf } from '../setup/plans.ts'

let app: TestApp
const someId = cityId(1)
const centre = { lng: 37.62, lat: 55.75 }

beforeAll(async () => {
  app = await createTestApp()
  const { sql } = app.deps
  await fillCity(sql)
  await sql`
    insert into photos (
      report_id, id, position, width, height, thumb_hash, perceptual_hash, palette, coat, created_at
    )
    select id, lpad(row_number() over ()::text, 32, 'a'), 1, 9, 9, '', (random() * 1e18)::bigint, '[]', '{}', ${NOW}
    from reports`
  await sql`analyze photos`
})

const plan = (ask: (sql: Sql) => PromiseLike<unknown>) => planOf(app.deps.sql, ask)
const readsNoTable = expect.not.stringMatching(/Seq Scan on (reports|photos)\b/)

describe('a list', () => {
  test('of the newest is read in order from the index of times', async () => {
    const newest = await plan((db) => listNewest(db, {}, undefined, 21))
    expect(newest).toContain('reports_newest')
    expect(newest).toEqual(readsNoTable)
    expect(newest).not.toContain('Sort Key: r.')
  })

  test.each([
    ['all', {}, undefined],
    ['one species', { species: ['dog' as const] }, undefined],
    ['the next page', {}, { order: 'nearest' as const, distanceM: 900, id: cityId(9) }],
    ['a circle', { radiusM: 2_000 }, undefined],
  ])(
    'of the nearest (%s) is read in order from the spatial index, on every version',
    async (_, query, cursor) => {
      const nearest = await plan((db) => listNearest(db, { near: centre, ...query }, cursor, 21))
      expect(nearest).toContain('reports_public_location')
      expect(nearest).toEqual(readsNoTable)
    },
  )

  test('of a small box is read from the spatial index', async () => {
    const bbox = { west: 37.6, south: 55.74, east: 37.61, north: 55.75 }
    const boxed = await plan((db) => listNewest(db, { bbox }, undefined, 21))
    expect(boxed).toContain('reports_public_point')
    expect(boxed).toEqual(readsNoTable)
  })
})

describe('what ended well', () => {
  const status = ['reunited' as const]

  test.each([
    ['the newest', { status }, 'reports_newest_closed'],
    [
      'a box',
      { status, bbox: { west: 37.6, south: 55.74, east: 37.61, north: 55.75 } },
      'reports_public_point_closed',
    ],
  ])('has indexes of its own: %s', async (_, query, index) => {
    const listed = await plan((db) => listNewest(db, query, undefined, 21))
    expect(listed).toContain(index)
    expect(listed).toEqual(readsNoTable)
  })

  test('has indexes of its own: the nearest, and a tile', async () => {
    const nearest = await plan((db) => listNearest(db, { near: centre, status }, undefined, 21))
    expect(nearest).toContain('reports_public_location_closed')
    const range = quadkeyRangeOf({ z: 13, x: 4952, y: 2564 })
    const tile = await plan((db) => listTileReports(db, [range], { status }))
    expect(tile).toContain('reports_tiles_closed')
    for (const each of [nearest, tile]) expect(each).toEqual(readsNoTable)
  })
})

describe('a tile', () => {
  const range = quadkeyRangeOf({ z: 13, x: 4952, y: 2564 })

  test('reads a range of the index of quadkeys', async () => {
    const cells = await plan((db) => countCells(db, range, quadkeyShift(16), {}))
    const reports = await plan((db) => listTileReports(db, [range], {}))
    for (const each of [cells, reports]) {
      expect(each).toContain('reports_tiles')
      expect(each).toEqual(readsNoTable)
    }
  })
})

describe('matching', () => {
  const viewer = {
    id: someId,
    kind: 'lost' as const,
    species: 'dog' as const,
    place: { ...centre, sigmaM: 30 },
    occurredAtMs: NOW.getTime(),
  }

  test('finds what a number or a word ties to a report by indexes', async () => {
    const tied = await plan((db) => findTiedCandidates(db, viewer, { until: NOW }))
    expect(tied).toContain('reports_about')
    expect(tied).toEqual(readsNoTable)
  })

  test('counts the reports around a place from the squares around it', async () => {
    const question = { species: 'dog', side: 'finder', places: [centre], until: NOW } as const
    const density = await plan((db) => measureDensities(db, question, defaultParameters))
    expect(density).toContain('match_density_pkey')
  })
})

describe('the reports of one animal', () => {
  test('have companions from the spatial index of public points', async () => {
    const own = { id: someId, kind: 'found', public_lng: 37.5, public_lat: 55.75, occurred_at: NOW } as const
    const companions = await plan((db) => listCompanions(db, own, { radiusM: 300, hours: 12, limit: 10 }))
    expect(companions).toMatch(/reports_public_(location|point)/)
    expect(companions).toEqual(readsNoTable)
  })

  test('have edges and evidence by their ids', async () => {
    const edges = await plan((db) => listEdges(db, [someId], 100))
    expect(edges).toContain('reports_about')
    expect(edges).toEqual(readsNoTable)
    expect(await plan((db) => listEvidence(db, someId, new Set()))).toEqual(readsNoTable)
  })
})

test('the same picture is looked for by its id, its hash and the spatial index', async () => {
  const twins = await plan((db) => findPictureTwins(db, someId, { bits: 6, radiusM: 5_000 }))
  for (const index of ['photos_id', 'photos_perceptual_hash', 'reports_public_location']) {
    expect(twins).toContain(index)
  }
  expect(twins).toEqual(readsNoTable)
})
