import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import type { LngLat } from '../../../api/domain/geo/lng-lat.ts'
import type { TestApp } from '../../setup/app.ts'
import { tileAround } from './places.ts'

/** What one request showed: status, the headers that may depend on data, and the body, byte for byte. */
export type Sight = { request: string; status: number; headers: Record<string, string>; body: string }

/** Headers that differ from request to request whatever is stored. */
const FLEETING = ['x-request-id', 'date']

export async function look(
  app: TestApp,
  path: string,
  more: { method?: string; token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Sight> {
  const method = more.method ?? 'GET'
  const response = await app.send(method, path, more.body, {
    ...(more.token ? { token: more.token } : {}),
    ...(more.headers ? { headers: more.headers } : {}),
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  const isText = /json|text|xml/.test(response.headers.get('Content-Type') ?? '')
  return {
    request: `${method} ${path}`,
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !FLEETING.includes(name))),
    body: isText
      ? bytes.toString('utf8').replace(/"requestId":"[^"]*"/g, '"requestId":""')
      : bytes.toString('base64'),
  }
}

/** Paths of every GET of the API that names a report, as its own description lists them. */
export async function pathsOfReport(app: TestApp, id: string): Promise<string[]> {
  const document = (await (await app.request('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, unknown>>
  }
  return Object.entries(document.paths)
    .filter(([path, methods]) => 'get' in methods && /^\/api\/[^{]*\{id\}[^{]*$/.test(path))
    .map(([path]) => path.replace('{id}', id))
}

export const TILE_ZOOMS = [0, 3, 8, 11, 13, 14, 16, 19, 22]

export type Decoded = { layer: string; lng: number; lat: number; properties: Record<string, unknown> }

/** Every feature of the tiles that hold a place, with the coordinates that a map would draw. */
export async function decodeTilesAt(app: TestApp, at: LngLat): Promise<Decoded[]> {
  const seen: Decoded[] = []
  for (const zoom of TILE_ZOOMS) {
    const { z, x, y } = tileAround(at, zoom)
    const response = await app.request(`/tiles/${z}/${x}/${y}.mvt`)
    if (response.status === 204) continue
    const tile = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer())))
    for (const [layer, features] of Object.entries(tile.layers)) {
      for (let index = 0; index < features.length; index += 1) {
        const feature = features.feature(index).toGeoJSON(x, y, z)
        if (feature.geometry.type !== 'Point') throw new Error('a tile may hold points only')
        const [lng = Number.NaN, lat = Number.NaN] = feature.geometry.coordinates
        seen.push({ layer, lng, lat, properties: feature.properties ?? {} })
      }
    }
  }
  return seen
}
