import { beforeAll, describe, expect, test } from 'vitest'
import { listCompanions, listEdges } from '../../api/animals/queries.ts'
import type { Sql } from '../../api/db/connect.ts'
import { quadkeyRangeOf, quadkeyShift } from '../../api/domain/geo/quadkey.ts'
import { findTiedCandidates } from '../../api/matching/candidates.ts'
import { measureDensities } from '../../api/matching/density.ts'
import { defaultParameters } from '../../api/matching/model/parameters.ts'
import { findPictureTwins } from '../../api/photos/queries.ts'
import type { Cursor } from '../../api/reports/cursor.ts'
import { orderOf } from '../../api/reports/list-order.ts'
import { findWalkEnd, gatherMatches, readInOrder, walkOrder } from '../../api/reports/list-page.ts'
import type { ReportListQuery } from '../../api/reports/schema.ts'
import { claimQuestions, expireUntouched } from '../../api/reports/untouched.ts'
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

const uses = (index: string) => expect.stringMatching(new RegExp(`\\b${index}\\b`))
/** Merging what indexes give in order is no sort. */
const sortsNoReports = expect.not.stringMatching(
  /Sort {2}\(.*\n +Sort Key: \(*r_?\d*\.(occurred_at|public_location)/,
)

const PAGE = 21
const inOrder = (query: ReportListQuery, cursor?: Cursor) =>
  plan((db) => readInOrder(db, query, orderOf(db, query, cursor), PAGE))
const walk = (query: ReportListQuery) =>
  plan((db) => walkOrder(db, query, orderOf(db, query, undefined), PAGE, 400))
const walkEnd = (query: ReportListQuery) =>
  plan((db) => findWalkEnd(db, query, orderOf(db, query, undefined), 400))
const gather = (query: ReportListQuery) =>
  plan((db) => gatherMatches(db, query, orderOf(db, query, undefined), PAGE, 1_000))

const smallBox = { west: 37.6, south: 55.74, east: 37.61, north: 55.75 }
const ended = ['reunited' as const]
const both = ['active' as const, 'reunited' as const]

describe('a list', () => {
  test.each([
    ['all', {}, ['reports_newest']],
    ['what ended well', { status: ended }, ['reports_newest_closed']],
    ['both at once', { status: both }, ['reports_newest', 'reports_newest_closed']],
  ])('of the newest (%s) is read in order from the index of times', async (_, query, indexes) => {
    const newest = await inOrder(query)
    for (const index of indexes) expect(newest).toEqual(uses(index))
    expect(newest).toEqual(readsNoTable)
    expect(newest).toEqual(sortsNoReports)
  })

  test.each([
    ['all', {}, undefined],
    ['one species', { species: ['dog' as const] }, undefined],
    ['the next page', {}, { order: 'nearest' as const, distanceM: 900, id: cityId(9) }],
    ['a circle', { radiusM: 2_000 }, undefined],
    ['what ended well', { status: ended }, undefined],
    ['both at once', { status: both }, undefined],
  ])(
    'of the nearest (%s) is read in order from the spatial index, on every version',
    async (_, query, cursor) => {
      const nearest = await inOrder({ near: centre, ...query }, cursor)
      expect(nearest).toContain('reports_public_location')
      expect(nearest).toEqual(readsNoTable)
    },
  )

  test.each([
    ['newest', { q: 'dog' }, ['reports_newest']],
    ['newest of two statuses', { q: 'dog', status: both }, ['reports_newest', 'reports_newest_closed']],
    ['nearest', { q: 'dog', near: centre }, ['reports_public_location']],
  ])('of what has a common word (%s) is a walk of bounded length in order', async (_, query, indexes) => {
    for (const each of [await walk(query), await walkEnd(query)]) {
      for (const index of indexes) expect(each).toEqual(uses(index))
      expect(each).toEqual(readsNoTable)
      expect(each).toEqual(sortsNoReports)
    }
  })

  test.each([
    ['a rare word', { q: 'rare' }, ['reports_search']],
    ['a rare word, nearest first', { q: 'rare', near: centre }, ['reports_search']],
    ['a small box', { bbox: smallBox }, ['reports_public_point']],
    ['a small box of what ended well', { bbox: smallBox, status: ended }, ['reports_public_point_closed']],
    [
      'a small box of both at once',
      { bbox: smallBox, status: both },
      ['reports_public_point', 'reports_public_point_closed'],
    ],
  ])('of %s is gathered from its own index', async (_, query, indexes) => {
    const gathered = await gather(query)
    for (const index of indexes) expect(gathered).toEqual(uses(index))
    expect(gathered).toEqual(readsNoTable)
  })
})

describe('a tile', () => {
  const range = quadkeyRangeOf({ z: 13, x: 4952, y: 2564 })

  test.each([
    ['all', {}, ['reports_tiles']],
    ['what ended well', { status: ended }, ['reports_tiles_closed']],
    ['both at once', { status: both }, ['reports_tiles', 'reports_tiles_closed']],
  ])('reads a range of the index of quadkeys (%s)', async (_, filter, indexes) => {
    const cells = await plan((db) => countCells(db, range, quadkeyShift(16), filter))
    const reports = await plan((db) => listTileReports(db, [range], filter))
    for (const each of [cells, reports]) {
      for (const index of indexes) expect(each).toEqual(uses(index))
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

test('what nobody touches is found by an index of its own', async () => {
  const untouchedSince = new Date(NOW.getTime() - 300 * 86_400_000)
  const lapse = { kind: 'lost', untouchedSince, limit: 200 } as const
  for (const each of [
    await plan((db) => claimQuestions(db, lapse, NOW)),
    await plan((db) => expireUntouched(db, lapse, untouchedSince)),
  ]) {
    expect(each).toContain('reports_untouched')
    expect(each).toEqual(readsNoTable)
  }
})

test('the same picture is looked for by its id, its hash and the spatial index', async () => {
  const twins = await plan((db) => findPictureTwins(db, someId, { bits: 6, radiusM: 5_000 }))
  for (const index of ['photos_id', 'photos_perceptual_hash', 'reports_public_location']) {
    expect(twins).toContain(index)
  }
  expect(twins).toEqual(readsNoTable)
})
