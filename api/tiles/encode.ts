import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { projectToUnitSquare, type TileAddress } from '../domain/geo/quadkey.ts'
import type { Colour, Kind, Sex, Species } from '../domain/vocabulary.ts'

/** Steps across a tile; 4096 is what every reader of vector tiles expects. */
const EXTENT = 4096

/** Several reports drawn as one, at the mean of their public points. */
export type Cluster = {
  lng: number
  lat: number
  count: number
  countsByKind: Partial<Record<Kind, number>>
  /** Corners of the box round the members' public points: where a click should zoom to. */
  west: number
  south: number
  east: number
  north: number
}

/** One report at its public point. */
export type TileReport = {
  id: string
  lng: number
  lat: number
  kind: Kind
  species: Species
  sex: Sex | null
  status: string
  name: string | null
  colours: Colour[]
  approximate: boolean
  /** Radius of the area to draw around the point; 0 when exact. */
  radiusM: number
  photoId: string | null
  occurredAt: Date
  /** Equal for reports at one public point, and for no others. */
  spot: string
  /** How many reports share the public point, this one among them. */
  together: number
}

export type TileContent = { clusters: Cluster[]; reports: TileReport[] }

type Tags = Record<string, string | number | boolean>

function toFeature(tile: TileAddress, place: { lng: number; lat: number }, tags: Tags) {
  const { x, y } = projectToUnitSquare(place.lng, place.lat)
  const side = 2 ** tile.z
  // Rounding must not carry a point over the edge: it would then belong to two tiles.
  const step = (unit: number, index: number) =>
    Math.min(EXTENT - 1, Math.max(0, Math.floor((unit * side - index) * EXTENT)))
  return { type: 1 as const, geometry: [[step(x, tile.x), step(y, tile.y)] as [number, number]], tags }
}

function clusterTags({ count, countsByKind, west, south, east, north }: Cluster): Tags {
  return {
    count,
    ...countsByKind,
    west,
    south,
    east,
    north,
  }
}

function reportTags(report: TileReport): Tags {
  return {
    id: report.id,
    kind: report.kind,
    species: report.species,
    status: report.status,
    approximate: report.approximate,
    radiusM: report.radiusM,
    occurredAt: Math.floor(report.occurredAt.getTime() / 1000),
    spot: report.spot,
    together: report.together,
    ...(report.sex ? { sex: report.sex } : {}),
    ...(report.colours.length > 0 ? { colours: report.colours.join() } : {}),
    ...(report.name ? { name: report.name } : {}),
    ...(report.photoId ? { photoId: report.photoId } : {}),
  }
}

/** A Mapbox Vector Tile (version 2) with the layers `clusters` and `reports`, those that have content. */
export function encodeTile(tile: TileAddress, { clusters, reports }: TileContent): Uint8Array<ArrayBuffer> {
  const layers: Parameters<typeof fromGeojsonVt>[0] = {}
  const add = (name: string, features: ReturnType<typeof toFeature>[]) => {
    if (features.length > 0) layers[name] = { features } as unknown as (typeof layers)[string]
  }
  add(
    'clusters',
    clusters.map((cluster) => toFeature(tile, cluster, clusterTags(cluster))),
  )
  add(
    'reports',
    reports.map((report) => toFeature(tile, report, reportTags(report))),
  )
  return new Uint8Array(fromGeojsonVt(layers, { version: 2, extent: EXTENT }))
}
