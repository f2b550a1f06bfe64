import { beforeEach, expect, test } from 'vitest'
import { MAX_LINE, readBulkLines } from '../../api/reports/bulk-lines.ts'
import { importReports } from '../../api/reports/import.ts'
import { foundDog, lostDog, post } from '../factories.ts'
import { createTestApp, type TestApp } from '../setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

async function* linesOf(...bodies: unknown[]) {
  for (const body of bodies) yield typeof body === 'string' ? body : JSON.stringify(body)
}

const count = async () => (await (await app.request('/api/reports?limit=100')).json()).features.length

test('adds every line once, however often it is run', async () => {
  const bodies = [lostDog({ externalId: 'L1' }), foundDog({ externalId: 'F1' }), foundDog()]
  expect(await importReports(app.system, linesOf(...bodies))).toMatchObject({ added: 3, refused: [] })
  expect(await importReports(app.system, linesOf(...bodies))).toMatchObject({ added: 0, unchanged: 3 })
  expect(await count()).toBe(3)
})

test('changes a report whose line has changed', async () => {
  await importReports(app.system, linesOf(lostDog({ externalId: 'L1' })))
  const summary = await importReports(app.system, linesOf(lostDog({ externalId: 'L1', name: 'Шарик' })))
  expect(summary).toMatchObject({ changed: 1, added: 0 })
  const { features } = await (await app.request('/api/reports')).json()
  expect(features).toMatchObject([{ properties: { name: 'Шарик' } }])
})

test('names the line and the field of what it refuses and takes the rest', async () => {
  const summary = await importReports(
    app.system,
    linesOf(
      lostDog({ externalId: 'good' }),
      '{ broken',
      '',
      { ...lostDog(), size: 'huge', externalId: 'bad' },
      lostDog({ externalId: 'good', name: 'again' }),
      lostDog({ externalId: 'late', occurredAt: '2027-01-01T00:00:00Z' }),
      'null',
    ),
  )
  expect(summary).toMatchObject({ lines: 7, added: 1 })
  expect(summary.refused.map(({ line, errors }) => [line, errors[0]?.pointer, errors[0]?.code])).toEqual([
    [2, '', 'not_json'],
    [4, '/size', 'invalid_value'],
    [5, '/externalId', 'repeated'],
    [7, '', 'invalid_type'],
    [6, '/occurredAt', 'in_future'],
  ])
  expect(await count()).toBe(1)
})

test('is not held up by whoever posted under its external ids, and tells them nothing', async () => {
  const squatter = await post(app, foundDog({ externalId: 'shelter-7' }))
  const line = lostDog({ externalId: 'shelter-7', contact: { email: 'owner@shelter.example' } })
  expect(await importReports(app.system, linesOf(line))).toMatchObject({ added: 1, refused: [] })
  const changed = linesOf({ ...line, name: 'Шарик' })
  expect(await importReports(app.system, changed)).toMatchObject({ added: 0, changed: 1 })
  const seen = await app.send('GET', `/api/reports/${squatter.id}`, undefined, { token: squatter.token })
  expect(await seen.text()).not.toContain('owner@shelter.example')
})

test('refuses a line about a report that is not there and takes its neighbours', async () => {
  const summary = await importReports(
    app.system,
    linesOf(
      foundDog({ externalId: 'a', aboutReportId: '00000000-0000-4000-8000-000000000000' }),
      foundDog({ externalId: 'b' }),
    ),
  )
  expect(summary.refused).toEqual([
    { line: 1, errors: [{ pointer: '/aboutReportId', code: 'unknown_report' }] },
  ])
  expect(await count()).toBe(1)
})

test('refuses an id that an earlier line has, however far apart the two are', async () => {
  const others = Array.from({ length: 600 }, (_, number) => lostDog({ externalId: `L${number}` }))
  const bodies = [
    lostDog({ externalId: 'twice' }),
    ...others,
    lostDog({ externalId: 'twice', name: 'again' }),
  ]
  const refused = [{ line: 602, errors: [{ pointer: '/externalId', code: 'repeated' }] }]
  expect(await importReports(app.system, linesOf(...bodies))).toMatchObject({ added: 601, refused })
  const again = await importReports(app.system, linesOf(...bodies))
  expect(again).toMatchObject({ changed: 0, unchanged: 601, refused })
})

test('counts every line, those that say the same without an id among them', async () => {
  const summary = await importReports(app.system, linesOf(foundDog(), foundDog(), foundDog()))
  expect(summary).toMatchObject({ lines: 3, added: 1, unchanged: 2, refused: [] })
})

test('reads files as other programs write them', async () => {
  const odd = lostDog({ externalId: 'odd', description: 'строка\u2028ещё одна\u0085и\rэта' })
  const long = JSON.stringify(lostDog({ externalId: 'long', description: 'x'.repeat(2 * MAX_LINE) }))
  const text = `\ufeff${JSON.stringify(odd)}\r\n\r\n${long}\n${JSON.stringify(foundDog({ externalId: 'last' }))}`
  const bytes = new TextEncoder().encode(text)
  async function* inChunks(size: number) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  for (const size of [7, 1_000, bytes.length]) {
    const summary = await importReports(app.system, readBulkLines(inChunks(size)))
    expect(summary.lines).toBe(4)
    expect(summary.added + summary.unchanged).toBe(2)
    expect(summary.refused).toEqual([{ line: 3, errors: [{ pointer: '', code: 'too_long' }] }])
  }
})
