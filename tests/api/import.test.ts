import { beforeEach, expect, test } from 'vitest'
import { importReports } from '../../api/reports/import.ts'
import { foundDog, lostDog } from '../factories.ts'
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
