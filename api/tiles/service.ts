import type { Context } from '../context.ts'
import { quadkeyRangeOf, quadkeyShift, rangeOfCell, type TileAddress } from '../domain/geo/quadkey.ts'
import { limitReads } from '../http/read-rate.ts'
import { clusterCells, loneCells } from './cells.ts'
import { encodeTile, type TileContent } from './encode.ts'
import { countCells, listTileReports, type TileFilter } from './queries.ts'

/** From here on each report stands alone; closer zooms show these tiles larger. */
export const REPORT_ZOOM = 14

/** Deepest zoom that is answered. */
export const MAX_ZOOM = 22

/** Eight cells a side: 64 px each on the usual 512 px tile, a cluster's width and a gap. */
const CELL_ZOOM_STEP = 3

/** A large screen takes fifteen a view: so fast a hand, or several behind one address, still has its map. */
const TILE_LIMIT = { name: 'tiles.draw', max: 3_000, windowS: 60 }

/**
 * A vector tile of public points: clusters below `REPORT_ZOOM`, single reports from there on, and below it where a
 * report is alone in its cell. Each report is in exactly one tile of a zoom, so nothing shows twice at the edges.
 * Undefined where the tile is empty.
 * @throws ServiceError too-many-requests
 */
export async function drawTile(
  ctx: Context,
  tile: TileAddress,
  filter: TileFilter,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  limitReads(ctx, TILE_LIMIT)
  const content = await (tile.z < REPORT_ZOOM
    ? readClusters(ctx, tile, filter)
    : readReports(ctx, tile, filter))
  return content.clusters.length + content.reports.length > 0 ? encodeTile(tile, content) : undefined
}

async function readReports(ctx: Context, tile: TileAddress, filter: TileFilter): Promise<TileContent> {
  return { clusters: [], reports: await listTileReports(ctx.readSql, [quadkeyRangeOf(tile)], filter) }
}

async function readClusters(ctx: Context, tile: TileAddress, filter: TileFilter): Promise<TileContent> {
  const cellZoom = tile.z + CELL_ZOOM_STEP
  const rows = await countCells(ctx.readSql, quadkeyRangeOf(tile), quadkeyShift(cellZoom), filter)
  const lone = loneCells(rows)
  const ranges = [...lone].map((cell) => rangeOfCell(cell, cellZoom))
  const reports = await listTileReports(ctx.readSql, ranges, filter)
  return { clusters: clusterCells(rows.filter((row) => !lone.has(row.cell))), reports }
}
