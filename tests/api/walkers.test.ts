import { beforeEach, describe, expect, test } from 'vitest'
import { jobHandlers } from '../../api/job-handlers.ts'
import type { ReportBody } from '../../api/reports/schema.ts'
import type { SetOut, WalkerList } from '../../api/walkers/schema.ts'
import { foundDog, lostDog, type Posted, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

const MINUTE_MS = 60_000

let app: TestApp
let lost: Posted
let seen: Posted
beforeEach(async () => {
  app = await createTestApp()
  lost = await post(app, lostDog())
  seen = await post(app, sightingOf(lost))
})

const sightingOf = ({ id }: Posted, over: Partial<ReportBody> = {}) =>
  foundDog({ kind: 'sighting', aboutReportId: id, ...over })

type More = { token?: string; headers?: Record<string, string> }

const send = (sighting: Posted, more: More = {}, report = lost) =>
  app.send('POST', `/api/reports/${report.id}/walkers`, { sightingId: sighting.id }, more)

async function setOut(sighting = seen, more: More = {}): Promise<SetOut> {
  const response = await send(sighting, more)
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as SetOut
}

const takeBack = (token: string | undefined, { sighting = seen, report = lost } = {}) =>
  app.send('DELETE', `/api/reports/${report.id}/walkers/${sighting.id}`, undefined, token ? { token } : {})

async function whoGoes(report = lost): Promise<WalkerList['items']> {
  const response = await app.request(`/api/reports/${report.id}/walkers`)
  expect(response.status).toBe(200)
  return ((await response.json()) as WalkerList).items
}

const minutesLater = (minutes: number) => app.setNow(new Date(NOW.getTime() + minutes * MINUTE_MS))
const rows = () => app.deps.sql<{ set_out_at: Date }[]>`select * from walkers`

describe('somebody on the way to a sighting', () => {
  test('is counted for everybody who looks at the lost report, the author told apart', async () => {
    expect(await whoGoes()).toEqual([])
    await setOut()
    await setOut()
    const other = await post(app, sightingOf(lost))
    await setOut(other, { token: lost.token })
    const items = await whoGoes()
    expect(items).toHaveLength(2)
    expect(items).toContainEqual(expect.objectContaining({ sightingId: seen.id, walkers: 2, owner: false }))
    expect(items).toContainEqual(expect.objectContaining({ sightingId: other.id, walkers: 1, owner: true }))
  })

  test('can turn back with the token they got, and nobody else can', async () => {
    const { token } = await setOut()
    await setOut()
    const other = await post(app, sightingOf(lost))
    for (const wrong of [undefined, 'guess', lost.token, seen.token]) {
      expect((await takeBack(wrong)).status).toBe(404)
    }
    expect((await takeBack(token, { sighting: other })).status).toBe(404)
    expect((await whoGoes())[0]?.walkers).toBe(2)
    expect((await takeBack(token)).status).toBe(204)
    expect((await whoGoes())[0]?.walkers).toBe(1)
    expect((await takeBack(token)).status).toBe(404)
  })

  test('ends by itself after two hours of the service’s clock, and housekeeping drops what ended', async () => {
    const { until } = await setOut()
    expect(until).toBe(new Date(NOW.getTime() + 120 * MINUTE_MS).toISOString())
    minutesLater(119)
    await jobHandlers.housekeeping(app.system, {})
    expect(await whoGoes()).toHaveLength(1)
    minutesLater(120)
    expect(await whoGoes()).toEqual([])
    expect(await rows()).toHaveLength(1)
    await jobHandlers.housekeeping(app.system, {})
    expect(await rows()).toEqual([])
  })

  test('is one person when a phone repeats what it got no answer to', async () => {
    const again = { headers: { 'Idempotency-Key': 'made by the phone' } }
    const first = await setOut(seen, again)
    expect(await setOut(seen, again)).toEqual(first)
    expect((await whoGoes())[0]?.walkers).toBe(1)
    const other = await post(app, sightingOf(lost))
    expect((await setOut(other, again)).token).not.toBe(first.token)
    expect((await takeBack(first.token)).status).toBe(204)
  })

  test('is one author however often they say so, and their manage token takes it back', async () => {
    const { token } = await setOut(seen, lost)
    expect(token).toBeUndefined()
    minutesLater(60)
    await setOut(seen, lost)
    expect(await whoGoes()).toMatchObject([{ walkers: 1, owner: true }])
    minutesLater(170)
    expect(await whoGoes()).toHaveLength(1)
    expect((await takeBack(lost.token)).status).toBe(204)
    expect(await whoGoes()).toEqual([])
  })
})

describe('says nothing of who they are', () => {
  test('no more than a count and a time to five minutes, in the database too', async () => {
    app.setNow(new Date('2026-11-20T18:13:37.123Z'))
    const { token, until } = await setOut(seen, { headers: { 'X-Forwarded-For': '203.0.113.7' } })
    expect(until).toBe('2026-11-20T20:10:00.000Z')
    expect(await whoGoes()).toEqual([
      { sightingId: seen.id, walkers: 1, owner: false, lastSetOutAt: '2026-11-20T18:10:00.000Z' },
    ])
    const [row] = await rows()
    expect(row?.set_out_at.toISOString()).toBe('2026-11-20T18:10:00.000Z')
    expect(Object.keys(row!).sort()).toEqual([
      ...['by_author', 'report_id', 'set_out_at', 'sighting_id', 'token_hash'],
    ])
    const written = JSON.stringify([await rows(), app.logs])
    expect(written).not.toContain('203.0.113.7')
    expect(written).not.toContain(token)
  })

  test('not even whether two marks are one device’s', async () => {
    const headers = { 'Idempotency-Key': 'one device' }
    const other = await post(app, sightingOf(lost))
    await setOut(seen, { headers })
    await setOut(other, { headers })
    const hashes = await app.deps.sql<{ hash: string }[]>`
      select distinct encode(token_hash, 'hex') as hash
      from walkers`
    expect(hashes).toHaveLength(2)
  })
})

describe('only to sightings that the lost report shows', () => {
  test('answers all others as unknown', async () => {
    const other = await post(app, lostDog())
    const elsewhere = await post(app, sightingOf(other))
    const inCare = await post(app, foundDog({ aboutReportId: lost.id }))
    const hidden = await post(app, sightingOf(lost))
    await app.deps.sql`update reports set status = 'hidden' where id = ${hidden.id}`
    for (const wrong of [elsewhere, inCare, hidden, other, lost]) {
      expect((await send(wrong)).status).toBe(404)
      expect((await send(wrong, lost)).status).toBe(404)
    }
    expect((await send(seen, {}, other)).status).toBe(404)
    expect((await send(seen, { token: 'guess' })).status).toBe(404)
    expect((await send(seen, other)).status).toBe(404)
    expect((await app.send('POST', `/api/reports/${lost.id}/walkers`, { sightingId: 'x' })).status).toBe(422)
    expect(await rows()).toEqual([])
  })

  test.each(['hidden', 'withdrawn', 'reunited', 'pending', 'expired'])(
    'takes nobody on to a report that is %s, and shows who goes only of open ones',
    async (status) => {
      await setOut()
      await app.deps.sql`update reports set status = ${status} where id = ${lost.id}`
      const unknown = await app.request(`/api/reports/${crypto.randomUUID()}/walkers`)
      const answer = await app.request(`/api/reports/${lost.id}/walkers`)
      if (status === 'hidden' || status === 'pending') {
        const said = async (response: Response) => ({ ...(await response.json()), requestId: '' })
        expect(answer.status).toBe(404)
        expect(await said(answer)).toEqual(await said(unknown))
      } else {
        expect(await answer.json()).toEqual({ items: [] })
      }
      expect((await send(seen)).status).toBe(404)
    },
  )

  test('forgets a sighting that names the report no more', async () => {
    await setOut()
    await app.send('PATCH', `/api/reports/${seen.id}`, { aboutReportId: null }, { token: seen.token })
    expect(await whoGoes()).toEqual([])
  })

  describe('that the author called another animal', () => {
    const judge = (sighting: Posted, verdict: string, by = lost) =>
      app.send('PUT', `/api/reports/${by.id}/matches/${sighting.id}`, { verdict }, { token: by.token })
    const listed = async (more: More = {}) => {
      const response = await app.send('GET', `/api/reports?aboutReportId=${lost.id}`, undefined, more)
      const { features } = (await response.json()) as { features: { id: string }[] }
      return features.map(({ id }) => id)
    }

    test('ends every way there, and nobody sets out until it is taken back', async () => {
      await setOut()
      await setOut(seen, lost)
      const other = await post(app, sightingOf(lost))
      await setOut(other)
      expect((await judge(seen, 'different')).status).toBe(200)
      expect(await whoGoes()).toMatchObject([{ sightingId: other.id }])
      expect(await rows()).toHaveLength(1)
      expect((await send(seen)).status).toBe(404)
      expect((await send(seen, lost)).status).toBe(404)
      await judge(seen, 'unsure')
      expect((await send(seen)).status).toBe(201)
    })

    test('leaves the list of strangers and stays on the author’s', async () => {
      await judge(seen, 'different')
      expect(await listed()).toEqual([])
      expect(await listed({ token: lost.token })).toEqual([seen.id])
      const wrong = await app.send('GET', `/api/reports?aboutReportId=${lost.id}`, undefined, seen)
      expect(wrong.status).toBe(404)
      expect((await app.request(`/api/reports/${seen.id}`)).status).toBe(200)
      await judge(seen, 'unsure')
      expect(await listed()).toEqual([seen.id])
    })

    test('says nothing of an animal in care, nor when it was the finder who said so', async () => {
      const inCare = await post(app, foundDog({ aboutReportId: lost.id }))
      await judge(inCare, 'different')
      await judge(lost, 'different', seen)
      expect((await listed()).sort()).toEqual([seen.id, inCare.id].sort())
    })
  })

  test.each(['lost', 'sighting'])('is deleted with the %s report', async (which) => {
    await setOut()
    const { id, token } = which === 'lost' ? lost : seen
    await app.send('DELETE', `/api/reports/${id}`, undefined, { token })
    expect(await rows()).toEqual([])
  })
})

describe('somebody who wants others to stay at home', () => {
  const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } })

  test('can set few marks from one address, and others still can', async () => {
    app = await createTestApp({ rateLimits: true })
    lost = await post(app, lostDog())
    seen = await post(app, sightingOf(lost))
    const answers = await Promise.all(Array.from({ length: 12 }, () => send(seen, from('203.0.113.7'))))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5)
    const refused = answers.find(({ status }) => status === 429)
    expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await send(seen, from('203.0.113.8'))).status).toBe(201)
    expect((await whoGoes())[0]?.walkers).toBe(6)
  })

  test('from many addresses reaches a cap that keeps out no author, and that ends with the marks', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, at) => send(seen, from(`203.0.113.${at}`))),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect((await (await send(seen)).json()).type).toBe('/problems/conflict')
    expect((await send(seen, lost)).status).toBe(201)
    expect(await whoGoes()).toMatchObject([{ walkers: 21, owner: true }])
    minutesLater(120)
    await setOut()
    expect(await whoGoes()).toMatchObject([{ walkers: 1 }])
  })
})
