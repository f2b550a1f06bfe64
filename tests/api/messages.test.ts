import { beforeEach, describe, expect, test } from 'vitest'
import { isWholeReplyToken } from '../../api/domain/reply-token.ts'
import { foundDog, lostDog, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

const linkToken = (text: string) => /\/reply#([\w-]+)/.exec(text)?.[1] ?? ''

test('carries a message and its answers both ways without showing either address', async () => {
  const { id } = await post(app, lostDog())
  const sent = await app.send('POST', `/api/reports/${id}/messages`, {
    text: 'Видел его',
    replyTo: 'kind@example.org',
  })
  expect(sent.status).toBe(202)
  await app.runJobs()
  const [toAuthor] = app.mails
  expect(toAuthor).toMatchObject({ to: 'anna@example.org' })
  expect(toAuthor?.text).toContain('Видел его')
  expect(toAuthor?.text).not.toContain('kind@example.org')

  const authorToken = linkToken(toAuthor?.text ?? '')
  await app.send('POST', '/api/replies', { text: 'Где именно?' }, { token: authorToken })
  await app.runJobs()
  const toWriter = app.mails[1]
  expect(toWriter).toMatchObject({ to: 'kind@example.org' })
  expect(toWriter?.text).not.toContain('anna@example.org')

  const writerToken = linkToken(toWriter?.text ?? '')
  expect(isWholeReplyToken(writerToken)).toBe(true)
  await app.send('POST', '/api/replies', { text: 'У пруда' }, { token: writerToken })
  await app.runJobs()
  expect(linkToken(app.mails[2]?.text ?? '')).toBe(authorToken)

  const text = await (await app.send('GET', '/api/replies', undefined, { token: writerToken })).text()
  expect(text).not.toContain('anna@example.org')
  expect(JSON.parse(text)).toMatchObject({
    youAreAuthor: false,
    items: [{ fromAuthor: false }, { fromAuthor: true }, { fromAuthor: false, text: 'У пруда' }],
  })
})

test('keeps a message for an author without an address in the inbox that only they open', async () => {
  const { id, token } = await post(app, foundDog({ contact: {} }))
  await app.send('POST', `/api/reports/${id}/messages`, { text: 'Это мой!', replyTo: 'owner@example.org' })
  await app.runJobs()
  expect(app.mails).toEqual([])
  const text = await (await app.send('GET', `/api/reports/${id}/messages`, undefined, { token })).text()
  expect(text).toContain('Это мой!')
  expect(text).not.toContain('owner@example.org')
  expect((await app.request(`/api/reports/${id}/messages`)).status).toBe(404)

  const { threadId } = JSON.parse(text).items[0]
  await app.send('POST', `/api/reports/${id}/replies`, { threadId, text: 'Пишите' }, { token })
  await app.runJobs()
  expect(app.mails).toMatchObject([{ to: 'owner@example.org' }])
})

describe('an answer to a writer', () => {
  const answerIn = async (language: 'ru' | 'en', headers: Record<string, string>) => {
    const { id, token } = await post(app, lostDog({ language }))
    const message = { text: 'Saw him', replyTo: 'kind@example.org' }
    await app.send('POST', `/api/reports/${id}/messages`, message, { headers })
    const inbox = await app.send('GET', `/api/reports/${id}/messages`, undefined, { token })
    const { threadId } = (await inbox.json()).items[0]
    await app.send('POST', `/api/reports/${id}/replies`, { threadId, text: 'Where?' }, { token })
    await app.runJobs()
    const [toAuthor, toWriter] = app.mails
    expect(toAuthor).toMatchObject({ to: 'anna@example.org' })
    expect(toWriter).toMatchObject({ to: 'kind@example.org' })
    return { toAuthor: toAuthor!, toWriter: toWriter! }
  }

  test.each([
    ['ru', { 'Accept-Language': 'en' }, 'Сообщение о питомце', 'The author of the post replied to you'],
    ['en', { 'Accept-Language': 'ru-RU,ru;q=0.9,en;q=0.8' }, 'A message about', 'Автор объявления ответил'],
    ['en', { 'Accept-Language': 'kk' }, 'A message about', 'The author of the post replied to you'],
    ['ru', {}, 'Сообщение о питомце', 'Автор объявления ответил'],
  ] as const)(
    'of a post in "%s" comes in the writer’s language: %o',
    async (language, headers, asked, told) => {
      const { toAuthor, toWriter } = await answerIn(language, headers)
      expect(toAuthor.subject).toContain(asked)
      expect(toWriter.subject).toContain(told)
      expect(/[а-я]/.test(toWriter.text)).toBe(/[а-я]/.test(told))
    },
  )

  test('says that the author answered, and speaks of no post of theirs', async () => {
    const { toAuthor, toWriter } = await answerIn('en', {})
    expect(toWriter.text).toContain('You wrote to the author of a post')
    expect(`${toWriter.subject} ${toWriter.text}`).not.toMatch(/your (post|pet)/i)
    const token = linkToken(toWriter.text)
    await app.send('POST', '/api/replies', { text: 'By the pond' }, { token })
    await app.runJobs()
    expect(app.mails[2]).toMatchObject({ to: toAuthor.to, subject: 'A message about your post' })
  })
})

test('refuses a message without a text, with a bad address, or to nobody', async () => {
  const { id } = await post(app, lostDog())
  const bad = await app.send('POST', `/api/reports/${id}/messages`, { text: '', replyTo: 'no address' })
  expect(bad.status).toBe(422)
  expect((await bad.json()).errors.map((error: { pointer: string }) => error.pointer)).toEqual([
    '/text',
    '/replyTo',
  ])
  const nobody = `/api/reports/${crypto.randomUUID()}/messages`
  expect((await app.send('POST', nobody, { text: 'x', replyTo: 'a@example.org' })).status).toBe(404)
  expect((await app.send('POST', '/api/replies', { text: 'x' }, { token: 'guess' })).status).toBe(404)
})

test('mails the author of a pet whose name is cut where a letter of two units stands', async () => {
  const name = `${'Р'.repeat(59)}🐶🐶`
  const { id } = await post(app, lostDog({ name }))
  const sent = await app.send('POST', `/api/reports/${id}/messages`, {
    text: 'Видел его',
    replyTo: 'kind@example.org',
  })
  expect(sent.status).toBe(202)
  await post(app, foundDog({ location: lostDog().location, collar: 'red, bell', size: 'm' }))
  await app.runJobs()
  const subjects = app.mails.filter(({ to }) => to === 'anna@example.org').map(({ subject }) => subject)
  expect(subjects).toHaveLength(2)
  for (const subject of subjects) {
    expect(subject).toContain('Р'.repeat(59))
    expect(subject.isWellFormed()).toBe(true)
  }
})

describe('against floods', () => {
  const write = (id: string, from: number, text = 'Видел его') =>
    app.send(
      'POST',
      `/api/reports/${id}/messages`,
      { text, replyTo: 'kind@example.org' },
      { headers: { 'X-Forwarded-For': `203.0.113.${from}` } },
    )
  const statusesOf = async (count: number, send: (number: number) => Promise<Response>) => {
    const statuses: number[] = []
    for (let number = 0; number < count; number += 1) statuses.push((await send(number)).status)
    return statuses
  }

  test('mails one address twenty times a day, whoever writes and through whatever reports', async () => {
    app = await createTestApp({ rateLimits: true })
    const reports = [
      await post(app, lostDog()),
      await post(app, lostDog({ contact: { email: 'Anna+dog@example.org' } })),
    ]
    const statuses = await statusesOf(21, (number) => write(reports[number % 2]!.id, number))
    expect(statuses).toEqual(Array<number>(21).fill(202))
    await app.runJobs()
    expect(app.mails).toHaveLength(20)
    // The one that was not mailed waits in the author's own view.
    const inboxes = await Promise.all(
      reports.map(async ({ id, token }) => {
        const inbox = await app.send('GET', `/api/reports/${id}/messages`, undefined, { token })
        return (await inbox.json()).items.length
      }),
    )
    expect(inboxes).toEqual([11, 10])
    const other = await post(app, foundDog())
    expect((await write(other.id, 1)).status).toBe(202)
    app.setNow(new Date(NOW.getTime() + 86_400_000))
    await write(reports[0]!.id, 1)
    await app.runJobs()
    // Mails about matches are none of these.
    expect(app.mails.filter(({ text }) => text.includes('/reply#'))).toHaveLength(22)
  })

  test('counts answers to a writer too, whose address a stranger may have typed', async () => {
    app = await createTestApp({ rateLimits: true })
    const { id, token } = await post(app, foundDog({ contact: {} }))
    await write(id, 1)
    const [{ threadId }] = (
      await (await app.send('GET', `/api/reports/${id}/messages`, undefined, { token })).json()
    ).items
    const statuses = await statusesOf(21, (number) =>
      app.send(
        'POST',
        `/api/reports/${id}/replies`,
        { threadId, text: 'Пишите' },
        { token, headers: { 'X-Forwarded-For': `203.0.113.${number}` } },
      ),
    )
    expect(statuses).toEqual(Array<number>(21).fill(202))
    await app.runJobs()
    expect(app.mails).toHaveLength(20)
  })

  test('from one place leave room for everybody else on the same day', async () => {
    app = await createTestApp({ rateLimits: true })
    const { id } = await post(app, foundDog({ contact: {} }))
    for (let hour = 0; hour < 6; hour += 1) {
      app.setNow(new Date(Date.UTC(2026, 10, 21, hour)))
      await statusesOf(20, () => write(id, 7))
    }
    expect((await write(id, 7)).status).toBe(429)
    expect((await write(id, 8)).status).toBe(202)
  })

  test('opens fifty conversations a day on one report, and any number without limits', async () => {
    app = await createTestApp({ rateLimits: true })
    const { id } = await post(app, foundDog({ contact: {} }))
    expect(await statusesOf(51, (number) => write(id, number))).toEqual([...Array<number>(50).fill(202), 429])
    app.deps.config.rateLimits = false
    expect((await write(id, 1)).status).toBe(202)
  })
})

describe('more than 200 messages', () => {
  const texts = (body: { items: { text: string }[] }) => body.items.map(({ text }) => Number(text))
  const numbers = (from: number, to: number) =>
    Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + i * Math.sign(to - from))

  test('leave the newest in the conversation, and all in the inbox page by page', async () => {
    const { id, token } = await post(app, lostDog())
    await app.send('POST', `/api/reports/${id}/messages`, { text: '1', replyTo: 'kind@example.org' })
    await app.runJobs()
    await app.deps.sql`
      insert into messages (id, thread_id, from_author, text, created_at)
      select gen_random_uuid(), t.id, false, n::text, t.created_at
      from threads t, generate_series(2, 250) as number (n)
      order by number.n`

    const link = linkToken(app.mails[0]?.text ?? '')
    const conversation = await (await app.send('GET', '/api/replies', undefined, { token: link })).json()
    expect(texts(conversation)).toEqual(numbers(51, 250))

    const first = await (await app.send('GET', `/api/reports/${id}/messages`, undefined, { token })).json()
    expect(texts(first)).toEqual(numbers(250, 51))
    const rest = await (await app.send('GET', first.links.next, undefined, { token })).json()
    expect(texts(rest)).toEqual(numbers(50, 1))
    expect(rest.links).toEqual({})
    expect((await app.request(first.links.next)).status).toBe(404)
  })
})
