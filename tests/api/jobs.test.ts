import { beforeEach, describe, expect, test } from 'vitest'
import { jobHandlers } from '../../api/job-handlers.ts'
import { startJobLoop } from '../../api/jobs/loop.ts'
import { enqueueJob, JOB_LANES } from '../../api/jobs/queue.ts'
import { runDueJobs } from '../../api/jobs/run.ts'
import { foundDog, lostDog, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const later = (ms: number) => app.setNow(new Date(NOW.getTime() + ms))
const mail = { to: 'anna@example.org', subject: 'Привет', text: 'Видел его' }

const enqueueMail = () =>
  enqueueJob(app.system, app.deps.sql, { type: 'mail.send', payload: { ...mail, reportId: 'of no report' } })

const readJobs = () =>
  app.deps.sql<{ type: string; attempts: number; failed_at: Date | null; last_error: string | null }[]>`
    select type, attempts, failed_at, last_error from jobs order by id`

describe('the lanes of a process', () => {
  test('have each type of job in one of them', () => {
    expect(JOB_LANES.flat().toSorted()).toEqual(Object.keys(jobHandlers).toSorted())
  })

  test('find matches while a mail server does not answer', async () => {
    await enqueueMail()
    const lost = await post(app, lostDog())
    await post(app, foundDog())
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
    app.system.mailer.send = () => answered
    const [matching, mailing] = JOB_LANES.map((types) => runDueJobs(app.system, jobHandlers, { types }))
    await matching
    expect(await app.deps.sql`select lost_id from match_pairs where lost_id = ${lost.id}`).toHaveLength(1)
    answer()
    await mailing
  })
})

describe('a job', () => {
  test('that no process lives through is given up after its last attempt', async () => {
    await enqueueMail()
    await app.deps.sql`update jobs set attempts = 8, claimed_until = ${NOW}`
    later(MINUTE_MS)
    await app.runJobs()
    expect(app.mails).toEqual([])
    expect(await readJobs()).toMatchObject([{ failed_at: expect.any(Date), last_error: 'ProcessLost' }])
    expect(app.logs.some((line) => line.includes('"gaveUp":true'))).toBe(true)
  })

  test.each([
    ['failure', new Error('late')],
    ['success', undefined],
  ])('is left to who claimed it since, whatever a late %s says', async (_, fault) => {
    await enqueueMail()
    const claimedAgain = new Date(NOW.getTime() + 10 * MINUTE_MS)
    app.system.mailer.send = async () => {
      await app.deps.sql`update jobs set attempts = 2, claimed_until = ${claimedAgain}`
      if (fault) throw fault
    }
    await app.runJobs()
    expect(await readJobs()).toMatchObject([{ attempts: 2, last_error: null }])
  })

  test('that fails for good is kept for a week and then forgotten with its addresses', async () => {
    await enqueueMail()
    await app.deps.sql`update jobs set failed_at = ${NOW}`
    later(6 * DAY_MS)
    await jobHandlers.housekeeping(app.system, {})
    expect((await readJobs()).map(({ type }) => type)).toContain('mail.send')
    later(8 * DAY_MS)
    await jobHandlers.housekeeping(app.system, {})
    expect((await readJobs()).map(({ type }) => type)).not.toContain('mail.send')
  })
})

describe('housekeeping', () => {
  test('plans its next hour also when it fails', async () => {
    app.deps.photoStore.list = () => {
      throw new Error('the disk is away')
    }
    await expect(jobHandlers.housekeeping(app.system, {})).rejects.toThrow('the disk is away')
    expect(await readJobs()).toMatchObject([{ type: 'housekeeping', failed_at: null }])
  })

  test('lets a phone repeat a post weeks later without making a second report', async () => {
    const headers = { 'Idempotency-Key': 'kept by a phone' }
    const send = async () => (await app.send('POST', '/api/reports', lostDog(), { headers })).json()
    const first = await send()
    for (const [days, same] of [
      [59, true],
      [61, false],
    ] as const) {
      later(days * DAY_MS)
      await jobHandlers.housekeeping(app.system, {})
      expect((await send()).report.id === first.report.id).toBe(same)
    }
  })
})

test('the loop tells a fault of the database and goes on', async () => {
  const faults: unknown[] = []
  let runs = 0
  const again = Promise.withResolvers<void>()
  const loop = startJobLoop(
    async () => {
      runs += 1
      if (runs === 1) throw new Error('the database is away')
      again.resolve()
    },
    (error) => {
      faults.push(error)
      loop.wake()
    },
  )
  loop.wake()
  await again.promise
  await loop.stop()
  expect(faults).toEqual([new Error('the database is away')])
})

test('a deleted report takes its waiting mails with it, and no others', async () => {
  const [lost, found] = [await post(app, lostDog()), await post(app, foundDog())]
  await app.deps.sql`delete from jobs`
  for (const { id } of [lost, found]) {
    await app.send('POST', `/api/reports/${id}/messages`, { text: 'Видел его', replyTo: 'kind@example.org' })
  }
  expect(await readJobs()).toHaveLength(2)
  await app.send('DELETE', `/api/reports/${lost.id}`, undefined, { token: lost.token })
  await app.runJobs()
  expect(app.mails.map(({ to }) => to)).toEqual(['finder@example.org'])
  expect(app.mails[0]).not.toHaveProperty('reportId')
})
