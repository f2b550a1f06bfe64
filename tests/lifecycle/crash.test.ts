import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Acknowledged, bodyOf, isDeleted, send, useService } from './client.ts'
import { type Service, startService, withFolder } from './process.ts'

/** Same rounds on every machine; what a round interrupts differs with its speed, and must not matter. */
const ROUNDS = [3, 1, 8, 14]
const CLIENTS = 4

test('after kill -9 at any moment everything that was answered is there, whole and readable', async () => {
  await withFolder(async (folder) => {
    const seen: Acknowledged[] = []
    const tried: string[] = []
    for (const [round, acknowledgements] of ROUNDS.entries()) {
      const service = await start(folder)
      await expectAllThere(service, seen)
      const before = seen.length
      const clients = Array.from({ length: CLIENTS }, async (_, client) => {
        for (let turn = 0; ; turn += 1) {
          const name = `cat ${round}-${client}-${turn}`
          tried.push(name)
          await useService(service.baseUrl, name, seen)
        }
      })
      const ended = Promise.allSettled(clients)
      while (seen.length < before + acknowledgements) await pause(2)
      // Between two answers, in the middle of a photo, wherever it happens to be.
      await pause(round * 13)
      service.kill('SIGKILL')
      expect(await service.exit).toEqual({ code: null, signal: 'SIGKILL' })
      await ended
    }
    const service = await start(folder)
    await expectAllThere(service, seen)
    await expectOneEach(service, tried)
    await expectEveryListedPhotoServed(service)
  })
}, 600_000)

test('after kill -9 during its first start it starts', async () => {
  await withFolder(async (folder) => {
    for (const delayMs of [150, 700, 2_500]) {
      const service = await startService({ DATA_DIR: folder })
      await pause(delayMs)
      service.kill('SIGKILL')
      await service.exit
    }
    const service = await start(folder)
    expect((await fetch(`${service.baseUrl}/readyz`)).status).toBe(200)
  })
}, 600_000)

async function start(folder: string): Promise<Service> {
  const service = await startService({ DATA_DIR: folder, RATE_LIMITS: 'off' })
  await service.answers
  return service
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function expectAllThere({ baseUrl }: Service, seen: readonly Acknowledged[]): Promise<void> {
  for (const { id, token, name, deleted, photos } of seen) {
    const response = await send(baseUrl, 'GET', `/api/reports/${id}`, { token })
    // A deletion or an edit that was under way when the process died may have happened unanswered.
    if (deleted) {
      expect(response.status).toBe(404)
      continue
    }
    if (response.status === 404 && isDeletedAtTheEnd(name)) continue
    expect(response.status).toBe(200)
    const { properties } = await response.json()
    expect([name, `${name} again`]).toContain(properties.name)
    const listed = properties.photos.map((photo: { id: string }) => photo.id)
    expect(listed).toEqual(expect.arrayContaining([...photos.keys()]))
    for (const [photoId, { width, height }] of photos) {
      const full = await fetch(`${baseUrl}/photos/${photoId}/full.webp`)
      expect(full.status).toBe(200)
      const { info } = await sharp(await full.arrayBuffer()).toBuffer({ resolveWithObject: true })
      expect(info).toMatchObject({ width, height })
    }
  }
}

/** Clients delete some of their reports as their last step, after the edit. */
const isDeletedAtTheEnd = (name: string) => name.endsWith('again')

/**
 * A client that saw no answer asks again with its key: one report, whether or not the first try was stored; and none
 * where it had been deleted.
 */
async function expectOneEach({ baseUrl }: Service, tried: readonly string[]): Promise<void> {
  const gone = new Set<string>()
  for (const name of tried) {
    const ask = () => send(baseUrl, 'POST', '/api/reports', { body: bodyOf(name), key: `key ${name}` })
    const answers = [await ask(), await ask()]
    if (answers[0]?.status === 410) {
      expect(isDeleted(name)).toBe(true)
      expect(answers[1]?.status).toBe(410)
      gone.add(name)
      continue
    }
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()))
    expect(second.report.id).toBe(first.report.id)
    expect(second.manageToken).toBe(first.manageToken)
  }
  const ids = new Set<string>()
  for await (const { id, properties } of allReports(baseUrl)) {
    const original = properties.name.replace(/ again$/, '')
    expect(ids.has(original)).toBe(false)
    ids.add(original)
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
  }
  expect(ids).toEqual(new Set(tried).difference(gone))
}

async function expectEveryListedPhotoServed({ baseUrl }: Service): Promise<void> {
  for await (const { properties } of allReports(baseUrl)) {
    for (const { urls } of properties.photos) {
      for (const url of Object.values(urls)) expect((await fetch(baseUrl + url)).status).toBe(200)
    }
  }
}

type Feature = { id: string; properties: { name: string; photos: { urls: Record<string, string> }[] } }

async function* allReports(baseUrl: string): AsyncGenerator<Feature> {
  let path: string | undefined = '/api/reports?limit=100'
  while (path) {
    const page = (await (await fetch(baseUrl + path)).json()) as {
      features: Feature[]
      links: { next?: string }
    }
    yield* page.features
    path = page.links.next
  }
}
