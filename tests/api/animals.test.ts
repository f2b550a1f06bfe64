import { beforeEach, expect, test } from 'vitest'
import type { AnimalView } from '../../api/animals/schema.ts'
import { readJudgedReports } from '../../api/animals/service.ts'
import { foundDog, lostDog, type Posted, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

async function readAnimal(report: Posted, token?: string): Promise<AnimalView> {
  const path = `/api/reports/${report.id}/animal`
  const response = await app.send('GET', path, undefined, token ? { token } : {})
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as AnimalView
}

/** What the author of `by` says of `other`, across the sides or on one. */
async function say(by: Posted, verdict: string, other: Posted): Promise<void> {
  const across = (by.report.properties.kind === 'lost') !== (other.report.properties.kind === 'lost')
  const path = `/api/reports/${by.id}/${across ? 'matches' : 'animal'}/${other.id}`
  const response = await app.send('PUT', path, { verdict }, { token: by.token })
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
}

const close = (report: Posted, resolution: string) =>
  app.send('POST', `/api/reports/${report.id}/resolve`, { resolution }, { token: report.token })

const idsOf = (items: { report: { id: string } }[]) => items.map(({ report }) => report.id).sort()
const sorted = (...reports: Posted[]) => reports.map(({ id }) => id).sort()

/** Far enough from each other to be nobody's companions. */
const elsewhere = (km: number) => ({ location: { lng: 37.62 + km / 62.6, lat: 55.75 } })

test('shows one found dog posted by three people as one', async () => {
  const first = await post(app, foundDog())
  const second = await post(app, foundDog(elsewhere(3)))
  const third = await post(app, foundDog({ kind: 'shelter_intake', ...elsewhere(6) }))
  await say(second, 'same', first)
  await say(third, 'same', second)
  for (const one of [first, second, third]) {
    const { members } = await readAnimal(one)
    expect(idsOf(members)).toEqual(sorted(...[first, second, third].filter(({ id }) => id !== one.id)))
    expect(members.every(({ relation }) => relation === 'duplicate')).toBe(true)
  }
})

test('splits them again when the verdict is taken back', async () => {
  const first = await post(app, foundDog())
  const second = await post(app, foundDog(elsewhere(3)))
  await say(second, 'same', first)
  expect((await readAnimal(first)).members).toHaveLength(1)
  const path = `/api/reports/${second.id}/animal/${first.id}`
  expect((await app.send('DELETE', path, undefined, { token: second.token })).status).toBe(204)
  expect((await readAnimal(first)).members).toEqual([])
})

test('keeps what authors judged across the sides from strangers', async () => {
  const lost = await post(app, lostDog())
  const found = await post(app, foundDog(elsewhere(3)))
  const seen = await post(app, foundDog({ kind: 'sighting', aboutReportId: lost.id, ...elsewhere(5) }))
  await say(lost, 'same', found)
  expect(idsOf((await readAnimal(lost)).members)).toEqual([seen.id])
  const own = await readAnimal(lost, lost.token)
  expect(Object.fromEntries(own.members.map((one) => [one.report.id, [one.relation, one.verdict]]))).toEqual({
    [found.id]: ['counterpart', 'same'],
    [seen.id]: ['sighting', undefined],
  })
  expect(JSON.stringify(own)).not.toContain('finder@example.org')
})

test('asks the authors when "same" and "different" do not fit together', async () => {
  const lost = await post(app, lostDog())
  const found = await post(app, foundDog(elsewhere(3)))
  const twin = await post(app, foundDog(elsewhere(6)))
  await say(lost, 'same', found)
  await say(lost, 'different', twin)
  app.setNow(new Date(NOW.getTime() + 60_000))
  await say(twin, 'same', found)
  const own = await readAnimal(lost, lost.token)
  expect(idsOf(own.members)).toEqual([found.id])
  expect(own.contradictions).toEqual([
    { between: sorted(found, twin), against: [sorted(lost, twin)], askAbout: [twin.id] },
  ])
  expect((await readAnimal(twin, twin.token)).contradictions?.[0]?.askAbout.sort()).toEqual(
    sorted(lost, found),
  )
  expect((await readAnimal(twin)).contradictions).toBeUndefined()
})

test('what one member’s author ruled out is ruled out for all', async () => {
  const lost = await post(app, lostDog())
  const found = await post(app, foundDog(elsewhere(3)))
  const duplicate = await post(app, foundDog(elsewhere(6)))
  await say(lost, 'different', found)
  await say(duplicate, 'same', found)
  const { same, different } = await readJudgedReports(app.deps.sql, lost.id)
  expect([...different].sort()).toEqual(sorted(found, duplicate))
  expect([...same]).toEqual([])
})

test('a stranger who names the lost dog cannot hide its true finder, nor the dog from them', async () => {
  const lost = await post(app, lostDog())
  const found = await post(app, foundDog())
  const thief = await post(app, foundDog({ aboutReportId: lost.id, ...elsewhere(3) }))
  await say(thief, 'different', found)
  expect((await readJudgedReports(app.deps.sql, lost.id)).different).toEqual(new Set())
  expect((await readJudgedReports(app.deps.sql, found.id)).different).toEqual(new Set([thief.id]))
  for (const [one, other] of [
    [lost, found],
    [found, lost],
  ] as const) {
    const response = await app.send('GET', `/api/reports/${one.id}/matches`, undefined, { token: one.token })
    expect(idsOf((await response.json()).items)).toContain(other.id)
  }
})

test('offers the finders to close when the owner’s report is closed, once', async () => {
  const lost = await post(app, lostDog())
  const found = await post(app, foundDog({ ...elsewhere(3), contact: { email: 'first@example.org' } }))
  const duplicate = await post(app, foundDog({ ...elsewhere(6), contact: { email: 'second@example.org' } }))
  await say(lost, 'same', found)
  await say(duplicate, 'same', found)
  await app.runJobs()
  app.mails.length = 0

  await close(lost, 'returned_by_finder')
  await app.runJobs()
  expect(app.mails.map(({ to }) => to).sort()).toEqual(['first@example.org', 'second@example.org'])
  expect(app.mails[0]?.text).toContain(`/reports/${lost.id}`)
  expect(app.mails[0]?.text).not.toContain('anna@example.org')
  expect((await readAnimal(found, found.token)).closureOffers).toEqual([
    { reportId: lost.id, resolution: 'returned_by_finder' },
  ])

  await close(lost, 'returned_by_finder')
  await app.runJobs()
  expect(app.mails).toHaveLength(2)
  await close(found, 'returned_by_finder')
  expect((await readAnimal(found, found.token)).closureOffers).toEqual([])
})

test('nobody can tell an owner that the dog is home but those the owner named', async () => {
  const lost = await post(app, lostDog())
  const hoax = await post(app, foundDog({ kind: 'sighting', aboutReportId: lost.id, ...elsewhere(2) }))
  const found = await post(app, foundDog(elsewhere(3)))
  await say(lost, 'same', found)
  await app.runJobs()
  app.mails.length = 0
  await close(hoax, 'returned_by_finder')
  await app.runJobs()
  expect(app.mails.filter(({ to }) => to === 'anna@example.org')).toEqual([])
  expect((await readAnimal(lost, lost.token)).closureOffers).toEqual([])
  await close(found, 'returned_by_finder')
  await app.runJobs()
  expect(app.mails.filter(({ to }) => to === 'anna@example.org')).toHaveLength(1)
})

test('a report closed by mistake closes no other', async () => {
  const lost = await post(app, lostDog())
  const found = await post(app, foundDog(elsewhere(3)))
  await say(lost, 'same', found)
  await app.runJobs()
  app.mails.length = 0
  await close(lost, 'posted_by_mistake')
  await app.runJobs()
  expect(app.mails).toEqual([])
  expect((await readAnimal(found, found.token)).closureOffers).toEqual([])
})

test('tells an author, and nobody else, what they said of every other report', async () => {
  const lost = await post(app, lostDog())
  const seen = await post(app, foundDog({ kind: 'sighting', aboutReportId: lost.id, ...elsewhere(2) }))
  const found = await post(app, foundDog(elsewhere(3)))
  const verdicts = async (token?: string) => (await readAnimal(lost, token)).verdicts
  expect(await verdicts(lost.token)).toEqual([])
  await say(lost, 'different', seen)
  await say(lost, 'same', found)
  await say(found, 'different', lost)
  expect(await verdicts()).toBeUndefined()
  expect(await verdicts(lost.token)).toHaveLength(2)
  expect(await verdicts(lost.token)).toEqual(
    expect.arrayContaining([
      { reportId: seen.id, verdict: 'different' },
      { reportId: found.id, verdict: 'same' },
    ]),
  )
})

test('shows animals found at one place on one day together', async () => {
  const dog = await post(app, foundDog())
  const puppy = await post(app, foundDog({ sex: 'female', occurredAt: '2026-11-20T12:00:00+03:00' }))
  const cat = await post(app, foundDog({ species: 'cat' }))
  const again = await post(app, foundDog({ colours: ['red'] }))
  await post(app, foundDog({ occurredAt: '2026-11-17T12:00:00+03:00' }))
  await post(app, foundDog(elsewhere(4)))
  await post(app, lostDog())
  const relations = (view: AnimalView) =>
    Object.fromEntries(view.companions.map(({ report, relation }) => [report.id, relation]))
  expect(relations(await readAnimal(dog))).toEqual({
    [puppy.id]: 'companion',
    [cat.id]: 'companion',
    [again.id]: 'possible_duplicate',
  })
  await say(dog, 'different', again)
  expect(relations(await readAnimal(dog))[again.id]).toBe('companion')
  await say(dog, 'same', again)
  expect(relations(await readAnimal(dog))[again.id]).toBeUndefined()
})

test('companions follow from public places alone', async () => {
  // Two true places in one public cell, 600 m apart, look like one; where a stranger's guess is nearer tells nothing.
  const home = await post(app, foundDog({ location: { lng: 37.62, lat: 55.75 } }))
  for (const lng of [37.6199, 37.6245]) {
    const guess = await post(app, foundDog({ location: { lng, lat: 55.7495 } }))
    expect(guess.report.geometry).toEqual(home.report.geometry)
    expect(idsOf((await readAnimal(guess)).companions)).toContain(home.id)
  }
})

test('refuses verdicts without the token, on oneself, on another species or on a counterpart', async () => {
  const one = await post(app, foundDog())
  const other = await post(app, foundDog())
  const cat = await post(app, foundDog({ species: 'cat' }))
  const lost = await post(app, lostDog())
  const put = async (otherId: string, token?: string, body: unknown = { verdict: 'same' }) =>
    (await app.send('PUT', `/api/reports/${one.id}/animal/${otherId}`, body, token ? { token } : {})).status
  expect(await put(other.id)).toBe(404)
  expect(await put(other.id, other.token)).toBe(404)
  expect(await put(one.id, one.token)).toBe(422)
  expect(await put(cat.id, one.token)).toBe(404)
  expect(await put(lost.id, one.token)).toBe(404)
  expect(await put(crypto.randomUUID(), one.token)).toBe(404)
  expect(await put(other.id, one.token, { verdict: 'maybe' })).toBe(422)
  expect(await put(other.id, one.token)).toBe(200)
  expect((await app.request(`/api/reports/${crypto.randomUUID()}/animal`)).status).toBe(404)
  expect((await app.send('GET', `/api/reports/${one.id}/animal`, undefined, { token: 'guess' })).status).toBe(
    404,
  )
})

test('a deleted or hidden report leaves the animal', async () => {
  const first = await post(app, foundDog())
  const bridge = await post(app, foundDog(elsewhere(3)))
  const last = await post(app, foundDog(elsewhere(6)))
  await say(bridge, 'same', first)
  await say(bridge, 'same', last)
  expect((await readAnimal(first)).members).toHaveLength(2)
  await app.deps.sql`update reports set status = 'hidden' where id = ${bridge.id}`
  expect((await readAnimal(first)).members).toEqual([])
  await app.deps.sql`update reports set status = 'active' where id = ${bridge.id}`
  await app.send('DELETE', `/api/reports/${bridge.id}`, undefined, { token: bridge.token })
  expect((await readAnimal(first)).members).toEqual([])
})

test('shows and tells all of an animal’s reports, also beyond a hundred', async () => {
  const lost = await post(app, lostDog())
  const many = 105
  for (let n = 0; n < many; n += 1) {
    const contact = { email: `witness-${n}@example.org` }
    await post(app, foundDog({ kind: 'sighting', aboutReportId: lost.id, contact }))
  }
  const animal = await readAnimal(lost)
  expect(animal.members).toHaveLength(many)
  expect(animal.omitted).toBeUndefined()
  await app.deps.sql`delete from jobs`
  await close(lost, 'returned_self')
  await app.runJobs()
  expect(await app.deps.sql`select 1 from animal_closings where closed_id = ${lost.id}`).toHaveLength(many)
})
