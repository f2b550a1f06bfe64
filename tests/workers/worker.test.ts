import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { photoDistances } from '../../api/photos/features/compare-photos.ts'
import { hashDistance } from '../../api/photos/features/perceptual-hash.ts'
import { processPhoto } from '../../api/photos/process.ts'
import { createSharpProcessor } from '../../api/photos/process-sharp.ts'
import { readPhotoFeatures } from '../../api/photos/service.ts'
import { createR2PhotoStore } from '../../api/photos/store-r2.ts'
import type { ReportBody } from '../../api/reports/schema.ts'
import { foundDog, lostDog } from '../factories.ts'
import {
  animatedPicture,
  petPicture,
  pngBomb,
  sidewaysPicture,
  talkativePicture,
} from '../unit/photos/pictures.ts'
import { startWorker } from './harness.ts'

let service: Awaited<ReturnType<typeof startWorker>>
beforeAll(async () => {
  service = await startWorker()
})
afterAll(() => service?.stop())

type Posted = { id: string; token: string }

async function post(body: ReportBody): Promise<Posted> {
  const response = await service.fetch('/api/reports', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...body, occurredAt: new Date(Date.now() - 3_600_000).toISOString() }),
  })
  expect(response.status).toBe(201)
  const { report, manageToken } = (await response.json()) as { report: { id: string }; manageToken: string }
  return { id: report.id, token: manageToken }
}

async function photograph(report: Posted, bytes: Uint8Array) {
  const body = new FormData()
  body.set('photo', new File([new Uint8Array(bytes)], 'photo'))
  // The multipart text is made here: the harness's own FormData is another class.
  const request = new Request('http://localhost/', { method: 'POST', body })
  const response = await service.fetch(`/api/reports/${report.id}/photos`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${report.token}`,
      'Content-Type': request.headers.get('Content-Type') ?? '',
    },
    body: new Uint8Array(await request.arrayBuffer()),
  })
  const answer = (await response.json()) as {
    photo: { id: string; width: number; height: number; urls: { thumb: string; full: string } }
    errors?: { code: string }[]
  }
  return { status: response.status, code: answer.errors?.[0]?.code, photo: answer.photo }
}

const halfOf = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)

describe('the main job', () => {
  test('posts, lists and reads reports, without the private fields', async () => {
    const lost = await post(lostDog())
    const list = await (await service.fetch('/api/reports?near=37.62,55.75&radiusM=2000')).json()
    expect(list).toMatchObject({ type: 'FeatureCollection', features: [{ id: lost.id }] })
    expect(JSON.stringify(list)).not.toContain('anna@example.org')
    const mine = await service.fetch(`/api/reports/${lost.id}`, {
      headers: { Authorization: `Bearer ${lost.token}` },
    })
    expect(await mine.json()).toMatchObject({
      properties: { mine: true, contact: { email: 'anna@example.org' } },
    })
  })

  test('answers many requests at once, each on connections of its own', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => service.fetch('/api/reports?limit=5')))
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200))
  })

  test('reads a vector tile', async () => {
    await post(lostDog())
    const response = await service.fetch('/tiles/0/0/0.mvt')
    expect(response.status).toBe(200)
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(20)
  })

  test('runs what a report asks for after answering, and the rest by cron', async () => {
    await post(lostDog())
    await expect
      .poll(async () => (await service.sql`select 1 from jobs where type = 'match.refresh'`).length, {
        timeout: 20_000,
      })
      .toBe(0)
    await service.sql`
      insert into jobs (type, payload, run_at, created_at)
      values ('match.refresh', ${service.sql.json({ reportId: crypto.randomUUID() })}, '-infinity', now())`
    await service.worker.scheduled({ cron: '* * * * *' })
    const jobs = await service.sql<{ type: string }[]>`select type from jobs`
    expect(jobs.map((job) => job.type)).toEqual(['housekeeping'])
  })

  test('matches a found dog with the lost one', async () => {
    const lost = await post(lostDog({ name: 'Бим' }))
    const found = await post(foundDog())
    const response = await service.fetch(`/api/reports/${found.id}/matches`)
    expect(response.status).toBe(200)
    const { items } = (await response.json()) as { items: { report: { id: string }; probability: number }[] }
    expect(items.map((item) => item.report.id)).toContain(lost.id)
  })

  test('sends a message to the author by mail', async () => {
    const lost = await post(lostDog())
    const response = await service.fetch(`/api/reports/${lost.id}/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'I saw him by the pond', replyTo: 'finder@example.org' }),
    })
    expect(response.status).toBe(202)
    await expect
      .poll(async () => (await service.sql`select 1 from jobs where type = 'mail.send'`).length, {
        timeout: 20_000,
      })
      .toBe(0)
  })
})

describe('photos by the Images binding', () => {
  test('stores clean WebP files in R2 and serves them', async () => {
    const lost = await post(lostDog())
    const { status, photo } = await photograph(lost, await talkativePicture())
    expect(status).toBe(201)
    expect(photo).toMatchObject({ width: 800, height: 600 })
    const response = await service.fetch(photo.urls.full)
    expect(response.headers.get('Content-Type')).toBe('image/webp')
    const text = Buffer.from(await response.arrayBuffer()).toString('latin1')
    expect(text.slice(8, 12)).toBe('WEBP')
    expect(text).not.toMatch(/Secret|EXIF|XMP |ICCP/)
    const gone = await service.fetch(`/api/reports/${lost.id}/photos/${photo.id}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${lost.token}` },
    })
    expect(gone.status).toBe(204)
    expect((await service.fetch(photo.urls.full)).status).toBe(404)
    const { PHOTOS } = await service.worker.getEnv()
    await expect.poll(async () => (await PHOTOS.head(`photos/${photo.id}/full.webp`)) === null).toBe(true)
  })

  test('gives the features that sharp gives', async () => {
    const lost = await post(lostDog())
    const bytes = await petPicture(1333, 1000).jpeg().toBuffer()
    expect((await photograph(lost, bytes)).status).toBe(201)
    const [here] = (await readPhotoFeatures(service.sql, [lost.id])).get(lost.id) ?? []
    const { features: there } = await processPhoto(createSharpProcessor(), bytes)
    expect(hashDistance(here!.perceptualHash, there.perceptualHash)).toBeLessThanOrEqual(1)
    for (const distance of Object.values(photoDistances(here!, there))) expect(distance).toBeLessThan(0.03)
  })

  test.each([
    ['a sideways photo', sidewaysPicture, { width: 300, height: 400 }],
    ['an animation', () => animatedPicture('gif'), { width: 64, height: 48 }],
    [
      'a grey picture',
      () => petPicture(50, 40).greyscale().toColourspace('b-w').png().toBuffer(),
      { width: 50 },
    ],
    ['a see-through picture', () => petPicture(50, 40).ensureAlpha(0.5).png().toBuffer(), { height: 40 }],
  ])('takes %s', async (_, make, shape) => {
    expect(await photograph(await post(lostDog()), await make())).toMatchObject({ status: 201, photo: shape })
  })

  test.each([
    ['text', async () => Buffer.from('hello'), 415, 'unsupported_photo'],
    ['half a JPEG', async () => halfOf(await petPicture().jpeg().toBuffer()), 422, 'broken_photo'],
    ['a bare signature', async () => Buffer.from('\xff\xd8\xff', 'latin1'), 422, 'broken_photo'],
    ['a bomb', async () => pngBomb(8_000, 8_000), 413, 'too_many_pixels'],
  ])('refuses %s', async (_, make, status, code) => {
    expect(await photograph(await post(lostDog()), await make())).toMatchObject({ status, code })
  })
})

test('R2 lists photos in the order of ids, from any of them on, also past a page of its own', async () => {
  const { PHOTOS } = await service.worker.getEnv()
  const store = createR2PhotoStore(PHOTOS)
  const file = new Uint8Array([1])
  const ids = Array.from({ length: 340 }, (_, n) => String(n).padStart(32, '-'))
  await Promise.all(ids.map((id) => store.put(id, { thumb: file, card: file, full: file })))
  const listed = async (after?: string) => {
    const seen: string[] = []
    for await (const { id } of store.list(after)) if (id.startsWith('----')) seen.push(id)
    return seen
  }
  expect(await listed()).toEqual(ids.toSorted())
  expect(await listed(ids.toSorted()[2])).toEqual(ids.toSorted().slice(3))
})

describe('the web app', () => {
  test('stands behind every page address, with the headers of the service', async () => {
    const lost = await post(lostDog())
    const pages = {
      '/': 200,
      '/about': 200,
      [`/reports/${lost.id}`]: 200,
      [`/reports/${crypto.randomUUID()}`]: 404,
    }
    for (const [path, status] of Object.entries(pages)) {
      const response = await service.fetch(path)
      expect(response.status).toBe(status)
      expect(await response.text()).toContain('<!doctype html>')
      expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'self'")
    }
  })

  test('draws the list and a report in the page, and nothing in what the service worker keeps', async () => {
    const lost = await post(lostDog())
    const drawnWords = async (path: string) => {
      const response = await service.fetch(path, { headers: { 'Accept-Language': 'en' }, redirect: 'manual' })
      expect(response.status).toBe(200)
      return /<div id="app">(.*)<\/div><script type="application\/json"/.exec(await response.text())?.[1]
    }
    expect(await drawnWords('/')).toContain(`href="/reports/${lost.id}"`)
    expect(await drawnWords(`/reports/${lost.id}`)).toContain('<h1')
    expect(await drawnWords('/index.html')).toBeUndefined()
  })

  test('lets browsers keep the files whose names change with their content', async () => {
    const page = await (await service.fetch('/')).text()
    const asset = await service.fetch(/\/assets\/[\w.-]+\.js/.exec(page)?.[0] ?? 'no asset')
    expect(asset.status).toBe(200)
    expect(asset.headers.get('Cache-Control')).toContain('immutable')
  })

  test('says that a file of an older build is gone, and gives no page in its stead', async () => {
    const response = await service.fetch('/assets/app-older.js')
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  })

  test('gives every other file with the headers of the service', async () => {
    const files = (await readdir('dist/web', { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && !entry.name.startsWith('_'))
      .map(({ parentPath, name }) => relative('dist/web', join(parentPath, name)))
      .filter((path) => !/^(assets|\.vite)\//.test(path))
    expect(files).toContain('sw.js')
    for (const path of files) {
      const { status, headers } = await service.fetch(`/${path}`)
      const policy = headers.get('Content-Security-Policy')
      expect({ path, status, policy }).toEqual({
        path,
        status: 200,
        policy: expect.stringContaining("default-src 'self'"),
      })
    }
  })

  test('never stands where the service has nothing', async () => {
    for (const path of [
      '/api/nothing',
      '/photos/nothing',
      '/photos/x/full.webp',
      '/tiles/nothing',
      '/tiles/0/0/9.mvt',
    ]) {
      const response = await service.fetch(path)
      expect([404, 422]).toContain(response.status)
      expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    }
  })
})

test('logs no fault over all of this', () => {
  expect(service.logs().filter((log) => log.level === 'error')).toEqual([])
})
