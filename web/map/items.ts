import { type Colour, KINDS, type Kind, type Sex, type Species } from '../../api/domain/vocabulary.ts'
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
  sex?: Sex | undefined
  name?: string | undefined
  colours: readonly Colour[]
  /** The pet is home, and its search over. */
  isHome: boolean
  occurredAt: string
  approximate: boolean
  radiusM: number
  photoId?: string | undefined
}
export type StackItem = LngLat & { type: 'stack'; key: string; reports: MapReport[] }
export type MapItem = ClusterItem | MapReport | StackItem

export const isStack = (item: MapItem): item is StackItem => item.type === 'stack'

/** Animals come and go at a point; where none of them stayed, as after another filter, it is another stack. */
export function isSameStack(a: StackItem, b: StackItem): boolean {
  const known = new Set(b.reports.map(({ id }) => id))
  return a.key === b.key && a.reports.some(({ id }) => known.has(id))
}

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
  const { id, kind, species, sex, name, colours, status, occurredAt, approximate, radiusM, photoId, spot } =
    feature.properties
  return {
    type: 'report',
    ...placeOf(feature),
    key: String(id),
    id: String(id),
    kind: kind as Kind,
    species: species as Species,
    sex: sex as Sex | undefined,
    name: typeof name === 'string' ? name : undefined,
    colours: typeof colours === 'string' ? (colours.split(',') as Colour[]) : [],
    isHome: status === 'reunited',
    occurredAt: new Date(Number(occurredAt) * 1000).toISOString(),
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
    return { type: 'stack', key: spot, lng: first.lng, lat: first.lat, reports }
  })
}

/** The items nearest to the middle of the view, at most `MAX_MARKERS`; degrees are good enough to choose by. */
export function keepNearest(items: readonly MapItem[], middle: LngLat): MapItem[] {
  if (items.length <= MAX_MARKERS) return [...items]
  const narrowing = Math.cos((middle.lat * Math.PI) / 180)
  const away = ({ lng, lat }: LngLat) => Math.hypot((lng - middle.lng) * narrowing, lat - middle.lat)
  return [...items].sort((a, b) => away(a) - away(b)).slice(0, MAX_MARKERS)
}

/** Grows with the number it stands for, slowly: ten times as many are a quarter wider. */
export function clusterSizePx(count: number): number {
  return Math.round(Math.min(72, 40 + 11 * Math.log10(count)))
}

/** A report from afar, its ring included. */
const DOT_SIZE_PX = 34

/** Discs may touch and lie a little over each other, as coins do, but each number stays readable. */
const OVERLAP = 0.86

function asCluster(item: ClusterItem | MapReport): ClusterItem {
  if (item.type === 'cluster') return item
  const { lng, lat, kind } = item
  return {
    type: 'cluster',
    key: '',
    lng,
    lat,
    count: 1,
    countsByKind: { [kind]: 1 },
    bounds: [lng, lat, lng, lat],
  }
}

function join(a: ClusterItem, b: ClusterItem): ClusterItem {
  const count = a.count + b.count
  const lng = (a.lng * a.count + b.lng * b.count) / count
  const lat = (a.lat * a.count + b.lat * b.count) / count
  const countsByKind = { ...a.countsByKind }
  for (const kind of KINDS) {
    const n = (a.countsByKind[kind] ?? 0) + (b.countsByKind[kind] ?? 0)
    if (n > 0) countsByKind[kind] = n
  }
  const bounds: BBox = [
    Math.min(a.bounds[0], b.bounds[0]),
    Math.min(a.bounds[1], b.bounds[1]),
    Math.max(a.bounds[2], b.bounds[2]),
    Math.max(a.bounds[3], b.bounds[3]),
  ]
  return {
    type: 'cluster',
    key: `${lng.toFixed(5)} ${lat.toFixed(5)} ${count}`,
    lng,
    lat,
    count,
    countsByKind,
    bounds,
  }
}

/**
 * Tiles cluster by a grid, so two large clusters can lie across a line of it: those that would cover each other on the
 * screen become one. The largest first, so the same tiles always give the same picture.
 */
export function joinOverlapping(
  items: readonly (ClusterItem | MapReport)[],
  toPixels: (place: LngLat) => { x: number; y: number },
): (ClusterItem | MapReport)[] {
  const countOf = (item: ClusterItem | MapReport) => (item.type === 'cluster' ? item.count : 1)
  const radiusOf = (item: ClusterItem | MapReport) =>
    (item.type === 'cluster' ? clusterSizePx(item.count) : DOT_SIZE_PX) / 2
  const placed: { item: ClusterItem | MapReport; x: number; y: number }[] = []
  for (const item of [...items].sort((a, b) => countOf(b) - countOf(a) || a.key.localeCompare(b.key))) {
    const { x, y } = toPixels(item)
    const covering = placed.find(
      (other) => Math.hypot(other.x - x, other.y - y) < (radiusOf(other.item) + radiusOf(item)) * OVERLAP,
    )
    if (covering) covering.item = join(asCluster(covering.item), asCluster(item))
    else placed.push({ item, x, y })
  }
  return placed.map(({ item }) => item)
}

/** More would run off a phone's screen: they are listed instead. */
const FAN_MOST = 8
const FAN_GAP_PX = 62

export const fitsFan = ({ reports }: StackItem) => reports.length <= FAN_MOST

/** Where the members of a stack go when it fans out, in pixels from its place. */
export function fanOut(count: number): { x: number; y: number }[] {
  const radius = Math.max(66, (count * FAN_GAP_PX) / (2 * Math.PI))
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count - Math.PI / 2
    return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) }
  })
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
