import { beforeEach, expect, test } from 'vitest'
import { lostDog, type Posted, post } from '../../factories.ts'
import { createTestApp, NOW, type TestApp } from '../../setup/app.ts'
import { readProblem } from './problems.ts'

let app: TestApp
let report: Posted
beforeEach(async () => {
  app = await createTestApp({ rateLimits: true })
  report = await post(app, lostDog())
})

const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } })
const write = (address: string) =>
  app.send(
    'POST',
    `/api/reports/${report.id}/messages`,
    { text: 'Buy now', replyTo: 'spam@example.net' },
    from(address),
  )

/** Sends until refused; no limit is beyond some thousands. */
async function countUntilRefused(ask: () => Promise<Response>): Promise<{ taken: number; last: Response }> {
  for (let taken = 0; taken < 5_000; taken += 1) {
    const last = await ask()
    if (last.status >= 400) return { taken, last }
  }
  throw new Error('never refused')
}

test('a spammer is stopped, told for how long, and nobody else is', async () => {
  const { taken, last } = await countUntilRefused(() => write('203.0.113.7'))
  expect(taken).toBeGreaterThan(3)
  expect(last.status).toBe(429)
  expect((await readProblem(last)).type).toBe('/problems/too-many-requests')
  expect((await write('203.0.113.8')).status).toBe(202)
  const waitS = Number(last.headers.get('Retry-After'))
  app.setNow(new Date(NOW.getTime() + waitS * 1000))
  expect((await write('203.0.113.7')).status).toBe(202)
})

test('addresses of one IPv6 network, and addresses that a caller makes up, count as one caller', async () => {
  let call = 0
  await countUntilRefused(() => write(`2001:db8:1:2::${(call++).toString(16)}`))
  expect((await write('2001:db8:1:3::1')).status).toBe(202)
  await countUntilRefused(() => write(`198.51.100.${call++ % 250}, 203.0.113.9`))
})

test('posting has its limit too', async () => {
  const { last } = await countUntilRefused(() =>
    app.send('POST', '/api/reports', lostDog(), from('203.0.113.7')),
  )
  expect(last.status).toBe(429)
})

test.each([
  ['lists', '/api/reports', 60],
  ['tiles', '/tiles/9/309/160.mvt', 60 * 15],
  ['places', '/api/places?q=%D0%A2%D0%B2%D0%B5%D1%80%D1%8C', 120],
])(
  'who gathers %s by the thousand is stopped; a hand that takes a new view every second is not',
  async (_, path, aMinute) => {
    const ask = (address: string) => app.request(path, from(address))
    const { taken, last } = await countUntilRefused(() => ask('203.0.113.7'))
    expect(taken).toBeGreaterThan(1.5 * aMinute)
    expect(last.status).toBe(429)
    expect((await readProblem(last)).type).toBe('/problems/too-many-requests')
    expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await ask('203.0.113.8')).status).toBeLessThan(300)
    app.setNow(new Date(NOW.getTime() + Number(last.headers.get('Retry-After')) * 1000))
    expect((await ask('203.0.113.7')).status).toBeLessThan(300)
  },
)
