import { beforeEach, describe, expect, test } from 'vitest'
import { foundDog, lostDog, type Posted, post } from '../../factories.ts'
import { createTestApp, type TestApp } from '../../setup/app.ts'
import { petPicture } from '../../unit/photos/pictures.ts'
import { look, pathsOfReport } from './stranger.ts'

/** Words that stand nowhere else: whoever sees one of them has seen what was not meant for them. */
const SECRETS = {
  externalId: 'canary-shelf-41',
  microchip: '643094100123456',
  brand: 'CANARYBRAND',
  marks: [{ part: 'tail', type: 'kinked', visibility: 'sealed' }],
  location: { lng: 37.6249317, lat: 55.7533719, accuracyM: 17 },
  contact: { name: 'Канарейкина', email: 'canary@secret.example', phone: '+7 903 111-22-33' },
} as const

const CANARIES = [
  'canary',
  'CANARY',
  'Канарейкина',
  '111-22-33',
  '1112233',
  '643094100123456',
  '094100123456',
  'kinked',
  '37.6249',
  '55.7533',
]

let app: TestApp
let home: Posted
let spy: Posted
beforeEach(async () => {
  app = await createTestApp()
  home = await post(app, foundDog({ ...SECRETS, marks: [...SECRETS.marks] }))
  spy = await post(app, lostDog({ contact: { email: 'spy@example.net' } }))
  await app.runJobs()
})

function expectNoSecret(text: string, ...more: string[]): void {
  for (const canary of [...CANARIES, home.token, ...more]) expect(text).not.toContain(canary)
}

const asSpy = () => ({ token: spy.token })
const asAuthor = () => ({ token: home.token })

describe('what the author keeps to themselves', () => {
  test('stands in no answer that somebody else gets', async () => {
    const paths = [
      ...(await pathsOfReport(app, home.id)),
      ...(await pathsOfReport(app, spy.id)),
      '/api/reports',
      '/api/reports?near=37.6249317,55.7533719&radiusM=2000',
      `/api/reports?aboutReportId=${home.id}`,
      '/api/config',
      '/tiles.json',
    ]
    for (const path of paths) {
      for (const sight of [await look(app, path), await look(app, path, asSpy())]) {
        expectNoSecret(JSON.stringify({ ...sight, request: '' }))
      }
    }
    const { body: document } = await look(app, '/api/openapi.json')
    for (const canary of CANARIES.filter((word) => word !== 'kinked')) expect(document).not.toContain(canary)
  })

  test('cannot be found by typing it into the search', async () => {
    const words = [
      'Канарейкина',
      'canary',
      SECRETS.contact.email,
      '9031112233',
      SECRETS.microchip,
      SECRETS.brand,
      'kinked',
    ]
    for (const q of [...words, SECRETS.externalId, home.token, home.token.slice(0, 12)]) {
      const response = await app.request(`/api/reports?q=${encodeURIComponent(q)}`)
      expect((await response.json()).features, q).toEqual([])
    }
  })

  test('reaches neither the log nor the job table, when things go well and when they break', async () => {
    await app.send(
      'PATCH',
      `/api/reports/${home.id}`,
      { name: 'Рыжик', microchip: SECRETS.microchip },
      asAuthor(),
    )
    await app.send(
      'PATCH',
      `/api/reports/${home.id}`,
      { contact: { email: `${SECRETS.contact.email}@` } },
      asAuthor(),
    )
    await app.send(
      'PATCH',
      `/api/reports/${home.id}`,
      { location: { lng: 37.6249317, lat: 95.7533719 } },
      asAuthor(),
    )
    await app.send('POST', `/api/reports/${home.id}/messages`, {
      text: 'canary',
      replyTo: 'canary@secret.example',
    })
    const { sql, mailer } = app.deps
    app.deps.sql = sql
    const broken = { ...mailer }
    mailer.send = async (mail) => {
      throw new Error(`550 no such user ${mail.to}`)
    }
    await app.runJobs()
    Object.assign(mailer, broken)
    const failed = await sql`select last_error from jobs where last_error is not null`
    expect(failed).toHaveLength(1)
    expectNoSecret(JSON.stringify(failed))
    expectNoSecret(app.logs.join('\n'))
  })

  test('is not told by a failure inside: it shows its request id and no more', async () => {
    const render = app.deps.images.render
    app.deps.images.render = async () => {
      throw new Error('canary@secret.example 37.6249317 /home/canary')
    }
    const body = new FormData()
    body.set('photo', new File([new Uint8Array(await petPicture().jpeg().toBuffer())], 'canary.jpg'))
    const headers = { Authorization: `Bearer ${home.token}` }
    const response = await app.request(`/api/reports/${home.id}/photos`, { method: 'POST', body, headers })
    app.deps.images.render = render
    expect(response.status).toBe(500)
    const problem = await response.json()
    expect(Object.keys(problem).sort()).toEqual(['requestId', 'status', 'title', 'type'])
    expect(app.logs.join('\n')).toContain(problem.requestId)
    expectNoSecret(app.logs.join('\n'))
  })

  test('is stored as hashes where only equality matters', async () => {
    const [row] = await app.deps.sql<{ text: string }[]>`
      select row_to_json(r)::text as text
      from (select * from reports where id = ${home.id}) r`
    for (const number of [SECRETS.microchip, SECRETS.brand, home.token])
      expect(row?.text).not.toContain(number)
  })
})

describe('refusals', () => {
  test('say the same of a wrong token and of a report that never was', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    const attempts: [string, string, unknown?][] = [
      ['GET', ''],
      ['PATCH', '', { name: 'mine' }],
      ['DELETE', ''],
      ['POST', '/resolve', { resolution: 'other' }],
      ['GET', '/messages'],
      ['POST', '/replies', { text: 'hello', threadId: nobody }],
      ['DELETE', `/photos/${'a'.repeat(32)}`],
      ['PUT', `/matches/${spy.id}`, { verdict: 'same' }],
    ]
    for (const [method, tail, body] of attempts) {
      for (const token of ['wrong', spy.token]) {
        const real = await look(app, `/api/reports/${home.id}${tail}`, { method, token, body })
        const unreal = await look(app, `/api/reports/${nobody}${tail}`, { method, token, body })
        expect({ ...real, request: '' }).toEqual({ ...unreal, request: '' })
        expect(real.status).toBe(404)
      }
    }
  })

  test('do not repeat what was typed', async () => {
    const body = {
      ...foundDog(),
      contact: { email: 'canary secret' },
      microchip: '64309410012345X',
      brand: 'CANARY\u0000',
    }
    const response = await app.send('POST', '/api/reports', body)
    expect(response.status).toBe(422)
    expectNoSecret(await response.text())
  })
})

describe('an idempotency key', () => {
  const headers = { 'Idempotency-Key': 'weak' }

  test('that somebody guesses opens nothing without the whole body, secrets included', async () => {
    const first = await app.send(
      'POST',
      '/api/reports',
      foundDog({ ...SECRETS, externalId: 'other', marks: [] }),
      { headers },
    )
    expect(first.status).toBe(201)
    const guesses = [
      foundDog(),
      foundDog({
        ...SECRETS,
        externalId: 'other',
        marks: [],
        location: { ...SECRETS.location, lng: 37.6249318 },
      }),
      foundDog({ ...SECRETS, externalId: 'other', marks: [], contact: { email: SECRETS.contact.email } }),
    ]
    for (const guess of guesses) {
      const response = await app.send('POST', '/api/reports', guess, { headers })
      expect(response.status).toBe(409)
      expectNoSecret(await response.text())
    }
  })

  test('forgets the report it made when that is deleted', async () => {
    const made = await (await app.send('POST', '/api/reports', lostDog(), { headers })).json()
    await app.send('DELETE', `/api/reports/${made.report.id}`, undefined, { token: made.manageToken })
    expect(await app.deps.sql`select report_id from idempotency_keys`).toEqual([{ report_id: null }])
  })
})

describe('writing to each other', () => {
  const relayed = (to: string) => app.mails.find((mail) => mail.to === to && mail.text.includes('/reply#'))

  test('shows neither address to the other side, in mails, in threads and in the inbox', async () => {
    const text = 'Is it Rex?'
    await app.send('POST', `/api/reports/${home.id}/messages`, { text, replyTo: 'finder-canary@example.net' })
    await app.runJobs()
    const toAuthor = relayed(SECRETS.contact.email)
    expect(JSON.stringify({ ...toAuthor, to: '' })).not.toMatch(/canary|Канарейкина|111-22-33/)
    const authorLink = /#([\w-]{43})/.exec(toAuthor?.text ?? '')?.[1] ?? ''
    const conversation = await look(app, '/api/replies', { token: authorLink })
    expect(conversation.status).toBe(200)
    expectNoSecret(conversation.body)
    expectNoSecret((await look(app, `/api/reports/${home.id}/messages`, asAuthor())).body)

    await app.send('POST', '/api/replies', { text: 'It is' }, { token: authorLink })
    await app.runJobs()
    const toWriter = relayed('finder-canary@example.net')
    expectNoSecret(JSON.stringify({ ...toWriter, to: '' }), authorLink)
    const writerLink = /#([\w-]{43})/.exec(toWriter?.text ?? '')?.[1] ?? ''
    expectNoSecret((await look(app, '/api/replies', { token: writerLink })).body, authorLink)
  })

  test('gives a reply link no power over the report', async () => {
    await app.send('POST', `/api/reports/${home.id}/messages`, {
      text: 'hello',
      replyTo: 'writer@example.net',
    })
    await app.runJobs()
    const link = /#([\w-]{43})/.exec(app.mails.at(-1)?.text ?? '')?.[1] ?? ''
    for (const [method, body] of [['GET'], ['PATCH', { name: 'x' }], ['DELETE']] as const) {
      expect((await look(app, `/api/reports/${home.id}`, { method, token: link, body })).status).toBe(404)
    }
    expect((await look(app, '/api/replies', { token: home.token })).status).toBe(404)
  })
})
