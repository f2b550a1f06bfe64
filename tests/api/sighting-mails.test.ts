import { beforeEach, describe, expect, test } from 'vitest'
import type { ReportBody } from '../../api/reports/schema.ts'
import { foundDog, lostDog, type Posted, post } from '../factories.ts'
import { createTestApp, type TestApp } from '../setup/app.ts'

const SOKOLNIKI = { lng: 37.672, lat: 55.803, accuracyM: 30 }

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

const sightingOf = ({ id }: Posted, over: Partial<ReportBody> = {}) =>
  foundDog({ kind: 'sighting', aboutReportId: id, location: SOKOLNIKI, ...over })

async function lose(over: Partial<ReportBody> = {}): Promise<Posted> {
  const lost = await post(app, lostDog({ location: SOKOLNIKI, ...over }))
  await app.runJobs()
  app.mails.length = 0
  return lost
}

const told = () => app.mails.map(({ to, subject }) => [to, subject])

describe('a sighting that names a lost pet', () => {
  test.each([
    ['ru', 'Рыжик: вашего питомца видели', 'Сокольники, Москва, 20 ноября в 10:00'],
    ['en', 'Рыжик was seen', 'Sokolniki, Moscow, 20 November at 10:00'],
  ] as const)(
    'tells the owner where and when it was seen, in "%s", and the reporter nothing',
    async (language, subject, line) => {
      const lost = await lose({ language })
      await post(app, sightingOf(lost, { name: 'PRIZE', description: 'PRIZE', collar: 'PRIZE' }))
      await app.runJobs()
      expect(told()).toEqual([['anna@example.org', subject]])
      const { text } = app.mails[0]!
      expect(text).toContain(`\n${line}\n`)
      expect(text).toContain(`\nhttps://homeward.example/reports/${lost.id}/manage#sightings\n`)
      expect(text).not.toMatch(/PRIZE|37\.6|55\.8|finder@/)
    },
  )

  test('tells of the place no more than strangers see: the district of its cell, not its own', async () => {
    const lost = await lose()
    const krylatskoye = { lng: 37.4, lat: 55.75 }
    await post(app, sightingOf(lost, { location: krylatskoye }))
    await app.runJobs()
    expect(app.mails[0]!.text).toContain('\nКунцево, Москва, 20 ноября')
    expect(app.mails[0]!.text).not.toContain('Крылатское')
  })

  test('tells once, however often either side is edited, and of each sighting', async () => {
    const lost = await lose()
    const seen = await post(app, sightingOf(lost))
    await app.runJobs()
    await app.send('PATCH', `/api/reports/${seen.id}`, { size: 'm' }, seen)
    await app.send('PATCH', `/api/reports/${lost.id}`, { size: 'm' }, lost)
    await app.runJobs()
    expect(told()).toHaveLength(1)
    await post(app, sightingOf(lost, { occurredAt: '2026-11-20T12:00:00+03:00' }))
    await app.runJobs()
    expect(app.mails.filter(({ to }) => to === 'anna@example.org')).toHaveLength(2)
    expect(told()).toHaveLength(2)
  })

  test('is told of also where matching would find it unlikely', async () => {
    const lost = await lose()
    await post(app, sightingOf(lost, { species: 'cat', sex: 'female', location: { lng: 30.3, lat: 59.9 } }))
    await app.runJobs()
    expect(told()).toMatchObject([['anna@example.org', 'Рыжик: вашего питомца видели']])
  })

  test('is told of in those words to an owner who left an address only afterwards', async () => {
    const lost = await lose({ contact: {} })
    await post(app, sightingOf(lost))
    await app.runJobs()
    expect(told()).toEqual([])
    await app.send('PATCH', `/api/reports/${lost.id}`, { contact: { email: 'late@example.org' } }, lost)
    await app.runJobs()
    expect(told()).toEqual([['late@example.org', 'Рыжик: вашего питомца видели']])
  })

  test('is not answered with news of the report that it named, when the owner says that it is the pet', async () => {
    const lost = await lose()
    const seen = await post(app, sightingOf(lost))
    await app.runJobs()
    app.mails.length = 0
    const path = `/api/reports/${lost.id}/matches/${seen.id}`
    expect((await app.send('PUT', path, { verdict: 'same' }, lost)).status).toBe(200)
    await app.runJobs()
    expect(told()).toEqual([])
  })

  test('is no news to an owner who reported it themselves', async () => {
    const lost = await lose()
    await post(app, sightingOf(lost, { contact: { email: 'Anna+dog@example.org' } }))
    await app.runJobs()
    expect(app.mails.filter(({ subject }) => /видели/.test(subject))).toEqual([])
  })

  test('tells nobody of a post that is closed, or that is no loss', async () => {
    const closed = await lose()
    await app.send('POST', `/api/reports/${closed.id}/resolve`, { resolution: 'found_by_owner' }, closed)
    const found = await post(app, foundDog({ location: { lng: 60, lat: 60 } }))
    await app.runJobs()
    app.mails.length = 0
    for (const named of [closed, found]) await post(app, sightingOf(named))
    await app.runJobs()
    expect(app.mails.filter(({ subject }) => /видели/.test(subject))).toEqual([])
  })
})

test('a likely sighting that names nothing is still a similar post to both', async () => {
  await lose({ collar: 'red, bell', size: 'm' })
  await post(app, foundDog({ kind: 'sighting', location: SOKOLNIKI, collar: 'red, bell', size: 'm' }))
  await app.runJobs()
  expect(told().toSorted()).toEqual([
    ['anna@example.org', 'Возможно, это Рыжик'],
    ['finder@example.org', 'Возможно, нашлось совпадение с вашим объявлением'],
  ])
})

test('one mailbox hears of twenty sightings a day, and of matches all the same', async () => {
  app = await createTestApp({ rateLimits: true })
  const lost = await lose({ collar: 'red, bell', size: 'm' })
  for (let number = 0; number < 22; number += 1) {
    await post(app, sightingOf(lost, { contact: {}, location: { lng: 30.3, lat: 59.9 } }))
  }
  await app.runJobs()
  expect(told()).toHaveLength(20)
  await post(app, foundDog({ location: SOKOLNIKI, collar: 'red, bell', size: 'm', contact: {} }))
  await app.runJobs()
  expect(told().at(-1)).toEqual(['anna@example.org', 'Возможно, это Рыжик'])
})
