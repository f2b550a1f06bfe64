import { beforeEach, expect, test } from 'vitest'
import { foundDog, lostDog, post } from '../factories.ts'
import { createTestApp, type TestApp } from '../setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

const preview = async (body: unknown) => app.send('POST', '/api/matches/preview', body)

test('ranks the counterparts that a report would have, as its author will see them', async () => {
  const lost = await post(app, lostDog())
  const shown = await (await preview(foundDog())).json()
  expect(shown.items).toMatchObject([{ report: { id: lost.id }, state: 'new' }])
  const found = await post(app, foundDog())
  const after = await (
    await app.send('GET', `/api/reports/${found.id}/matches`, undefined, { token: found.token })
  ).json()
  expect(shown.items[0].probability).toBeCloseTo(after.items[0].probability, 9)
  expect(shown.items[0].reasons).toEqual(after.items[0].reasons)
})

test('stores nothing', async () => {
  await post(app, lostDog())
  const rows = () => app.deps.sql`
    select (select count(*) from reports)::int as reports, (select count(*) from jobs)::int as jobs`
  const before = await rows()
  await preview(foundDog({ externalId: 'F1', microchip: '643094100123456' }))
  expect(await rows()).toEqual(before)
})

test('refuses what could not be posted', async () => {
  expect((await preview(foundDog({ occurredAt: '2030-01-01T00:00:00Z' }))).status).toBe(422)
  expect((await preview({ ...foundDog(), nonsense: 1 })).status).toBe(422)
})

test('leaves out what was judged another animal than the same animal’s other report', async () => {
  const lost = await post(app, lostDog())
  const one = await post(app, foundDog())
  const two = await post(app, foundDog({ location: { lng: 37.624, lat: 55.752 } }))
  const mine = async () =>
    (
      await (
        await app.send('GET', `/api/reports/${lost.id}/matches`, undefined, { token: lost.token })
      ).json()
    ).items.map((item: { report: { id: string } }) => item.report.id)
  expect((await mine()).sort()).toEqual([one.id, two.id].sort())
  await app.send('PUT', `/api/reports/${one.id}/animal/${two.id}`, { verdict: 'same' }, { token: one.token })
  await app.send(
    'PUT',
    `/api/reports/${lost.id}/matches/${one.id}`,
    { verdict: 'different' },
    { token: lost.token },
  )
  expect(await mine()).toEqual([])
})
