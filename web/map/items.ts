import { KINDS, type Kind, type Species } from '../../api/domain/vocabulary.ts'
import type { BBox } from '../state/filters.ts'
import type { LngLat } from '../wire.ts'

/** What stands on the map: a cluster from the tiles, one report, or several reports at one public point. */
export type ClusterItem = LngLat & {
  type: 'cluster'
  key: string
  count: number
  countsByKind: Partial<Record<Kind, number>>
  bounds: BBox
}
export type MapReport = LngLat & {
  type: 'report'
  key: string
  id: string
  kind: Kind
  species: Species
  name?: string | undefined
  approximate: boolean
  radiusM: number
  photoId?: string | undefined
}
export type StackItem = LngLat & { type: 'stack'; key: string; reports: MapReport[] }
export type MapItem = ClusterItem | MapReport | StackItem

type TileFeature = { geometry: GeoJSON.Geometry; properties: Record<string, unknown> }

/** Beyond so many markers a phone stutters; what is dropped is farthest from the middle of the view. */
export const MAX_MARKERS = 300

function placeOf({ geometry }: TileFeature): LngLat {
  const [lng = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : []
  return { lng, lat }
}

export function readCluster(feature: TileFeature): ClusterItem {
  const { count, west, south, east, north, ...rest } = feature.properties as Record<string, number>
  const place = placeOf(feature)
  return {
    type: 'cluster',
    ...place,
    key: `${place.lng.toFixed(5)} ${place.lat.toFixed(5)} ${count}`,
    count: count ?? 0,
    countsByKind: Object.fromEntries(KINDS.filter((kind) => rest[kind]).map((kind) => [kind, rest[kind]])),
    bounds: [west ?? 0, south ?? 0, east ?? 0, north ?? 0],
  }
}

function readReport(feature: TileFeature): MapReport & { spot: string } {
  const { id, kind, species, name, approximate, radiusM, photoId, spot } = feature.properties
  return {
    type: 'report',
    ...placeOf(feature),
    key: String(id),
    id: String(id),
    kind: kind as Kind,
    species: species as Species,
    name: typeof name === 'string' ? name : undefined,
    approximate: approximate === true,
    radiusM: Number(radiusM) || 0,
    photoId: typeof photoId === 'string' ? photoId : undefined,
    spot: String(spot),
  }
}

/** Reports once each (tiles repeat what they are asked for twice), those of one public point together. */
export function groupReports(features: readonly TileFeature[]): (MapReport | StackItem)[] {
  const bySpot = new Map<string, Map<string, MapReport>>()
  for (const feature of features) {
    const { spot, ...report } = readReport(feature)
    if (!bySpot.has(spot)) bySpot.set(spot, new Map())
    bySpot.get(spot)!.set(report.id, report)
  }
  return [...bySpot].map(([spot, group]) => {
    const reports = [...group.values()]
    const first = reports[0]!
    if (reports.length === 1) return first
    return { type: 'stack', key: `${spot} ${reports.length}`, lng: first.lng, lat: first.lat, reports }
  })
}

/** The items nearest to the middle of the view, at most `MAX_MARKERS`; degrees are good enough to choose by. */
export function keepNearest(items: readonly MapItem[], middle: LngLat): MapItem[] {
  if (items.length <= MAX_MARKERS) return [...items]
  const narrowing = Math.cos((middle.lat * Math.PI) / 180)
  const away = ({ lng, lat }: LngLat) => Math.hypot((lng - middle.lng) * narrowing, lat - middle.lat)
  return [...items].sort((a, b) => away(a) - away(b)).slice(0, MAX_MARKERS)
}

/** Where the members of a stack go when it fans out, in pixels from its place: a circle, or a spiral for many. */
export function fanOut(count: number): { x: number; y: number }[] {
  const gap = 62
  if (count <= 8) {
    const radius = Math.max(60, (count * gap) / (2 * Math.PI))
    return Array.from({ length: count }, (_, i) => {
      const angle = (2 * Math.PI * i) / count - Math.PI / 2
      return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) }
    })
  }
  // Archimedes' spiral r = a + bθ with steps of one gap along the arc, turns one gap apart.
  const places: { x: number; y: number }[] = []
  let angle = 0
  for (let i = 0; i < count; i++) {
    const radius = gap + (gap * angle) / (2 * Math.PI)
    places.push({ x: Math.round(radius * Math.sin(angle)), y: Math.round(-radius * Math.cos(angle)) })
    angle += gap / radius
  }
  return places
}

/** Shares of the kinds as arcs of a ring, each from and to in turns (0 to 1), in the order of the vocabulary. */
export function ringShares(countsByKind: Partial<Record<Kind, number>>) {
  const total = KINDS.reduce((sum, kind) => sum + (countsByKind[kind] ?? 0), 0)
  let from = 0
  return KINDS.filter((kind) => countsByKind[kind]).map((kind) => {
    const share = { kind, from, to: from + countsByKind[kind]! / total }
    from = share.to
    return share
  })
}
