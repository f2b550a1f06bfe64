import { afterEach, expect, test } from 'vitest'
import { petPicture } from '../unit/photos/pictures.ts'
import { bodyOf, send } from './client.ts'
import { endServices, startService, withFolder } from './process.ts'

afterEach(endServices)

test('told to stop, it finishes what it has begun, exits with 0 and keeps it', async () => {
  await withFolder(async (folder) => {
    const env = { DATA_DIR: folder, RATE_LIMITS: 'off' }
    const service = await startService(env)
    await service.answers
    const { baseUrl } = service
    const created = await (await send(baseUrl, 'POST', '/api/reports', { body: bodyOf('one') })).json()
    const headers = { Authorization: `Bearer ${created.manageToken}` }
    const photos = await Promise.all(
      [3000, 3100, 3200].map((width) => petPicture(width, 2400).jpeg({ quality: 95 }).toBuffer()),
    )
    const uploads = photos.map((bytes) => {
      const body = new FormData()
      body.set('photo', new File([new Uint8Array(bytes)], 'cat'))
      return fetch(`${baseUrl}/api/reports/${created.report.id}/photos`, { method: 'POST', headers, body })
    })
    const posts = ['two', 'three'].map((name) =>
      send(baseUrl, 'POST', '/api/reports', { body: bodyOf(name) }),
    )
    // Decoding three large pictures on two workers takes longer than the one that ends first.
    await Promise.race(uploads)
    service.kill('SIGTERM')
    const answers = await Promise.all([...uploads, ...posts])
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201])
    const uploaded = await Promise.all(answers.slice(0, 3).map((answer) => answer.json()))
    expect(await service.exit).toEqual({ code: 0, signal: null })
    await expect(fetch(`${baseUrl}/healthz`)).rejects.toThrow()

    const again = await startService(env)
    await again.answers
    const report = await (await fetch(`${again.baseUrl}/api/reports/${created.report.id}`)).json()
    expect(report.properties.photos.map((photo: { id: string }) => photo.id).sort()).toEqual(
      uploaded.map(({ photo }) => photo.id).sort(),
    )
    const { features } = await (await fetch(`${again.baseUrl}/api/reports`)).json()
    expect(features).toHaveLength(3)
    again.kill('SIGINT')
    expect(await again.exit).toEqual({ code: 0, signal: null })
  })
}, 600_000)

test('told to stop while it starts, it exits with 0 and starts again', async () => {
  await withFolder(async (folder) => {
    const service = await startService({ DATA_DIR: folder })
    while (!service.printed().includes('Starting')) await new Promise((done) => setTimeout(done, 5))
    service.kill('SIGTERM')
    expect(await service.exit).toEqual({ code: 0, signal: null })
    const again = await startService({ DATA_DIR: folder })
    await again.answers
  })
}, 600_000)
