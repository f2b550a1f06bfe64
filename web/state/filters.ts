import { PAGE_SIZE } from '../../api/domain/page-size.ts'
import {
  KINDS,
  type Kind,
  SPECIES,
  type Species,
  STATUSES,
  type Status,
} from '../../api/domain/vocabulary.ts'
import type { LngLat } from '../wire.ts'

export type BBox = [west: number, south: number, east: number, north: number]
export type MapView = LngLat & { zoom: number }

/** Empty lists and absent fields mean "any". The address bar holds them all: it is the source of truth. */
export type Filters = {
  kind: Kind[]
  species: Species[]
  status: Status[]
  /** Not older than so many days; `since` and `until` (ISO dates or instants) say it exactly. */
  days?: number | undefined
  since?: string | undefined
  until?: string | undefined
  q?: string | undefined
  bbox?: BBox | undefined
  near?: LngLat | undefined
  radiusM?: number | undefined
}

const DAY_MS = 86_400_000

function pick<T extends string>(value: string | null, known: readonly T[]): T[] {
  const asked = (value ?? '').split(',')
  return known.filter((word) => asked.includes(word))
}

/** Comma-separated finite numbers, exactly `count` of them. */
export function numbers(value: string | null, count: number): number[] | undefined {
  const parsed = (value ?? '').split(',').map(Number)
  return value && parsed.length === count && parsed.every(Number.isFinite) ? parsed : undefined
}

const isInstant = (value: string | null): value is string => !!value && !Number.isNaN(Date.parse(value))

/** Reads a search string; anything it does not understand counts as not said. */
export function parseFilters(search: string): Filters {
  const query = new URLSearchParams(search)
  const near = numbers(query.get('near'), 2)
  const bbox = numbers(query.get('bbox'), 4)
  const days = Number(query.get('days'))
  const radiusM = Number(query.get('radiusM'))
  return {
    kind: pick(query.get('kind'), KINDS),
    species: pick(query.get('species'), SPECIES),
    status: pick(query.get('status'), STATUSES),
    days: days > 0 ? days : undefined,
    since: isInstant(query.get('since')) ? query.get('since')! : undefined,
    until: isInstant(query.get('until')) ? query.get('until')! : undefined,
    q: query.get('q')?.trim() || undefined,
    bbox: bbox ? (bbox as BBox) : undefined,
    near: near ? { lng: near[0]!, lat: near[1]! } : undefined,
    radiusM: radiusM > 0 ? radiusM : undefined,
  }
}

/** Five decimals are a metre: enough for a place, short enough for a link. */
const short = (value: number) => String(Math.round(value * 1e5) / 1e5)
export const points = (values: number[]) => values.map(short).join(',')

export function entries(filters: Filters): [string, string][] {
  const pairs: [string, string | undefined][] = [
    ['kind', filters.kind.join(',')],
    ['species', filters.species.join(',')],
    ['status', filters.status.join(',')],
    ['days', filters.days?.toString()],
    ['since', filters.since],
    ['until', filters.until],
    ['q', filters.q],
    ['bbox', filters.bbox && points(filters.bbox)],
    ['near', filters.near && points([filters.near.lng, filters.near.lat])],
    ['radiusM', filters.radiusM?.toString()],
  ]
  return pairs.filter((pair): pair is [string, string] => !!pair[1])
}

/** The page's search string; what is not a filter (`lang`, `at`, `view`) is carried over from `search`. */
export function writeFilters(filters: Filters, search: string): string {
  const query = new URLSearchParams()
  for (const key of ['lang', 'at', 'view']) {
    const kept = new URLSearchParams(search).get(key)
    if (kept) query.set(key, kept)
  }
  for (const [key, value] of entries(filters)) query.set(key, value)
  return query.size > 0 ? `?${query.toString().replaceAll('%2C', ',')}` : ''
}

/** The API's query: `days` becomes `since`, counted from the start of an hour so that answers can be cached. */
export function apiQuery(filters: Filters, nowMs: number): string {
  const { days, ...rest } = filters
  const hour = Math.floor(nowMs / 3_600_000) * 3_600_000
  const since = days ? new Date(hour - days * DAY_MS).toISOString() : rest.since
  const query = new URLSearchParams(entries({ ...rest, since }))
  query.set('limit', String(PAGE_SIZE))
  return query.toString()
}

export const isFiltered = (filters: Filters) => entries(filters).length > 0

/** The list without `item`, or with it when it was not there. */
export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item]
}
