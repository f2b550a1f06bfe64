import { type Map as MapLibre, MercatorCoordinate } from 'maplibre-gl'
import type { BBox } from '../state/filters.ts'
import type { LngLat } from '../wire.ts'
import { groupReports, isStack, joinOverlapping, keepNearest, type MapItem, readCluster } from './items.ts'
import { REPORT_SOURCE } from './report-source.ts'

/** Side of a tile on the screen at its own zoom. */
const TILE_PX = 512

/** What the tiles that are loaded hold inside a box, made ready to be drawn as markers. */
export function readItems(map: MapLibre, [west, south, east, north]: BBox): MapItem[] {
  const inBox = ({ lng, lat }: LngLat) => lat >= south && lat <= north && lng >= west && lng <= east
  const clusters = map.querySourceFeatures(REPORT_SOURCE, { sourceLayer: 'clusters' }).map(readCluster)
  const reports = groupReports(map.querySourceFeatures(REPORT_SOURCE, { sourceLayer: 'reports' }))
  const single = reports.filter((item) => !isStack(item))
  const distinct = [...new Map([...clusters, ...single].map((item) => [item.key, item])).values()]
  // Pixels of the zoom that the tiles are made for: what is joined then stays joined until the next tiles.
  const worldPx = TILE_PX * 2 ** Math.floor(map.getZoom())
  const toPixels = ({ lng, lat }: LngLat) => {
    const { x, y } = MercatorCoordinate.fromLngLat([lng, lat])
    return { x: x * worldPx, y: y * worldPx }
  }
  const apart = clusters.length > 0 ? joinOverlapping(distinct, toPixels) : distinct
  return keepNearest([...reports.filter(isStack), ...apart].filter(inBox), map.getCenter())
}
