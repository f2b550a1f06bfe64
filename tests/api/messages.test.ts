import { beforeEach, expect, test } from 'vitest'
import { foundDog, lostDog, post } from '../factories.ts'
import { createTestApp, type TestApp } from '../setup/app.ts'

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
