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

const CHIP = '643094100123456'

test('tells an equal number before posting, and never how near a guess came', async () => {
  const far = { lng: 30.31, lat: 59.94 }
  const lost = await post(app, lostDog({ microchip: CHIP }))
  const ask = async (microchip: string, location = far) =>
    (await (await preview(foundDog({ microchip, location }))).json()).items
  expect(await ask(CHIP)).toMatchObject([{ report: { id: lost.id }, band: 'chip' }])
  expect(await ask('643094100123457')).toEqual([])
  const here = foundDog().location
  const near = await ask('643094100123457', here)
  const unlike = await ask('643094100999999', here)
  expect(near).toEqual(unlike)
  expect(JSON.stringify(near)).not.toContain('"factor":"chip')
})

test('is asked about few numbers an hour from one address, and about much else', async () => {
  app = await createTestApp({ rateLimits: true })
  for (let at = 0; at < 10; at += 1) {
    const guess = at % 2 ? { brand: `AB ${at}` } : { microchip: `64309410012345${at}` }
    expect((await preview(foundDog(guess))).status).toBe(200)
  }
  expect((await preview(foundDog({ microchip: CHIP }))).status).toBe(429)
  expect((await preview(foundDog({ brand: 'AB 1' }))).status).toBe(429)
  expect((await preview(foundDog())).status).toBe(200)
  expect((await preview(foundDog({ microchip: 'none' }))).status).toBe(200)
})

test.each([
  ['leaves out', 'by its own author', true],
  ['keeps', 'by the other’s author alone', false],
])('%s what was called the same %s as a report judged another animal', async (_, __, byItsOwn) => {
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
  const [by, other] = byItsOwn ? [two, one] : [one, two]
  await app.send('PUT', `/api/reports/${by.id}/animal/${other.id}`, { verdict: 'same' }, { token: by.token })
  await app.send(
    'PUT',
    `/api/reports/${lost.id}/matches/${one.id}`,
    { verdict: 'different' },
    { token: lost.token },
  )
  expect(await mine()).toEqual(byItsOwn ? [] : [two.id])
})
