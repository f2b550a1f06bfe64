import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { buildDemoCity } from '../../api/demo/city.ts'
import { clearDemo } from '../../api/demo/clear.ts'
import { type DemoProgress, type LoadOptions, loadDemo, wantsDemo } from '../../api/demo/load.ts'
import { rasteriseWithSharp } from '../../api/demo/rasterise-sharp.ts'
import { hashText } from '../../api/domain/drawing/random.ts'
import { uploadPhoto } from '../../api/photos/service.ts'
import { lostDog, post } from '../factories.ts'
import { createTestApp, type TestApp } from '../setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

/** A dozen reports of the usual city: one sighting chain and some others. */
const build: typeof buildDemoCity = (options) => {
  const city = buildDemoCity(options)
  const chain = city.truth.chains[0]!
  const keys = new Set([
    chain.lost,
    ...chain.sightings,
    ...city.truth.pairs.slice(0, 3).flatMap(({ lost, found }) => [lost, found]),
  ])
  return { ...city, reports: city.reports.filter(({ key }) => keys.has(key)) }
}

/** A picture of one colour, another for each drawing. */
const rasterise: LoadOptions['rasterise'] = (svg) =>
  sharp({
    create: {
      width: 24,
      height: 18,
      channels: 3,
      background: `#${(hashText(svg) % 0xffffff).toString(16).padStart(6, '0')}`,
    },
  })
    .jpeg()
    .toBuffer()

const load = (more: Partial<LoadOptions> = {}) => loadDemo(app.system, { rasterise, build, ...more })
const rows = async (table: 'reports' | 'photos') =>
  Number((await app.deps.sql`select count(*) from ${app.deps.sql(table)}`)[0]!['count'])
const listed = async (query = '') => {
  const response = await app.request(`/api/reports?limit=100&status=active,reunited${query}`)
  return ((await response.json()) as { features: { id: string; properties: Record<string, unknown> }[] })
    .features
}
const expected = () => {
  const { reports } = build({ seed: 'moscow', now: app.deps.clock() })
  return { reports: reports.length, photos: reports.reduce((sum, { scenes }) => sum + scenes.length, 0) }
}

describe('loading the demo city', () => {
  test('adds every report and picture, marked as demo', async () => {
    expect(await load()).toBe(true)
    expect({ reports: await rows('reports'), photos: await rows('photos') }).toEqual(expected())
    const features = await listed()
    expect(features).toHaveLength(expected().reports)
    expect(features.every(({ properties }) => properties['demo'] === true)).toBe(true)
    expect(features.some(({ properties }) => properties['status'] === 'reunited')).toBe(true)
    expect(features.some(({ properties }) => properties['aboutReportId'])).toBe(true)
  })

  test('adds nothing the second time', async () => {
    await load()
    expect(await load()).toBe(true)
    expect({ reports: await rows('reports'), photos: await rows('photos') }).toEqual(expected())
  })

  test('goes on where a crash cut it off, without doubles, though the clock has moved on', async () => {
    let drawn = 0
    const dying: LoadOptions['rasterise'] = (svg) => {
      if (drawn++ === 4) throw new Error('killed')
      return rasterise(svg)
    }
    const wanted = expected()
    await expect(load({ rasterise: dying })).rejects.toThrow('killed')
    expect(await rows('photos')).toBe(4)
    expect(await wantsDemo(app.system)).toBe(true)
    app.setNow(new Date(app.deps.clock().getTime() + 86_400_000))
    expect(await load()).toBe(true)
    expect({ reports: await rows('reports'), photos: await rows('photos') }).toEqual(wanted)
    expect(await wantsDemo(app.system)).toBe(false)
  })

  test('stops when told to and says that it is not complete', async () => {
    const stopping = new AbortController()
    const seen: DemoProgress[] = []
    const onProgress = (progress: DemoProgress) => {
      seen.push({ ...progress })
      if (progress.photos === 2) stopping.abort()
    }
    expect(await load({ signal: stopping.signal, onProgress })).toBe(false)
    expect(await rows('photos')).toBe(2)
    expect(seen.at(-1)).toMatchObject({ photos: 2, photosOf: expected().photos })
  })

  test('asks for no matches: nobody waits for word of them', async () => {
    await load()
    expect(await app.runJobs()).toBe(0)
    expect(app.mails).toEqual([])
  })

  test('draws pictures that the photo pipeline takes', async () => {
    const stopping = new AbortController()
    const onProgress = ({ photos }: DemoProgress) => photos > 0 && stopping.abort()
    await load({ rasterise: rasteriseWithSharp, signal: stopping.signal, onProgress })
    const photos = (await listed()).flatMap(
      ({ properties }) => properties['photos'] as { width: number; height: number }[],
    )
    expect(photos).toMatchObject([{ width: 1200, height: 900 }])
  })
})

describe('whether a demo city belongs', () => {
  test('yes in an empty database', async () => {
    expect(await wantsDemo(app.system)).toBe(true)
  })

  test("no beside somebody's report", async () => {
    await post(app, lostDog())
    expect(await wantsDemo(app.system)).toBe(false)
  })

  test('no after it was cleared', async () => {
    await load()
    await clearDemo(app.system)
    expect(await wantsDemo(app.system)).toBe(false)
  })
})

describe('clearing the demo city', () => {
  test("removes exactly it: people's reports and photos stay, its own files go", async () => {
    await load()
    const mine = await post(app, lostDog())
    const bytes = await rasterise('mine')
    const photo = await uploadPhoto(
      { ...app.system, actor: { token: mine.token, address: 'test' } },
      mine.id,
      bytes,
    )
    expect(await clearDemo(app.system)).toBe(expected().reports)
    expect((await listed()).map(({ id }) => id)).toEqual([mine.id])
    expect(await rows('photos')).toBe(1)
    const kept: string[] = []
    for await (const { id } of app.deps.photoStore.list()) kept.push(id)
    expect(kept).toEqual([photo.id])
  })

  test("keeps a person's sighting of a demo animal", async () => {
    await load()
    const lost = (await listed('&kind=lost'))[0]!
    const seen = await post(app, lostDog({ kind: 'sighting', aboutReportId: lost.id }))
    await clearDemo(app.system)
    expect((await listed()).map(({ id, properties }) => [id, properties['aboutReportId']])).toEqual([
      [seen.id, undefined],
    ])
  })

  test('can be loaded again afterwards', async () => {
    await load()
    await clearDemo(app.system)
    expect(await load()).toBe(true)
    expect(await rows('reports')).toBe(expected().reports)
  })
})
