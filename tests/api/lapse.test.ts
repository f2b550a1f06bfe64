import { beforeEach, describe, expect, test } from 'vitest'
import { importReports } from '../../api/reports/import.ts'
import { LAPSE_DAYS, lapseReports, NOTICE_DAYS } from '../../api/reports/lapse.ts'
import type { ReportBody } from '../../api/reports/schema.ts'
import { foundDog, lostDog, type Posted, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

const CHIP = '643094100123456'

/** So many days after now housekeeping runs, and what it asked for is mailed. */
async function onDay(days: number): Promise<void> {
  app.setNow(new Date(NOW.getTime() + days * 86_400_000))
  await lapseReports(app.system)
  await app.runJobs()
}

const statusOf = async ({ id }: Posted) =>
  (await (await app.request(`/api/reports/${id}`)).json()).properties.status

const keep = ({ id }: { id: string }, token: string | undefined) =>
  app.send('POST', `/api/reports/${id}/keep`, {}, token ? { token } : {})

const questions = () => app.mails.filter(({ text }) => text.includes('/keep#'))
const keyOf = ({ text }: { text: string }) => /\/keep#(\S+)/.exec(text)?.[1]

const withoutAddress = (make: (over?: Partial<ReportBody>) => ReportBody, over: Partial<ReportBody> = {}) =>
  make({ ...over, contact: { phone: '+7 900 000-00-00' } })

describe('a report that nobody touches', () => {
  test.each(Object.entries(LAPSE_DAYS))(
    '(%s) expires after %i days, and stays until then',
    async (kind, days) => {
      const body = withoutAddress(kind === 'lost' ? lostDog : foundDog, { kind: kind as ReportBody['kind'] })
      const report = await post(app, body)
      await onDay(days - 1)
      expect(await statusOf(report)).toBe('active')
      await onDay(days + 1)
      expect(await statusOf(report)).toBe('expired')
    },
  )

  test('leaves the list and the tiles; its page stays, for its author too, and a late finder can write', async () => {
    const report = await post(app, lostDog())
    await onDay(LAPSE_DAYS.lost - 1)
    await onDay(LAPSE_DAYS.lost + NOTICE_DAYS)
    expect(await statusOf(report)).toBe('expired')
    expect((await (await app.request('/api/reports')).json()).features).toEqual([])
    expect((await (await app.request('/api/reports?status=expired')).json()).features).toHaveLength(1)
    expect((await app.request('/tiles/0/0/0.mvt')).status).toBe(204)
    const mine = await app.send('GET', `/api/reports/${report.id}`, undefined, { token: report.token })
    expect((await mine.json()).properties).toMatchObject({ mine: true, status: 'expired' })
    const message = { text: 'Кажется, видел его', replyTo: 'kind@example.org' }
    expect((await app.send('POST', `/api/reports/${report.id}/messages`, message)).status).toBe(202)
  })

  test('is kept by an edit for another term', async () => {
    const report = await post(app, withoutAddress(lostDog))
    await onDay(300)
    await app.send('PATCH', `/api/reports/${report.id}`, { name: 'Шарик' }, { token: report.token })
    await onDay(LAPSE_DAYS.lost + 1)
    expect(await statusOf(report)).toBe('active')
  })

  test('stays where a shelter has the animal, or an import or the demo brought it', async () => {
    const taken = await post(app, withoutAddress(foundDog, { kind: 'shelter_intake' }))
    await importReports(
      app.system,
      (async function* () {
        yield JSON.stringify(withoutAddress(foundDog))
      })(),
    )
    const demo = await post(app, withoutAddress(foundDog))
    await app.deps.sql`update reports set is_demo = true where id = ${demo.id}`
    await onDay(2_000)
    expect(await app.deps.sql`select 1 from reports where status = 'active'`).toHaveLength(3)
    expect(await statusOf(taken)).toBe('active')
  })

  test('stays hidden, closed or waiting as it was', async () => {
    for (const status of ['hidden', 'pending', 'withdrawn', 'reunited']) {
      const report = await post(app, withoutAddress(lostDog))
      await app.deps.sql`update reports set status = ${status} where id = ${report.id}`
      await onDay(1_000)
      await keep(report, report.token)
      expect(await app.deps.sql`select status from reports where id = ${report.id}`).toEqual([{ status }])
      app.setNow(NOW)
    }
  })
})

describe('an author with an address', () => {
  const askedOn = LAPSE_DAYS.lost - NOTICE_DAYS + 1

  test('is asked once beforehand, in their language, by a link that holds no key to the report', async () => {
    const report = await post(app, lostDog({ language: 'en', name: 'Rex' }))
    await onDay(askedOn - 2)
    expect(questions()).toEqual([])
    await onDay(askedOn)
    await onDay(askedOn + 1)
    expect(questions()).toMatchObject([{ to: 'anna@example.org', subject: 'Rex: still missing?' }])
    const key = keyOf(questions()[0]!)!
    for (const [method, path] of [
      ['GET', `/api/reports/${report.id}`],
      ['DELETE', `/api/reports/${report.id}`],
      ['GET', `/api/reports/${report.id}/messages`],
    ] as const) {
      expect((await app.send(method, path, undefined, { token: key })).status).toBe(404)
    }
  })

  test('keeps it by the link, once or twice, and is asked again a term later by another one', async () => {
    const report = await post(app, lostDog())
    await onDay(askedOn)
    const [first] = questions()
    app.setNow(new Date(app.deps.clock().getTime() + 3_600_000))
    for (const _ of ['once', 'twice']) {
      const answer = await keep(report, keyOf(first!))
      expect(answer.status).toBe(200)
      expect(await answer.text()).not.toContain('anna@example.org')
    }
    await onDay(askedOn + LAPSE_DAYS.lost - NOTICE_DAYS - 1)
    expect(await statusOf(report)).toBe('active')
    expect(questions()).toHaveLength(1)
    await onDay(askedOn + LAPSE_DAYS.lost - NOTICE_DAYS + 1)
    expect(questions()).toHaveLength(2)
    expect((await keep(report, keyOf(first!))).status).toBe(404)
  })

  test('has the whole notice to answer, also where housekeeping comes late', async () => {
    const report = await post(app, lostDog())
    await onDay(1_000)
    expect(await statusOf(report)).toBe('active')
    await onDay(1_000 + NOTICE_DAYS - 1)
    expect(await statusOf(report)).toBe('active')
    await onDay(1_000 + NOTICE_DAYS)
    expect(await statusOf(report)).toBe('expired')
    expect(questions()).toHaveLength(1)
  })

  test('is not asked without end: a mailbox takes twenty of these a day', async () => {
    app.deps.config.rateLimits = true
    for (let n = 0; n < 25; n += 1) {
      const headers = { 'X-Forwarded-For': `203.0.113.${n}` }
      await app.send('POST', '/api/reports', lostDog(), { headers })
    }
    await onDay(askedOn)
    expect(questions()).toHaveLength(20)
  })

  test.each(['the link of the mail', 'the manage token', 'an edit'])('brings it back by %s', async (how) => {
    const report = await post(app, lostDog())
    await onDay(askedOn)
    await onDay(askedOn + NOTICE_DAYS)
    expect(await statusOf(report)).toBe('expired')
    if (how === 'an edit') {
      await app.send('PATCH', `/api/reports/${report.id}`, {}, { token: report.token })
    } else await keep(report, how === 'the manage token' ? report.token : keyOf(questions()[0]!))
    expect(await statusOf(report)).toBe('active')
    expect((await (await app.request('/api/reports')).json()).features).toHaveLength(1)
  })
})

test('nobody else keeps a report', async () => {
  const report = await post(app, lostDog())
  for (const token of [undefined, 'x'.repeat(43)]) expect((await keep(report, token)).status).toBe(404)
  expect((await keep({ id: crypto.randomUUID() }, report.token)).status).toBe(404)
})

describe('an expired loss', () => {
  async function findLate(over: Partial<ReportBody>) {
    const lost = await post(app, lostDog({ microchip: CHIP }))
    await onDay(LAPSE_DAYS.lost)
    await onDay(LAPSE_DAYS.lost + NOTICE_DAYS)
    expect(await statusOf(lost)).toBe('expired')
    app.mails.length = 0
    const found = await post(app, foundDog({ occurredAt: app.deps.clock().toISOString(), ...over }))
    await app.runJobs()
    const matches = await (await app.request(`/api/reports/${found.id}/matches`)).json()
    return { lost, ids: matches.items.map((item: { report: { id: string } }) => item.report.id) }
  }

  test('is found by its chip however late, and its author is told', async () => {
    const { lost, ids } = await findLate({ microchip: CHIP })
    expect(ids).toEqual([lost.id])
    expect(app.mails.map(({ to }) => to)).toContain('anna@example.org')
    const own = await app.send('GET', `/api/reports/${lost.id}/matches`, undefined, { token: lost.token })
    const [match] = (await own.json()).items
    const path = `/api/reports/${lost.id}/matches/${match.report.id}`
    const judged = await app.send('PUT', path, { verdict: 'same' }, { token: lost.token })
    expect(judged.status).toBe(200)
  })

  test('is not offered by its looks alone', async () => {
    expect((await findLate({})).ids).toEqual([])
  })
})
