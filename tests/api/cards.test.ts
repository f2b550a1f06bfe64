import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { createSharpCardPainter } from '../../api/cards/paint-sharp.ts'
import { addPages } from '../../api/pages/routes.ts'
import { attachPhoto } from '../../api/photos/service.ts'
import { lostDog, type Posted, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'
import { petPicture } from '../unit/photos/pictures.ts'

let app: TestApp
let lost: Posted
let painted: string[]
/** What the tests' `app.request` asks, with a painter behind it. */
let ask: (path: string, headers?: Record<string, string>) => Promise<Response>

beforeEach(async () => {
  app = await createTestApp()
  lost = await post(app, lostDog())
  painted = []
  const painter = createSharpCardPainter()
  const site = createApp({
    ...app.deps,
    cards: {
      paint: (job) => {
        painted.push(job.key)
        return painter.paint(job)
      },
    },
  })
  addPages(site, {
    loadShell: async () => '<html lang="ru"><head><title>Домой</title></head></html>',
    loadDrawer: async () => ({ drawPage: () => '', readListQuery: () => '' }),
  })
  ask = async (path, headers = {}) => site.request(path, { headers })
})

test('paints a card of 1200 × 630 for a report without a photo', async () => {
  const response = await ask(`/cards/${lost.id}.png?lang=en`)
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('image/png')
  expect(response.headers.get('Cache-Control')).toContain('max-age=300')
  expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ width: 1200, height: 630 })
})

test('fills the left of the card with the photo', async () => {
  const purple = sharp({ create: { width: 800, height: 800, channels: 3, background: '#8000ff' } })
  await attachPhoto(app.system, lost.id, await purple.jpeg().toBuffer())
  const response = await ask(`/cards/${lost.id}.png`)
  const { data, info } = await sharp(await response.arrayBuffer())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ]
  const [red, green, blue] = at(300, 300)
  expect(Math.abs(red! - 128) + green! + Math.abs(blue! - 255)).toBeLessThan(30)
  expect(at(1180, 500).every((value) => value > 240)).toBe(true)
})

test('does not paint again what the caller has, until the report changes', async () => {
  const first = await ask(`/cards/${lost.id}.png?lang=ru`)
  const etag = first.headers.get('ETag') ?? ''
  const again = await ask(`/cards/${lost.id}.png?lang=ru`, { 'If-None-Match': `"other", W/${etag}` })
  expect(again.status).toBe(304)
  expect(painted).toHaveLength(1)
  expect((await ask(`/cards/${lost.id}.png?lang=en`, { 'If-None-Match': etag })).status).toBe(200)
  app.setNow(new Date(NOW.getTime() + 60_000))
  await app.send('PATCH', `/api/reports/${lost.id}`, { name: 'Рыжик Второй' }, { token: lost.token })
  expect((await ask(`/cards/${lost.id}.png?lang=ru`, { 'If-None-Match': etag })).status).toBe(200)
})

test('has no card of a hidden, deleted or unknown report, not even for its author', async () => {
  await app.deps.sql`update reports set status = 'hidden' where id = ${lost.id}`
  const own = { Authorization: `Bearer ${lost.token}` }
  expect((await ask(`/cards/${lost.id}.png`, own)).status).toBe(404)
  await app.send('DELETE', `/api/reports/${lost.id}`, undefined, { token: lost.token })
  const gone = await ask(`/cards/${lost.id}.png`)
  expect(gone.status).toBe(404)
  expect(gone.headers.get('Content-Type')).toContain('application/problem+json')
  for (const path of ['/cards/x.png', `/cards/${lost.id}.svg`, `/cards/${lost.id}`]) {
    expect((await ask(path)).status).toBe(404)
  }
  expect((await ask(`/cards/${lost.id}.png?lang=de`)).status).toBe(422)
  expect(painted).toEqual([])
})

test('leads to the photo where nothing paints, and is not found where there is none either', async () => {
  expect((await app.request(`/cards/${lost.id}.png`)).status).toBe(404)
  const photo = await attachPhoto(app.system, lost.id, await petPicture(400, 300).jpeg().toBuffer())
  const response = await app.request(`/cards/${lost.id}.png`)
  expect(response.status).toBe(302)
  expect(response.headers.get('Location')).toBe(`/photos/${photo.id}/full.webp`)
})

test('names the card on the report’s page', async () => {
  const page = await (await ask(`/reports/${lost.id}?lang=en`)).text()
  const [, image] = /property="og:image" content="https:\/\/homeward\.example([^"]+)"/.exec(page) ?? []
  expect((await ask(image?.replaceAll('&amp;', '&') ?? '')).status).toBe(200)
})

test('tells search engines to keep out of pages of one person', async () => {
  for (const path of [`/reports/${lost.id}/manage`, '/reply', '/mine']) {
    expect((await ask(path)).headers.get('X-Robots-Tag')).toBe('noindex')
  }
  expect((await ask(`/reports/${lost.id}`)).headers.has('X-Robots-Tag')).toBe(false)
})
