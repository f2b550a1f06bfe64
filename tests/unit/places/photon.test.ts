import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { askPhoton } from '../../../api/places/photon.ts'

let server: Server | undefined
const asked: URL[] = []

/** A geocoder on this machine that answers everything alike. */
async function serve(body: unknown, status = 200): Promise<string> {
  asked.length = 0
  server = createServer((request: IncomingMessage, response) => {
    asked.push(new URL(request.url ?? '', 'http://localhost'))
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((ready) => server!.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const street = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [37.59, 55.75] },
  properties: { name: 'улица Арбат', city: 'Москва', country: 'Россия', type: 'street' },
}

describe('askPhoton', () => {
  it('turns features into places with what they lie in', async () => {
    const url = await serve({ type: 'FeatureCollection', features: [street] })
    const near = { lng: 37.6, lat: 55.7 }
    expect(await askPhoton(url, { q: 'арбат', near, language: 'ru', limit: 5 })).toEqual([
      { name: 'улица Арбат', detail: 'Москва, Россия', lng: 37.59, lat: 55.75, radiusM: 300 },
    ])
    expect(asked[0]!.pathname).toBe('/api')
    expect(Object.fromEntries(asked[0]!.searchParams)).toEqual({
      q: 'арбат',
      limit: '5',
      lon: '37.6',
      lat: '55.7',
    })
  })

  it('asks what is around a spot when nothing was typed', async () => {
    const url = await serve({ features: [] })
    expect(await askPhoton(url, { near: { lng: 1, lat: 2 }, language: 'en', limit: 1 })).toEqual([])
    expect(asked[0]!.pathname).toBe('/reverse')
    expect(asked[0]!.searchParams.get('lang')).toBe('en')
  })

  it('takes the reach of a place from its extent', async () => {
    const properties = { name: 'Дубна', extent: [37.1, 56.8, 37.3, 56.7] }
    const url = await serve({ features: [{ ...street, properties }] })
    const [place] = await askPhoton(url, { q: 'дубна', language: 'ru', limit: 1 })
    expect(place!.radiusM).toBeGreaterThan(5_000)
    expect(place!.radiusM).toBeLessThan(7_000)
  })

  it('passes over features that are no places', async () => {
    const url = await serve({
      features: [null, {}, { geometry: { coordinates: ['a', 1] }, properties: {} }, street],
    })
    expect(await askPhoton(url, { q: 'x', language: 'ru', limit: 5 })).toHaveLength(1)
  })

  it.each([
    [{ message: 'no' }, 500],
    ['nonsense', 200],
    [{ features: 3 }, 200],
  ])('fails for an answer that is not Photon’s', async (body, status) => {
    const url = await serve(body, status)
    await expect(askPhoton(url, { q: 'x', language: 'ru', limit: 1 })).rejects.toThrow()
  })
})
