import { beforeEach, describe, expect, test } from 'vitest'
import { importReports } from '../../api/reports/import.ts'
import type { ReportBody } from '../../api/reports/schema.ts'
import { foundDog, lostDog, type Posted, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

const keyOf = (mail: { text: string } | undefined) => /\/manage#([\w-]{43})$/m.exec(mail?.text ?? '')?.[1]
const linkTo = (address: string) => app.linkMails.find(({ to }) => to === address)

async function postAndReadMail(over: Partial<ReportBody> = {}): Promise<Posted & { key: string }> {
  const posted = await post(app, lostDog(over))
  await app.runJobs()
  return { ...posted, key: keyOf(app.linkMails.at(-1))! }
}

const read = (id: string, token: string) => app.send('GET', `/api/reports/${id}`, undefined, { token })

async function edit(id: string, patch: object, token: string): Promise<void> {
  expect((await app.send('PATCH', `/api/reports/${id}`, patch, { token })).status).toBe(200)
  await app.runJobs()
}

describe('a post with an address', () => {
  test.each([
    ['ru', 'Ссылка на управление вашим объявлением', 'Пропал пёс, Сокольники, Москва'],
    ['en', 'The link to manage your post', 'Lost dog, Sokolniki, Moscow'],
  ] as const)('brings its author one mail with a link, in "%s"', async (language, subject, headline) => {
    const { id, key } = await postAndReadMail({ language, location: { lng: 37.672, lat: 55.803 } })
    expect(app.linkMails).toMatchObject([{ to: 'anna@example.org', subject }])
    expect(app.linkMails[0]!.text).toContain(`\n${headline}\n`)
    expect(app.linkMails[0]!.text).toContain(`\nhttps://homeward.example/reports/${id}/manage#${key}\n`)
    expect(app.mails).toEqual([])
  })

  test('is managed by that link as by its own token, to the end', async () => {
    const { id, token, key } = await postAndReadMail()
    expect(key).not.toBe(token)
    const mine = await (await read(id, key)).json()
    expect(mine.properties).toMatchObject({ mine: true, contact: { email: 'anna@example.org' } })
    await edit(id, { name: 'Шарик' }, key)
    expect((await app.send('GET', `/api/reports/${id}/messages`, undefined, { token: key })).status).toBe(200)
    expect((await read(id, token)).status).toBe(200)
    const deleted = await app.send('DELETE', `/api/reports/${id}`, undefined, { token: key })
    expect(deleted.status).toBe(204)
  })

  test('has one owner on the way to a sighting, by whichever key they said so', async () => {
    const { id, token, key } = await postAndReadMail()
    const seen = await post(app, foundDog({ kind: 'sighting', aboutReportId: id }))
    const ways = `/api/reports/${id}/walkers`
    const countOwners = async () =>
      (await (await app.request(ways)).json()).items.map(({ walkers }: { walkers: number }) => walkers)
    for (const one of [token, key]) {
      expect((await app.send('POST', ways, { sightingId: seen.id }, { token: one })).status).toBe(201)
    }
    expect(await countOwners()).toEqual([1])
    expect((await app.send('DELETE', `${ways}/${seen.id}`, undefined, { token: key })).status).toBe(204)
    expect(await countOwners()).toEqual([])
  })

  test('leaves neither key where the database could give it away', async () => {
    const posted = await post(app, lostDog())
    const rows = await app.deps.sql<{ text: string }[]>`
      select row_to_json(r)::text as text from reports r
      union all
      select row_to_json(j)::text from jobs j`
    await app.runJobs()
    const key = keyOf(app.linkMails[0])!
    expect(rows).toHaveLength(3)
    for (const { text } of rows) {
      expect(text).not.toContain(posted.token)
      expect(text).not.toContain(key)
    }
  })

  test('brings one mail however often the create is repeated', async () => {
    const headers = { 'Idempotency-Key': 'once' }
    for (let time = 0; time < 3; time += 1) {
      expect((await app.send('POST', '/api/reports', lostDog(), { headers })).status).toBe(201)
      await app.runJobs()
    }
    expect(app.linkMails).toHaveLength(1)
  })

  test('gives away nothing that its author typed', async () => {
    await postAndReadMail({
      ...{ name: 'PRIZE', description: 'PRIZE', breed: 'PRIZE', collar: 'PRIZE', brand: 'PRIZE' },
      contact: { name: 'PRIZE', email: 'anna@example.org', phone: '+7 900 000-00-00' },
    })
    const { subject, text } = app.linkMails[0]!
    expect(`${subject} ${text}`).not.toMatch(/PRIZE|900 000|anna@/)
  })

  test('that is deleted before the mail leaves brings none', async () => {
    const { id, token } = await post(app, lostDog())
    await app.send('DELETE', `/api/reports/${id}`, undefined, { token })
    await app.runJobs()
    expect(app.linkMails).toEqual([])
  })
})

test('nobody is mailed of a post without an address, of an import or of the demo city', async () => {
  await post(app, lostDog({ contact: { phone: '+7 900 000-00-00' } }))
  await importReports(
    app.system,
    (async function* () {
      yield JSON.stringify(foundDog())
    })(),
  )
  const demo = await post(app, lostDog())
  await app.deps.sql`update reports set is_demo = true where id = ${demo.id}`
  await app.runJobs()
  expect(app.linkMails).toEqual([])
})

describe('another address', () => {
  const contact = { email: 'new@example.org' }

  test('gets a link of its own, and the one that went astray opens nothing any more', async () => {
    const { id, token, key } = await postAndReadMail()
    await edit(id, { contact }, token)
    expect(app.linkMails.map(({ to }) => to)).toEqual(['anna@example.org', 'new@example.org'])
    const newKey = keyOf(linkTo('new@example.org'))!
    expect((await read(id, newKey)).status).toBe(200)
    expect((await read(id, token)).status).toBe(200)
    expect((await read(id, key)).status).toBe(404)
    expect((await app.send('DELETE', `/api/reports/${id}`, undefined, { token: key })).status).toBe(404)
  })

  test('does not end the very link by which it was entered', async () => {
    const { id, token, key } = await postAndReadMail()
    await edit(id, { contact }, key)
    expect(keyOf(linkTo('new@example.org'))).toBe(key)
    for (const one of [key, token]) expect((await read(id, one)).status).toBe(200)
  })

  test('that is the first one gets a link, and one that is taken away ends its link', async () => {
    const { id, token } = await post(app, lostDog({ contact: {} }))
    await edit(id, { contact }, token)
    expect(app.linkMails.map(({ to }) => to)).toEqual(['new@example.org'])
    await edit(id, { contact: null }, token)
    expect(app.linkMails).toHaveLength(1)
    expect((await read(id, keyOf(app.linkMails[0])!)).status).toBe(404)
  })

  test('is what brings a mail: no other edit does', async () => {
    const { id, token, key } = await postAndReadMail()
    await edit(id, { name: 'Шарик' }, token)
    await edit(id, { contact: { email: 'anna@example.org', name: 'Анна П.' } }, token)
    expect(app.linkMails).toHaveLength(1)
    expect((await read(id, key)).status).toBe(200)
  })
})

describe('against floods', () => {
  test('one mailbox takes twenty links a day, by posts and edits together', async () => {
    app = await createTestApp({ rateLimits: true })
    const mailed = ['anna@example.org', 'Anna+dog@example.org']
    for (let number = 0; number < 18; number += 1) {
      await post(app, lostDog({ contact: { email: mailed[number % 2]! } }))
    }
    const { id, token } = await post(app, lostDog({ contact: {} }))
    for (let time = 0; time < 4; time += 1) {
      await edit(id, { contact: { email: mailed[time % 2]! } }, token)
    }
    expect(app.linkMails).toHaveLength(20)
    const late = await post(app, lostDog())
    await app.runJobs()
    expect(app.linkMails).toHaveLength(20)
    expect((await read(late.id, late.token)).status).toBe(200)
    app.setNow(new Date(NOW.getTime() + 86_400_000))
    await post(app, lostDog())
    await app.runJobs()
    expect(app.linkMails).toHaveLength(21)
  })

  test('links take nothing from what else the mailbox is to hear', async () => {
    app = await createTestApp({ rateLimits: true })
    for (let number = 0; number < 21; number += 1) await post(app, lostDog())
    const { id } = await post(app, lostDog())
    await app.send('POST', `/api/reports/${id}/messages`, { text: 'Видел', replyTo: 'kind@example.org' })
    await app.runJobs()
    expect(app.linkMails).toHaveLength(20)
    expect(app.mails).toMatchObject([{ to: 'anna@example.org' }])
  })
})
