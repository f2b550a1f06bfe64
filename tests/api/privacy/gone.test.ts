import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { foundDog, lostDog, type Posted, post } from '../../factories.ts'
import { createTestApp, type TestApp } from '../../setup/app.ts'
import { petPicture } from '../../unit/photos/pictures.ts'
import { decodeTilesAt, look, pathsOfReport } from './stranger.ts'

let app: TestApp
let report: Posted
let counterpart: Posted
let photoPaths: string[]
beforeEach(async () => {
  app = await createTestApp()
  report = await post(app, foundDog({ name: 'Призрак', description: 'призрачный пёс' }))
  counterpart = await post(app, lostDog())
  photoPaths = await addPhoto(await petPicture().jpeg().toBuffer())
  await app.runJobs()
})

async function addPhoto(bytes: Uint8Array): Promise<string[]> {
  const body = new FormData()
  body.set('photo', new File([new Uint8Array(bytes)], 'photo'))
  const headers = { Authorization: `Bearer ${report.token}` }
  const response = await app.request(`/api/reports/${report.id}/photos`, { method: 'POST', body, headers })
  expect(response.status).toBe(201)
  const { photo } = (await response.json()) as { photo: { urls: Record<string, string> } }
  return Object.values(photo.urls)
}

/** Everything public that could still speak of the report, as a stranger and as the other side. */
async function expectNoTrace(): Promise<void> {
  const around = 'near=37.62,55.75&radiusM=5000'
  const lists = [
    '/api/reports',
    `/api/reports?${around}`,
    '/api/reports?bbox=37,55,38,56',
    '/api/reports?status=active,reunited,expired',
    `/api/reports?q=${encodeURIComponent('призрачный')}`,
    ...(await pathsOfReport(app, counterpart.id)),
  ]
  for (const path of lists) {
    for (const more of [{}, { token: counterpart.token }]) {
      if (!path.includes(counterpart.id) && 'token' in more) continue
      const { body } = await look(app, path, more)
      expect(body).not.toContain(report.id)
      expect(body).not.toContain('Призрак')
    }
  }
  const [lng = 0, lat = 0] = report.report.geometry.coordinates
  expect(JSON.stringify(await decodeTilesAt(app, { lng, lat }))).not.toContain(report.id)
  const own = [...(await pathsOfReport(app, report.id)), ...photoPaths]
  for (const path of own) expect((await look(app, path)).status, path).toBe(404)
  const etag = (path: string) => `"${path.split('/')[2]}-${path.split('/')[3]?.replace('.webp', '')}"`
  for (const path of photoPaths) {
    expect((await look(app, path, { headers: { 'If-None-Match': etag(path) } })).status).toBe(404)
  }
  const message = { text: 'hello', replyTo: 'spy@example.net' }
  expect(
    (await look(app, `/api/reports/${report.id}/messages`, { method: 'POST', body: message })).status,
  ).toBe(404)
  const about = await app.send('POST', '/api/reports', lostDog({ aboutReportId: report.id }))
  expect(about.status).toBe(422)
}

test('is there to be seen before, so that its absence afterwards means something', async () => {
  expect((await look(app, '/api/reports?bbox=37,55,38,56')).body).toContain(report.id)
  for (const path of photoPaths) expect((await look(app, path)).status).toBe(200)
})

describe('leaves no trace for strangers', () => {
  test('once its author deleted it, files and rows included', async () => {
    await app.send('POST', `/api/reports/${report.id}/messages`, {
      text: 'hi',
      replyTo: 'writer@example.net',
    })
    expect(
      (await app.send('DELETE', `/api/reports/${report.id}`, undefined, { token: report.token })).status,
    ).toBe(204)
    await app.runJobs()
    await expectNoTrace()
    for await (const { id } of app.deps.photoStore.list()) expect.fail(`photo ${id} is still stored`)
    const tables = await app.deps.sql<{ name: string; column: string }[]>`
      select table_name as name, column_name as column
      from information_schema.columns
      where table_schema = 'public'
        and data_type = 'uuid'
        and table_name <> 'migrations'`
    for (const { name, column } of tables) {
      const { sql } = app.deps
      const left = await sql`select 1 from ${sql(name)} where ${sql(column)} = ${report.id}`
      expect(left, `${name}.${column}`).toHaveLength(0)
    }
  })

  test('nor in mails that wait, whatever they tell', async () => {
    app.deps.mailer.send = () => Promise.reject(new Error('the mail server is away'))
    const chip = { microchip: '643094100123456', contact: { email: 'gone@example.net' } }
    const mine = await post(app, foundDog(chip))
    const other = await post(app, lostDog({ microchip: chip.microchip }))
    await app.runJobs()
    const verdict = { verdict: 'same' }
    await app.send('PUT', `/api/reports/${other.id}/matches/${mine.id}`, verdict, { token: other.token })
    const twin = await post(app, foundDog())
    await app.send('PUT', `/api/reports/${mine.id}/animal/${twin.id}`, verdict, { token: mine.token })
    const resolution = { resolution: 'returned_self' }
    await app.send('POST', `/api/reports/${twin.id}/resolve`, resolution, { token: twin.token })
    await app.runJobs()
    const waiting = () => app.deps.sql`select 1 from jobs where payload->>'to' = 'gone@example.net'`
    expect(await waiting()).toHaveLength(3)
    await app.send('DELETE', `/api/reports/${mine.id}`, undefined, { token: mine.token })
    expect(await waiting()).toEqual([])
  })

  test.each(['hidden', 'pending'])('while it is %s', async (status) => {
    await app.deps.sql`update reports set status = ${status} where id = ${report.id}`
    await expectNoTrace()
    const mine = await app.send('GET', `/api/reports/${report.id}`, undefined, { token: report.token })
    expect(mine.status).toBe(200)
  })
})

describe('a photo', () => {
  const SECRET = 'Jane Secret 55.751244'

  test('loses text chunks, comments, embedded thumbnails and what is glued to its end', async () => {
    const zipLike = Buffer.from(`PK\u0003\u0004 ${SECRET} <script>alert(1)</script>`)
    const jpeg = await petPicture()
      .withExif({ IFD0: { ImageDescription: SECRET } })
      .jpeg()
      .toBuffer()
    const comment = Buffer.from(SECRET)
    const length = Buffer.from([0, comment.length + 2])
    const commented = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe]),
      length,
      comment,
      jpeg.subarray(2),
    ])
    const files = [
      Buffer.concat([commented, zipLike]),
      Buffer.concat([await petPicture(210, 160).png().toBuffer(), zipLike]),
      await petPicture(220, 160)
        .withExif({ IFD0: { Artist: SECRET } })
        .webp()
        .toBuffer(),
    ]
    for (const file of files) {
      expect(file.includes('Secret')).toBe(true)
      for (const path of await addPhoto(file)) {
        const bytes = Buffer.from(await (await app.request(path)).arrayBuffer())
        expect(bytes.includes('Secret')).toBe(false)
        expect(bytes.includes('script')).toBe(false)
        const { exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata()
        expect({ exif, xmp, iptc, icc, comments }).toEqual({})
      }
    }
  })
})
