import { beforeAll, expect, test } from 'vitest'
import type { Cursor } from '../../api/reports/cursor.ts'
import { filterConditions } from '../../api/reports/filter.ts'
import { type ListBudget, listPage } from '../../api/reports/list-page.ts'
import type { ReportListQuery } from '../../api/reports/schema.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'
import { fillCity } from '../setup/plans.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await fillCity(app.deps.sql)
})

/** All at once, without any of what bounds a page. */
async function listEverything(query: ReportListQuery): Promise<string[]> {
  const { sql } = app.deps
  const { near } = query
  const order = near
    ? sql`(r.public_location <-> st_setsrid(st_makepoint(${near.lng}, ${near.lat}), 4326)::geography) + 0, r.id`
    : sql`r.occurred_at desc, r.id desc`
  const rows = await sql<{ id: string }[]>`
    select r.id
    from reports r
    where r.status = any(${query.status ?? ['active']})
      ${filterConditions(sql, query)}
    order by ${order}`
  return rows.map(({ id }) => id)
}

async function listByPages(query: ReportListQuery, budget: ListBudget | undefined) {
  const seen: string[] = []
  let cursor: Cursor | undefined
  let shorter = 0
  do {
    const page = await listPage(app.deps.sql, query, cursor, 25, budget)
    seen.push(...page.rows.map(({ id }) => id))
    cursor = page.next
    if (cursor && page.rows.length < 25) shorter += 1
  } while (cursor)
  return { seen, shorter }
}

const near = { lng: 37.5, lat: 55.75 }
const bbox = { west: 37.3, south: 55.6, east: 37.5, north: 55.8 }
const status = ['active' as const, 'reunited' as const]
const until = new Date(NOW.getTime() - 30 * 86_400_000)

const QUERIES: [string, ReportListQuery][] = [
  ['two statuses', { status }],
  ['two statuses, nearest', { status, near }],
  ['a common word', { q: 'dog', until }],
  ['a common word in a box', { q: 'dog', bbox, status }],
  ['a common word, nearest', { q: 'dog', near, status, kind: ['lost'] }],
  ['a rare word', { q: 'rare', status }],
  ['a rare word, nearest', { q: 'rare', near, status }],
  ['a rare word before a day', { q: 'rare', until }],
  ['a box', { bbox }],
  ['a box, nearest', { bbox, near, status }],
  ['no word of any', { q: 'hippopotamus' }],
]

test.each(QUERIES)('a list of %s gives every report once and in order, page by page', async (_, query) => {
  expect((await listByPages(query, undefined)).seen).toEqual(await listEverything(query))
})

test.each(QUERIES)('a list of %s does so also where a page may read next to nothing', async (_, query) => {
  const { seen, shorter } = await listByPages(query, { few: 1, walk: 200, gather: 1 })
  expect(seen).toEqual(await listEverything(query))
  if (query.q === 'rare') expect(shorter).toBeGreaterThan(0)
})

test('a walk that ends among reports at one place goes on behind all of them', async () => {
  const query: ReportListQuery = { q: 'dog', near, kind: ['lost'] }
  const { seen, shorter } = await listByPages(query, { few: 1, walk: 31, gather: 1 })
  expect(seen).toEqual(await listEverything(query))
  expect(shorter).toBeGreaterThan(20)
})

test('a list of an old word that is neither common nor rare says that it goes on', async () => {
  const page = await listPage(app.deps.sql, { q: 'rare' }, undefined, 25, { few: 1, walk: 30, gather: 2 })
  expect(page.rows).toEqual([])
  expect(page.next).toMatchObject({ order: 'newest' })
})
