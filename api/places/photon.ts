import { distanceM, type LngLat } from '../domain/geo/lng-lat.ts'
import type { Language } from '../domain/vocabulary.ts'
import type { Place } from './gazetteer.ts'

/** People wait with a finger over the keys: later than this the bundled names are better than the server's. */
const PATIENCE_MS = 2_500

type PhotonFeature = {
  geometry: { coordinates: [lng: number, lat: number] }
  properties: Record<string, unknown>
}

/** Where Photon gives no extent: about how large a thing of a kind is. */
const RADII_M: Record<string, number> = {
  house: 30,
  street: 300,
  locality: 500,
  district: 1_500,
  city: 8_000,
  county: 30_000,
  state: 150_000,
  country: 500_000,
}

/**
 * Asks a Photon server (https://github.com/komoot/photon) for a name, or for what is around a spot when none is given.
 * @throws whatever the network does, and an Error for an answer that is not Photon's
 */
export async function askPhoton(
  url: string,
  {
    q,
    near,
    language,
    limit,
  }: { q?: string | undefined; near?: LngLat | undefined; language: Language; limit: number },
): Promise<Place[]> {
  const query = new URLSearchParams({ limit: String(limit) })
  // Photon knows English names; Russian ones are the local names, which it gives when no language is asked for.
  if (language === 'en') query.set('lang', 'en')
  if (q) query.set('q', q)
  if (near) {
    query.set('lon', String(near.lng))
    query.set('lat', String(near.lat))
  }
  const response = await fetch(`${url}/${q ? 'api' : 'reverse'}?${query}`, {
    headers: { Accept: 'application/json' },
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const body: unknown = response.ok ? await response.json() : undefined
  if (!isCollection(body)) throw new Error('The geocoder gave no places')
  return body.features.filter(isPlace).map(toPlace).slice(0, limit)
}

function isCollection(body: unknown): body is { features: unknown[] } {
  return typeof body === 'object' && body !== null && 'features' in body && Array.isArray(body.features)
}

function isPlace(feature: unknown): feature is PhotonFeature {
  const { geometry, properties } = (feature ?? {}) as Partial<PhotonFeature>
  const [lng, lat] = geometry?.coordinates ?? []
  return Number.isFinite(lng) && Number.isFinite(lat) && typeof properties === 'object' && properties !== null
}

function toPlace({ geometry, properties }: PhotonFeature): Place {
  const word = (key: string) => (typeof properties[key] === 'string' ? properties[key] : '')
  const street = [word('street'), word('housenumber')].filter(Boolean).join(' ')
  const name = word('name') || street || word('city') || word('country')
  const wider = [street, word('district'), word('city'), word('state'), word('country')]
  const detail = [...new Set(wider)].filter((part) => part && part !== name).slice(0, 3)
  const [lng, lat] = geometry.coordinates
  return { name, detail: detail.join(', '), lng, lat, radiusM: radiusOf(properties, lat) }
}

function radiusOf(properties: Record<string, unknown>, lat: number): number {
  const extent = properties['extent']
  if (Array.isArray(extent) && extent.length === 4 && extent.every((edge) => typeof edge === 'number')) {
    const [west, north, east, south] = extent as [number, number, number, number]
    const widthM = distanceM({ lng: west, lat }, { lng: east, lat })
    const heightM = distanceM({ lng: west, lat: south }, { lng: west, lat: north })
    return Math.max(30, Math.round(Math.max(widthM, heightM) / 2))
  }
  return RADII_M[String(properties['type'])] ?? 500
}
