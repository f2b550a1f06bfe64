import { beforeEach, describe, expect, test } from 'vitest'
import { associate } from '../../api/matching/model/associate.ts'
import { defaultParameters } from '../../api/matching/model/parameters.ts'
import type { Reason } from '../../api/matching/model/types.ts'
import type { MatchList } from '../../api/matching/schema.ts'
import { foundDog, lostDog, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

async function listMatches(id: string, token?: string): Promise<MatchList> {
  const response = await app.send('GET', `/api/reports/${id}/matches`, undefined, token ? { token } : {})
  expect(response.status).toBe(200)
  return (await response.json()) as MatchList
}

const judge = (id: string, otherId: string, verdict: string, token: string) =>
  app.send('PUT', `/api/reports/${id}/matches/${otherId}`, { verdict }, { token })

const idsOf = (list: MatchList) => list.items.map((item) => item.report.id)
const reasonOf = (list: MatchList, factor: string) =>
  list.items[0]?.reasons.find((reason) => reason.factor === factor)

const far = { lng: 30.31, lat: 59.94 }
const CHIP = '643094100123456'

describe('the list of matches', () => {
  test('ranks the likelier counterpart first, for both sides', async () => {
    const lost = await post(app, lostDog())
    const alike = await post(app, foundDog())
    const other = await post(
      app,
      foundDog({ colours: ['black'], sex: 'female', location: { lng: 37.7, lat: 55.8 } }),
    )
    expect(idsOf(await listMatches(lost.id, lost.token))).toEqual([alike.id, other.id])
    expect(idsOf(await listMatches(alike.id, alike.token))).toEqual([lost.id])
  })

  test('shows reasons whose product gives the probabilities again', async () => {
    const lost = await post(app, lostDog({ age: 'adult', size: 'm', breed: 'labrador_retriever' }))
    await post(app, foundDog({ age: 'adult', size: 'm', breed: 'labrador_retriever' }))
    await post(app, foundDog({ colours: ['brown'], location: { lng: 37.66, lat: 55.77 } }))
    const { items, noneOfThese } = await listMatches(lost.id, lost.token)
    const logs = items.map(({ reasons }) =>
      reasons.reduce((sum, reason) => sum + Math.log(reason.multiplier), 0),
    )
    const again = associate(logs, defaultParameters.registered.dog, defaultParameters.calibration)
    for (const [at, item] of items.entries()) {
      expect(item.probability).toBeCloseTo(again.probabilities[at]!, 9)
    }
    expect(noneOfThese).toBeCloseTo(again.noneOfThese, 9)
  })

  test('sums to one with "none of these", also when the list is cut short', async () => {
    const lost = await post(app, lostDog())
    for (const lng of [37.621, 37.64, 37.67]) await post(app, foundDog({ location: { lng, lat: 55.75 } }))
    const response = await app.request(`/api/reports/${lost.id}/matches?limit=1`)
    const { items, noneOfThese } = (await response.json()) as MatchList
    expect(items).toHaveLength(1)
    expect(items[0]!.probability + noneOfThese).toBeCloseTo(1, 9)
  })

  test('says that nothing matches where nothing is', async () => {
    const lost = await post(app, lostDog())
    expect(await listMatches(lost.id)).toEqual({ items: [], noneOfThese: 1, calibrated: false })
  })

  test('finds an equal chip at any distance and age, above all else', async () => {
    const lost = await post(app, lostDog({ microchip: CHIP, occurredAt: '2019-03-01T12:00:00Z' }))
    await post(app, foundDog())
    const chipped = await post(
      app,
      foundDog({ microchip: CHIP, location: far, colours: ['black'], sex: 'female' }),
    )
    const list = await listMatches(lost.id, lost.token)
    expect(list.items[0]).toMatchObject({ report: { id: chipped.id }, band: 'chip' })
    expect(reasonOf(list, 'chip')).toMatchObject({ relation: 'equal', multiplier: 1e6 })
  })

  test.each([
    ['one digit read wrongly', '643094100123457'],
    ['two neighbouring digits swapped', '643094100123465'],
  ])('finds a chip with %s', async (_, microchip) => {
    const lost = await post(app, lostDog({ microchip: CHIP }))
    const near = await post(app, foundDog({ microchip, location: far }))
    const list = await listMatches(lost.id, lost.token)
    expect(idsOf(list)).toEqual([near.id])
    expect(reasonOf(list, 'chip')).toMatchObject({ relation: 'near' })
  })

  test('tells strangers that chips agree, and nothing else of what is on file', async () => {
    const lost = await post(app, lostDog({ microchip: CHIP }))
    const scanned = await post(app, foundDog({ microchip: 'none' }))
    expect(reasonOf(await listMatches(scanned.id, scanned.token), 'chip')).toMatchObject({
      relation: 'none_found',
    })
    expect(reasonOf(await listMatches(lost.id), 'chip')).toBeUndefined()
  })

  test('puts a sighting that names the report above one that does not', async () => {
    const lost = await post(app, lostDog())
    await post(app, foundDog({ kind: 'sighting' }))
    const named = await post(app, foundDog({ kind: 'sighting', aboutReportId: lost.id }))
    const list = await listMatches(lost.id, lost.token)
    expect(idsOf(list)[0]).toBe(named.id)
    expect(reasonOf(list, 'about')).toMatchObject({ relation: 'same' })
  })

  test('is empty for a closed report, and leaves closed ones out', async () => {
    const lost = await post(app, lostDog())
    const found = await post(app, foundDog())
    await app.send('POST', `/api/reports/${found.id}/resolve`, { resolution: 'returned_self' }, found)
    expect((await listMatches(lost.id, lost.token)).items).toEqual([])
    expect((await listMatches(found.id, found.token)).items).toEqual([])
  })

  test('answers 404 to a wrong token and to an unknown report', async () => {
    const lost = await post(app, lostDog())
    const path = `/api/reports/${lost.id}/matches`
    expect((await app.send('GET', path, undefined, { token: 'wrong' })).status).toBe(404)
    expect((await app.request('/api/reports/00000000-0000-4000-8000-000000000000/matches')).status).toBe(404)
  })

  test('does not let a sealed mark change what anybody sees', async () => {
    const marks = [{ part: 'ear', side: 'left', type: 'notch', visibility: 'sealed' }] as const
    const lost = await post(app, lostDog({ marks: [...marks] }))
    await post(app, foundDog({ marks: [...marks] }))
    const sealed = await listMatches(lost.id)
    await app.send('PATCH', `/api/reports/${lost.id}`, { marks: null }, lost)
    expect(await listMatches(lost.id)).toMatchObject({
      items: [{ probability: sealed.items[0]!.probability, reasons: sealed.items[0]!.reasons as Reason[] }],
    })
  })

  test('gives a stranger the same list wherever in its cell a hidden home lies', async () => {
    const lists: number[] = []
    for (const lng of [37.6201, 37.6209]) {
      app = await createTestApp()
      const lost = await post(app, lostDog())
      await post(app, foundDog({ location: { lng, lat: 55.7512 }, locationPrivacy: 'approximate' }))
      lists.push((await listMatches(lost.id, lost.token)).items[0]!.probability)
    }
    expect(lists[0]).toBe(lists[1])
  })
})

describe('a verdict', () => {
  test('"different" takes the pair out of both lists for good', async () => {
    const lost = await post(app, lostDog())
    const found = await post(app, foundDog())
    expect((await judge(lost.id, found.id, 'different', lost.token)).status).toBe(200)
    expect((await listMatches(lost.id, lost.token)).items).toEqual([])
    expect((await listMatches(found.id, found.token)).items).toEqual([])
  })

  test('"same" stays visible to its author and proposes closing', async () => {
    const lost = await post(app, lostDog())
    const found = await post(app, foundDog())
    const response = await judge(lost.id, found.id, 'same', lost.token)
    expect(await response.json()).toEqual({
      verdict: 'same',
      proposal: { action: 'resolve', reportId: lost.id, resolution: 'returned_by_finder' },
    })
    expect((await listMatches(lost.id, lost.token)).items[0]!.state).toBe('same')
    expect((await listMatches(lost.id)).items[0]!.state).toBe('new')
    await app.runJobs()
    const told = app.mails.filter((mail) => mail.to === 'finder@example.org')
    expect(told.some((mail) => mail.text.includes(`/reports/${lost.id}`))).toBe(true)
  })

  test('tells the other author of "same" once, however often the mind is changed', async () => {
    const lost = await post(app, lostDog({ language: 'en' }))
    const found = await post(app, foundDog({ language: 'en' }))
    await app.runJobs()
    app.mails.length = 0
    for (const verdict of ['different', 'same', 'unsure', 'same', 'different', 'same']) {
      expect((await judge(lost.id, found.id, verdict, lost.token)).status).toBe(200)
      await app.runJobs()
    }
    expect(app.mails.map(({ to }) => to)).toEqual(['finder@example.org'])
    await judge(found.id, lost.id, 'same', found.token)
    await app.runJobs()
    expect(app.mails.map(({ to }) => to)).toEqual(['finder@example.org', 'anna@example.org'])
  })

  test('on a report that no list showed mails nobody and calibrates nothing', async () => {
    const lost = await post(app, lostDog())
    const elsewhere = await post(app, foundDog({ location: far }))
    expect((await listMatches(lost.id, lost.token)).items).toEqual([])
    for (const verdict of ['same', 'unsure', 'same']) {
      expect((await judge(lost.id, elsewhere.id, verdict, lost.token)).status).toBe(200)
    }
    await app.runJobs()
    expect(app.mails).toEqual([])
    expect(await app.deps.sql`select 1 from match_outcomes`).toHaveLength(0)
  })

  test('is taken sixty times in ten minutes from one address', async () => {
    app = await createTestApp({ rateLimits: true })
    const lost = await post(app, lostDog())
    const found = await post(app, foundDog())
    for (let taken = 0; taken < 60; taken += 1) {
      expect((await judge(lost.id, found.id, 'unsure', lost.token)).status).toBe(200)
    }
    expect((await judge(lost.id, found.id, 'unsure', lost.token)).status).toBe(429)
  })

  test('can be taken back', async () => {
    const lost = await post(app, lostDog())
    const found = await post(app, foundDog())
    await judge(lost.id, found.id, 'different', lost.token)
    await judge(lost.id, found.id, 'unsure', lost.token)
    expect((await listMatches(lost.id, lost.token)).items[0]!.state).toBe('unsure')
    const outcomes = await app.deps.sql`select verdict, reasons from match_outcomes`
    expect(outcomes).toHaveLength(1)
    expect(outcomes[0]).toMatchObject({ verdict: 'unsure' })
    expect(outcomes[0]!['reasons']).not.toHaveLength(0)
  })

  test('is kept without its reports after they are deleted', async () => {
    const lost = await post(app, lostDog())
    const found = await post(app, foundDog())
    await judge(lost.id, found.id, 'same', lost.token)
    await app.send('DELETE', `/api/reports/${lost.id}`, undefined, lost)
    expect(await app.deps.sql`select verdict from match_outcomes`).toHaveLength(1)
    expect(await app.deps.sql`select 1 from match_verdicts`).toHaveLength(0)
  })

  test('is the author’s alone', async () => {
    const lost = await post(app, lostDog())
    const found = await post(app, foundDog())
    expect((await judge(lost.id, found.id, 'same', found.token)).status).toBe(404)
    expect(
      (await app.send('PUT', `/api/reports/${lost.id}/matches/${found.id}`, { verdict: 'same' })).status,
    ).toBe(404)
  })

  test('is refused for a report of the same side and for words that are no verdict', async () => {
    const lost = await post(app, lostDog())
    const twin = await post(app, lostDog())
    const found = await post(app, foundDog())
    expect((await judge(lost.id, twin.id, 'same', lost.token)).status).toBe(404)
    expect((await judge(lost.id, found.id, 'maybe', lost.token)).status).toBe(422)
  })
})

describe('a new report', () => {
  test('tells both authors of a likely match by mail, once, each in their language', async () => {
    const marks = [
      { part: 'tail', type: 'missing', visibility: 'public' },
      { part: 'ear', side: 'left', type: 'notch', visibility: 'public' },
    ] as const
    const lost = await post(app, lostDog({ language: 'ru', age: 'adult', marks: [...marks] }))
    await app.runJobs()
    expect(app.mails).toEqual([])
    const found = await post(app, foundDog({ language: 'en', age: 'adult', marks: [...marks] }))
    await app.runJobs()
    const sent = app.mails.map(({ to, subject }) => [to, subject]).sort()
    expect(sent).toEqual([
      ['anna@example.org', 'Возможно, это Рыжик'],
      ['finder@example.org', 'A post that may match yours has appeared'],
    ])
    expect(app.mails.find((mail) => mail.to === 'anna@example.org')!.text).toContain(`/reports/${found.id}`)
    await app.send('PATCH', `/api/reports/${lost.id}`, { size: 'm' }, lost)
    await app.runJobs()
    expect(app.mails).toHaveLength(2)
  })

  test('mails one address of twenty matches a day, whoever posts them and through whatever reports', async () => {
    app = await createTestApp({ rateLimits: true })
    const mailed = ['anna@example.org', 'Anna+dog@example.org']
    for (let number = 0; number < 22; number += 1) {
      const headers = { 'X-Forwarded-For': `203.0.113.${number}` }
      const location = { lng: -120 + number, lat: -40, accuracyM: 10 }
      const contact = { email: mailed[number % 2]! }
      const lost = await app.send('POST', '/api/reports', lostDog({ location, contact }), { headers })
      const seen = foundDog({ location, contact: {}, aboutReportId: (await lost.json()).report.id })
      expect((await app.send('POST', '/api/reports', seen, { headers })).status).toBe(201)
      await app.runJobs()
    }
    expect(app.mails).toHaveLength(20)
    app.setNow(new Date(NOW.getTime() + 86_400_000))
    await post(app, lostDog({ location: { lng: 60, lat: 60 }, microchip: '643094100123456' }))
    await post(app, foundDog({ location: { lng: 60, lat: 60 }, microchip: '643094100123456' }))
    await app.runJobs()
    expect(app.mails.filter(({ to }) => to === 'anna@example.org')).toHaveLength(11)
  })

  test('tells nobody of an unlikely one', async () => {
    await post(app, lostDog())
    await post(app, foundDog({ colours: ['black'], sex: 'female', location: { lng: 37.8, lat: 55.8 } }))
    await app.runJobs()
    expect(app.mails).toEqual([])
  })
})
