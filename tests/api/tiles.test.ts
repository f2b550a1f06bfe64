import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { beforeEach, describe, expect, test } from 'vitest'
import { quadkeyOf, quadkeyShift, type TileAddress, tileOfCell } from '../../api/domain/geo/quadkey.ts'
import { KINDS } from '../../api/domain/vocabulary.ts'
import { foundDog, lostDog, post } from '../factories.ts'
import { createTestApp, type TestApp } from '../setup/app.ts'

const MOSCOW = { lng: 37.62, lat: 55.75 }

type Place = { lng: number; lat: number }
type Read = { layer: string; lng: number; lat: number; properties: Record<string, string | number | boolean> }

let app: TestApp

beforeEach(async () => {
  app = await createTestApp()
})

const tileOver = ({ lng, lat }: Place, z: number): TileAddress =>
  tileOfCell(quadkeyOf(lng, lat) >> quadkeyShift(z), z)

const addressOf = ({ z, x, y }: TileAddress, query = '') => `/tiles/${z}/${x}/${y}.mvt${query}`

async function readTile(tile: TileAddress, query = ''): Promise<Read[]> {
  const response = await app.request(addressOf(tile, query))
  if (response.status === 204) return []
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
  const decoded = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer())))
  return Object.entries(decoded.layers).flatMap(([layer, content]) =>
    Array.from({ length: content.length }, (_, i) => {
      const feature = content.feature(i)
      const { geometry } = feature.toGeoJSON(tile.x, tile.y, tile.z)
      const [lng = Number.NaN, lat = Number.NaN] = geometry.type === 'Point' ? geometry.coordinates : []
      return { layer, lng, lat, properties: { ...feature.properties } as Read['properties'] }
    }),
  )
}

describe('single reports', () => {
  test('a tile close by shows a report at its point, with what a marker needs', async () => {
    const { id } = await post(app, lostDog({ name: 'Рыжик', location: MOSCOW }))
    const [read, ...more] = await readTile(tileOver(MOSCOW, 14))
    expect(more).toEqual([])
    expect(read!.layer).toBe('reports')
    expect(read!.lng).toBeCloseTo(MOSCOW.lng, 4)
    expect(read!.lat).toBeCloseTo(MOSCOW.lat, 4)
    expect(read!.properties).toMatchObject({
      id,
      kind: 'lost',
      species: 'dog',
      sex: 'male',
      status: 'active',
      name: 'Рыжик',
      colours: 'red,white',
      approximate: false,
      radiusM: 0,
      occurredAt: Date.parse('2026-11-19T18:30:00+03:00') / 1000,
      together: 1,
    })
  })

  test('a sex that nobody knows is left out', async () => {
    await post(app, lostDog({ sex: undefined, location: MOSCOW }))
    const [read] = await readTile(tileOver(MOSCOW, 14))
    expect(read!.properties).not.toHaveProperty('sex')
  })

  test('reports at one public point say how many they are together', async () => {
    for (let i = 0; i < 3; i++) await post(app, foundDog({ location: { lng: 37.62 + i * 1e-5, lat: 55.75 } }))
    const read = await readTile(tileOver(MOSCOW, 14))
    expect(read).toHaveLength(3)
    expect(new Set(read.map(({ properties }) => properties['spot'])).size).toBe(1)
    expect(read.map(({ properties }) => properties['together'])).toEqual([3, 3, 3])
  })

  test('a report alone in its cell is itself at low zooms too', async () => {
    const { id } = await post(app, lostDog({ location: MOSCOW }))
    const [read] = await readTile(tileOver(MOSCOW, 5))
    expect(read).toMatchObject({ layer: 'reports', properties: { id } })
  })
})

describe('clusters', () => {
  test('count their members by kind and tell the box round them', async () => {
    await post(app, lostDog({ location: { lng: 37.62, lat: 55.75 } }))
    await post(app, lostDog({ location: { lng: 37.63, lat: 55.76 } }))
    await post(
      app,
      lostDog({ kind: 'shelter_intake', name: undefined, location: { lng: 37.625, lat: 55.755 } }),
    )
    const [read, ...more] = await readTile(tileOver(MOSCOW, 6))
    expect(more).toEqual([])
    expect(read!.layer).toBe('clusters')
    const { west, south, east, north, ...counts } = read!.properties as Record<string, number>
    expect(counts).toEqual({ count: 3, lost: 2, shelter_intake: 1 })
    for (const [edge, wanted] of [
      [west, 37.62],
      [south, 55.75],
      [east, 37.63],
      [north, 55.76],
    ]) {
      expect(edge).toBeCloseTo(wanted!, 9)
    }
    expect(read!.lng).toBeCloseTo(37.625, 2)
    expect(read!.lat).toBeCloseTo(55.755, 2)
  })

  test('each report is in exactly one tile of every zoom, at edges and at the ends of the world too', async () => {
    const places = [
      { lng: 0, lat: 0 },
      { lng: 90, lat: 0 },
      { lng: -180, lat: 10 },
      { lng: 179.999999, lat: -10 },
      { lng: 37.617778, lat: 55.7558 },
      { lng: 37.6177779, lat: 55.7558 },
      { lng: 45, lat: 66.51326044311186 },
    ]
    for (const location of places) await post(app, lostDog({ location }))
    for (const z of [0, 1, 2, 3]) {
      let count = 0
      for (let x = 0; x < 2 ** z; x++) {
        for (let y = 0; y < 2 ** z; y++) {
          for (const { layer, properties } of await readTile({ z, x, y })) {
            count += layer === 'clusters' ? Number(properties['count']) : 1
          }
        }
      }
      expect(count, `zoom ${z}`).toBe(places.length)
    }
  })
})

describe('filters', () => {
  test('are those of the list', async () => {
    await post(app, lostDog({ location: MOSCOW, name: 'Рыжик', occurredAt: '2026-11-19T12:00:00Z' }))
    await post(
      app,
      lostDog({ location: MOSCOW, species: 'cat', name: 'Муся', occurredAt: '2026-10-01T12:00:00Z' }),
    )
    await post(app, lostDog({ location: MOSCOW, kind: 'shelter_intake', name: undefined, species: 'cat' }))
    const found = async (query: string) => {
      const inTile = await readTile(tileOver(MOSCOW, 14), query)
      const response = await app.request(`/api/reports${query}`)
      const list = (await response.json()) as { features: { id: string }[] }
      const ids = inTile.map(({ properties }) => String(properties['id'])).sort()
      expect(ids, query).toEqual(list.features.map(({ id }) => id).sort())
      return ids.length
    }
    expect(await found('')).toBe(3)
    expect(await found('?kind=lost')).toBe(2)
    expect(await found('?species=cat&kind=lost,shelter_intake')).toBe(2)
    expect(await found('?since=2026-11-01')).toBe(2)
    expect(await found('?until=2026-11-01')).toBe(1)
    expect(await found('?q=Муся')).toBe(1)
    expect(await found('?bbox=37.5,55.7,37.7,55.8')).toBe(3)
    expect(await found('?bbox=30,55.7,31,55.8')).toBe(0)
    expect(await found('?near=37.62,55.751&radiusM=500')).toBe(3)
    expect(await found('?near=37.9,55.751&radiusM=500')).toBe(0)
    expect(await found('?status=reunited')).toBe(0)
  })

  test('what is home leaves the map, and can be asked for', async () => {
    const { id, token } = await post(app, lostDog({ location: MOSCOW }))
    await app.send('POST', `/api/reports/${id}/resolve`, { resolution: 'returned_self' }, { token })
    expect(await readTile(tileOver(MOSCOW, 14))).toEqual([])
    expect(await readTile(tileOver(MOSCOW, 14), '?status=reunited')).toHaveLength(1)
  })
})

describe('hidden places', () => {
  test('no zoom tells where in its area an approximate report is', async () => {
    const home = { lng: 37.6203, lat: 55.7512 }
    const neighbour = { lng: 37.6239, lat: 55.7496 }
    const [one, two] = [
      await post(app, foundDog({ location: home })),
      await post(app, foundDog({ location: neighbour })),
    ]
    const [lng, lat] = one.report.geometry.coordinates
    expect(two.report.geometry.coordinates, 'both lie in one cell').toEqual([lng, lat])
    for (const z of [0, 5, 9, 13, 14, 18, 22]) {
      for (const read of await readTile(tileOver({ lng, lat }, z))) {
        const pixel = 360 / (4096 * 2 ** z)
        expect(Math.abs(read.lng - lng), `zoom ${z}`).toBeLessThanOrEqual(pixel)
        const { west, east, south, north } = read.properties as Record<string, number>
        if (read.layer === 'clusters') {
          expect([west, south]).toEqual([east, north])
          expect(west).toBeCloseTo(lng, 9)
        }
      }
    }
    for (const z of [16, 19, 22]) {
      for (const place of [home, neighbour]) expect(await readTile(tileOver(place, z))).toEqual([])
    }
  })

  test('no tile says a token, a contact or a chip', async () => {
    await post(app, lostDog({ location: MOSCOW, microchip: '643094100123456', brand: 'ABC123' }))
    const tile = await (await app.request(addressOf(tileOver(MOSCOW, 14)))).text()
    expect(tile).toContain('Рыжик')
    for (const secret of ['643094100123456', 'ABC123', 'anna@example.org', 'Анна', '+7']) {
      expect(tile).not.toContain(secret)
    }
  })
})

describe('HTTP', () => {
  test('an empty tile is 204', async () => {
    const response = await app.request('/tiles/3/1/1.mvt')
    expect(response.status).toBe(204)
    expect(response.headers.get('cache-control')).toContain('max-age')
  })

  test('a tile that the browser still has is 304', async () => {
    await post(app, lostDog({ location: MOSCOW }))
    const address = addressOf(tileOver(MOSCOW, 10))
    const first = await app.request(address)
    const etag = first.headers.get('etag')!
    const again = await app.request(address, { headers: { 'If-None-Match': etag } })
    expect(again.status).toBe(304)
    expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'))
    await post(app, lostDog({ location: MOSCOW }))
    const changed = await app.request(address, { headers: { 'If-None-Match': etag } })
    expect(changed.status).toBe(200)
  })

  test.each([
    ['/tiles/a/0/0.mvt', 400],
    ['/tiles/1/-1/0.mvt', 400],
    ['/tiles/1/0.5/0.mvt', 400],
    ['/tiles/1/0/0x1.mvt', 400],
    ['/tiles/1/2/0.mvt', 404],
    ['/tiles/1/0/2.mvt', 404],
    ['/tiles/23/0/0.mvt', 404],
    ['/tiles/99999999999999999999/0/0.mvt', 400],
    ['/tiles/1/0/0.mvt?kind=dragon', 422],
    ['/tiles/1/0/0.mvt?since=yesterday', 422],
    ['/tiles/1/0/0.mvt?bbox=1,2,3', 422],
  ])('%s is a problem', async (address, status) => {
    const response = await app.request(address)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  test('TileJSON tells the address with the filters, and every field of the layers', async () => {
    const response = await app.request('/tiles.json?kind=lost,found&nonsense=1')
    const described = (await response.json()) as {
      tiles: string[]
      maxzoom: number
      vector_layers: { id: string; fields: Record<string, string> }[]
    }
    expect(described.tiles).toEqual(['https://homeward.example/tiles/{z}/{x}/{y}.mvt?kind=lost%2Cfound'])
    const fields = Object.fromEntries(
      described.vector_layers.map(({ id, fields }) => [id, Object.keys(fields)]),
    )
    expect(fields['clusters']).toEqual(expect.arrayContaining([...KINDS]))
    await post(app, lostDog({ location: MOSCOW }))
    const [read] = await readTile(tileOver(MOSCOW, described.maxzoom))
    for (const field of Object.keys(read!.properties)) expect(fields['reports']).toContain(field)
  })
})
