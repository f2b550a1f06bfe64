import { beforeEach, describe, expect, test } from 'vitest'
import { embedOlderPhotos } from '../../api/photos/embed.ts'
import { packEmbedding } from '../../api/photos/features/embedding.ts'
import { MAX_PHOTO_BYTES, MAX_PHOTOS } from '../../api/photos/limits.ts'
import { attachPhoto, readPhotoFeatures } from '../../api/photos/service.ts'
import { sweepPhotos } from '../../api/photos/sweep.ts'
import { foundDog, lostDog, type Posted, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'
import { petPicture, pngBomb, sidewaysPicture, talkativePicture } from '../unit/photos/pictures.ts'

let app: TestApp
let lost: Posted
beforeEach(async () => {
  app = await createTestApp()
  lost = await post(app, lostDog())
})

type Photo = { id: string; width: number; height: number; urls: Record<'thumb' | 'card' | 'full', string> }

/** A picture of its own for every number. */
const pictureOf = (number: number) =>
  petPicture(320 + number, 240)
    .jpeg()
    .toBuffer()

function send(report: Posted, photo: Uint8Array | string, token: string | undefined = report.token) {
  const body = new FormData()
  body.set('photo', typeof photo === 'string' ? photo : new File([new Uint8Array(photo)], 'innocent.txt'))
  return app.request(`/api/reports/${report.id}/photos`, {
    method: 'POST',
    body,
    headers: token ? { Authorization: `Bearer ${token}` } : {},
  })
}

async function add(report: Posted, bytes: Uint8Array): Promise<Photo> {
  const response = await send(report, bytes)
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  return ((await response.json()) as { photo: Photo }).photo
}

async function problemOf(response: Response) {
  const { type, errors } = await response.json()
  return { status: response.status, type, code: errors?.[0]?.code }
}

async function storedIds(): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of app.deps.photoStore.list()) ids.push(id)
  return ids
}

async function photosOf(report: Posted): Promise<Photo[]> {
  const feature = await (await app.request(`/api/reports/${report.id}`)).json()
  return feature.properties.photos
}

describe('adding a photo', () => {
  test('answers 201 with its sizes and shows it on the report', async () => {
    const photo = await add(lost, await petPicture(2000, 1000).jpeg().toBuffer())
    expect(photo).toMatchObject({ width: 1600, height: 800, palette: expect.any(Array) })
    expect(await photosOf(lost)).toMatchObject([{ id: photo.id, width: 1600, urls: photo.urls }])
  })

  test('serves each size as WebP that browsers keep and nobody sniffs', async () => {
    const { urls, id } = await add(lost, await pictureOf(1))
    for (const [size, url] of Object.entries(urls)) {
      const response = await app.request(url)
      expect(response.status).toBe(200)
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
        'cache-control': expect.stringContaining('immutable'),
        etag: `"${id}-${size}"`,
      })
      expect(Buffer.from(await response.arrayBuffer()).toString('latin1', 8, 12)).toBe('WEBP')
      const again = await app.request(url, { headers: { 'If-None-Match': `"${id}-${size}"` } })
      expect(again.status).toBe(304)
    }
  })

  test('keeps nothing of what the file knows about its maker', async () => {
    const { urls } = await add(lost, await talkativePicture())
    const bytes = Buffer.from(await (await app.request(urls.full)).arrayBuffer())
    expect(bytes.toString('latin1')).not.toMatch(/Secret|EXIF|XMP /)
  })

  test('gives the same photo to the same bytes sent twice', async () => {
    const bytes = await pictureOf(1)
    const [first, second] = [await add(lost, bytes), await add(lost, bytes)]
    expect(second.id).toBe(first.id)
    expect(await photosOf(lost)).toHaveLength(1)
  })

  test('makes ids that do not follow from the picture alone', async () => {
    const bytes = await pictureOf(1)
    const { id } = await add(lost, bytes)
    const plain = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString(
      'base64url',
    )
    expect(id).not.toBe(plain.slice(0, 32))
  })

  test('stores what matching compares', async () => {
    const { id } = await attachPhoto(app.system, lost.id, await petPicture().png().toBuffer())
    expect(id).toMatch(/^[\w-]{32}$/)
    const features = (await readPhotoFeatures(app.deps.sql, [lost.id])).get(lost.id)
    expect(features).toMatchObject([{ perceptualHash: expect.stringMatching(/^[\da-f]{16}$/) }])
    expect(features?.[0]?.palette[0]?.hex).toMatch(/^#[\da-f]{6}$/)
  })

  test('asks for the matches of the report again', async () => {
    await app.runJobs()
    await add(lost, await pictureOf(1))
    const jobs = await app.deps.sql`select type, payload from jobs`
    expect(jobs).toMatchObject([{ type: 'match.refresh', payload: { reportId: lost.id } }])
  })
})

describe('refusing a photo', () => {
  test('answers strangers as if there were no such report', async () => {
    const other = await post(app, foundDog())
    const bytes = await pictureOf(1)
    for (const token of [undefined, 'wrong', other.token]) {
      expect((await send({ ...lost, token: token ?? '' }, bytes)).status).toBe(404)
    }
    expect((await send({ ...lost, id: crypto.randomUUID() }, bytes)).status).toBe(404)
    expect((await send({ ...lost, id: 'nonsense' }, bytes)).status).toBe(404)
    expect(await storedIds()).toEqual([])
  })

  test('takes six, also when ten come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, async (_, number) => send(lost, await pictureOf(number))),
    )
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(MAX_PHOTOS)
    const refused = answers.filter((answer) => answer.status !== 201)
    for (const answer of refused) {
      expect(await problemOf(answer)).toEqual({
        status: 409,
        type: '/problems/conflict',
        code: 'too_many_photos',
      })
    }
    expect(await photosOf(lost)).toHaveLength(MAX_PHOTOS)
    expect(await storedIds()).toHaveLength(MAX_PHOTOS)
  })

  test.each([
    ['text named as a picture', () => Buffer.from('hello'), 415, 'unsupported_photo'],
    ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'unsupported_photo'],
    ['nothing', () => Buffer.alloc(0), 415, 'unsupported_photo'],
    ['half a picture', async () => (await pictureOf(1)).subarray(0, 2000), 422, 'broken_photo'],
    ['a bomb', () => pngBomb(60_000, 60_000), 413, 'too_many_pixels'],
    ['16 MB', () => Buffer.alloc(MAX_PHOTO_BYTES + 2 ** 20), 413, 'photo_too_big'],
    ['a byte more than 15 MB', () => Buffer.alloc(MAX_PHOTO_BYTES + 1), 413, 'photo_too_big'],
  ])('says what is wrong with %s', async (_, bytes, status, code) => {
    expect(await problemOf(await send(lost, await bytes()))).toMatchObject({ status, code })
    expect(await storedIds()).toEqual([])
  })

  test('names the field when it is missing, doubled in name or no file', async () => {
    expect(await problemOf(await send(lost, 'just text'))).toMatchObject({ status: 422, code: 'not_a_file' })
    const other = new FormData()
    other.set('picture', new File(['x'], 'x.jpg'))
    const response = await app.request(`/api/reports/${lost.id}/photos`, {
      method: 'POST',
      body: other,
      headers: { Authorization: `Bearer ${lost.token}` },
    })
    expect(response.status).toBe(422)
  })

  test.each([
    ['multipart/form-data', 400],
    ['multipart/form-data; boundary=x', 400],
    ['image/jpeg', 415],
    ['application/json', 415],
  ])('answers a body that is not what %s promises', async (type, status) => {
    const response = await app.request(`/api/reports/${lost.id}/photos`, {
      method: 'POST',
      body: '--y\r\nnot multipart',
      headers: { Authorization: `Bearer ${lost.token}`, 'Content-Type': type },
    })
    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  })

  test.each(['short', `${'a'.repeat(31)}.`, '%00'.repeat(32), 'a'.repeat(32)])(
    'knows no photo %s',
    async (id) => {
      expect((await app.request(`/photos/${id}/thumb.webp`)).status).toBe(404)
    },
  )
})

describe('a flood of uploads', () => {
  /** An upload whose body says when it is asked for and comes to its end only when told. */
  function startUpload(report: Posted) {
    const asked = Promise.withResolvers<void>()
    const told = Promise.withResolvers<void>()
    let wasAsked = false
    const body = new ReadableStream(
      {
        pull: async (controller) => {
          wasAsked = true
          asked.resolve()
          await told.promise
          controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const response = app.request(`/api/reports/${report.id}/photos`, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: {
        Authorization: `Bearer ${report.token}`,
        'Content-Type': 'multipart/form-data; boundary=x',
      },
    } as RequestInit)
    return { response, asked: asked.promise, isRead: () => wasAsked, finish: told.resolve }
  }

  test('is held back before its bodies are read, until there is room again', async () => {
    const uploads = Array.from({ length: 24 }, () => startUpload(lost))
    await Promise.all(uploads.map(({ asked }) => asked))
    const late = startUpload(lost)
    const refused = await late.response
    expect(refused.headers.get('Retry-After')).toBe('5')
    expect(await problemOf(refused)).toMatchObject({ status: 503, code: 'photos_busy' })
    expect(late.isRead()).toBe(false)
    for (const { finish } of uploads) finish()
    await Promise.all(uploads.map(({ response }) => response))
    await add(lost, await pictureOf(1))
  })

  test('is counted before its bodies are read', async () => {
    app = await createTestApp({ rateLimits: true })
    lost = await post(app, lostDog())
    for (let number = 0; number < 120; number += 1) {
      expect((await app.send('POST', `/api/reports/${lost.id}/photos`, {}, lost)).status).toBe(415)
    }
    const late = startUpload(lost)
    expect((await late.response).status).toBe(429)
    expect(late.isRead()).toBe(false)
  })
})

describe('taking a photo away', () => {
  test('is for the author only', async () => {
    const { id } = await add(lost, await pictureOf(1))
    const path = `/api/reports/${lost.id}/photos/${id}`
    expect((await app.send('DELETE', path)).status).toBe(404)
    expect((await app.send('DELETE', path, undefined, { token: 'wrong' })).status).toBe(404)
    expect((await app.send('DELETE', path, undefined, { token: lost.token })).status).toBe(204)
    expect((await app.send('DELETE', path, undefined, { token: lost.token })).status).toBe(404)
  })

  test('hides it at once and drops its files after', async () => {
    const { id, urls } = await add(lost, await pictureOf(1))
    await app.send('DELETE', `/api/reports/${lost.id}/photos/${id}`, undefined, { token: lost.token })
    expect((await app.request(urls.full)).status).toBe(404)
    expect(await photosOf(lost)).toEqual([])
    await app.runJobs()
    expect(await storedIds()).toEqual([])
  })

  test('goes with its report', async () => {
    const { urls } = await add(lost, await pictureOf(1))
    await app.send('DELETE', `/api/reports/${lost.id}`, undefined, { token: lost.token })
    expect((await app.request(urls.thumb)).status).toBe(404)
    await app.runJobs()
    expect(await storedIds()).toEqual([])
  })

  test('keeps the files while another report has the same picture', async () => {
    const found = await post(app, foundDog())
    const bytes = await pictureOf(1)
    const photo = await add(lost, bytes)
    expect((await add(found, bytes)).id).toBe(photo.id)
    await app.send('DELETE', `/api/reports/${lost.id}`, undefined, { token: lost.token })
    await app.runJobs()
    expect((await app.request(photo.urls.card)).status).toBe(200)
  })

  test('leaves room for another one', async () => {
    const photos = await Promise.all(Array.from({ length: 6 }, async (_, i) => add(lost, await pictureOf(i))))
    await app.send('DELETE', `/api/reports/${lost.id}/photos/${photos[2]!.id}`, undefined, {
      token: lost.token,
    })
    const seventh = await add(lost, await pictureOf(7))
    expect((await photosOf(lost)).at(-1)?.id).toBe(seventh.id)
  })

  test('is not needed for a report that moderators hide', async () => {
    const { urls } = await add(lost, await pictureOf(1))
    await app.deps.sql`update reports set status = 'hidden' where id = ${lost.id}`
    expect((await app.request(urls.full)).status).toBe(404)
    await app.deps.sql`update reports set status = 'active' where id = ${lost.id}`
    expect((await app.request(urls.full)).status).toBe(200)
  })
})

describe('the same picture in several reports', () => {
  const samePictures = async (report: Posted) =>
    (await (await app.request(`/api/reports/${report.id}/same-pictures`)).json()).items

  test('is found nearby also when resized and recompressed', async () => {
    const found = await post(app, foundDog())
    await add(lost, await petPicture(1200, 900).jpeg({ quality: 90 }).toBuffer())
    await add(found, await petPicture(500, 375).jpeg({ quality: 40 }).toBuffer())
    expect(await samePictures(lost)).toMatchObject([{ reportId: found.id, far: false }])
  })

  test('is found at any distance, and told as far', async () => {
    const bytes = await pictureOf(1)
    const far = await post(app, foundDog({ location: { lng: 30.3, lat: 59.9 } }))
    await add(lost, bytes)
    await add(far, bytes)
    const [twin] = await samePictures(lost)
    expect(twin).toMatchObject({ reportId: far.id, far: true })
    expect(twin.distanceM).toBeGreaterThan(500_000)
  })

  test('is not told of hidden reports, nor of other pictures', async () => {
    const [hidden, other] = [await post(app, foundDog()), await post(app, foundDog())]
    await add(lost, await pictureOf(1))
    await add(hidden, await pictureOf(1))
    await add(other, await sidewaysPicture())
    await app.deps.sql`update reports set status = 'hidden' where id = ${hidden.id}`
    expect(await samePictures(lost)).toEqual([])
    expect((await app.request(`/api/reports/${hidden.id}/same-pictures`)).status).toBe(404)
  })
})

describe('with an embedding model', () => {
  const model = { model: 'first', embed: async () => Float32Array.of(1, -0.5) }
  const embeddingOf = async (report: Posted) =>
    (await readPhotoFeatures(app.deps.sql, [report.id])).get(report.id)?.[0]?.embedding

  test('stores its vector beside the photo', async () => {
    app.deps.embedder = model
    await add(lost, await pictureOf(1))
    expect(await embeddingOf(lost)).toEqual(packEmbedding('first', [1, -0.5]))
  })

  test('takes the photo also when the model fails', async () => {
    app.deps.embedder = { ...model, embed: () => Promise.reject(new Error('out of memory')) }
    await add(lost, await pictureOf(1))
    expect(await embeddingOf(lost)).toBeUndefined()
    expect(app.logs.some((line) => line.includes('photo.embedding_failed'))).toBe(true)
  })

  test('gives older photos their vectors, and another model its own', async () => {
    await add(lost, await pictureOf(1))
    for (const name of ['first', 'second']) {
      await embedOlderPhotos({ ...app.system, embedder: { ...model, model: name } })
      expect((await embeddingOf(lost))?.model).toBe(name)
    }
    const jobs = await app.deps.sql`select 1 from jobs where type = 'match.refresh'`
    expect(jobs).toHaveLength(1)
  })
})

describe('sweeping', () => {
  test('drops files that a crash left without a row, once they are old', async () => {
    const { id } = await add(lost, await pictureOf(1))
    const file = new Uint8Array([1])
    await app.deps.photoStore.put('o'.repeat(32), { thumb: file, card: file, full: file })
    await sweepPhotos(app.system)
    expect(await storedIds()).toHaveLength(2)
    app.setNow(new Date(NOW.getTime() + 2 * 3_600_000))
    await sweepPhotos(app.system)
    expect(await storedIds()).toEqual([id])
  })

  test('takes a part of the store at a time, goes on from there, and begins anew past the end', async () => {
    const file = new Uint8Array([1])
    const orphan = (letter: string) =>
      app.deps.photoStore.put(letter.repeat(32), { thumb: file, card: file, full: file })
    for (const letter of ['a', 'b', 'c']) await orphan(letter)
    app.setNow(new Date(NOW.getTime() + 2 * 3_600_000))
    await sweepPhotos(app.system, { max: 2 })
    expect(await storedIds()).toEqual(['c'.repeat(32)])
    await orphan('a')
    app.setNow(new Date(NOW.getTime() + 4 * 3_600_000))
    await sweepPhotos(app.system, { max: 2 })
    expect(await storedIds()).toEqual(['a'.repeat(32)])
    await sweepPhotos(app.system, { max: 2 })
    expect(await storedIds()).toEqual([])
  })

  test('goes on where it was cut off', async () => {
    const file = new Uint8Array([1])
    for (let n = 0; n < 501; n++) {
      await app.deps.photoStore.put(String(n).padStart(32, '0'), { thumb: file, card: file, full: file })
    }
    const { list } = app.deps.photoStore
    const asked: (string | undefined)[] = []
    app.system.photoStore = {
      ...app.deps.photoStore,
      async *list(after) {
        asked.push(after)
        for await (const photo of list(after)) {
          if (asked.length === 1 && photo.id.endsWith('500')) throw new Error('the power is away')
          yield photo
        }
      },
    }
    await expect(sweepPhotos(app.system)).rejects.toThrow('the power is away')
    await sweepPhotos(app.system)
    expect(asked).toEqual([undefined, '499'.padStart(32, '0')])
  })
})
