import type { Map as MapLibre, StyleSpecification, VectorTileSource } from 'maplibre-gl'
import type { TileAddress } from '../../api/domain/geo/quadkey.ts'
import { boxInView } from './box-in-view.ts'
import type { MapItem } from './items.ts'
import { readItems } from './read-items.ts'
import { REPORT_LAYERS, REPORT_SOURCE, reportSource } from './report-source.ts'

/** Markers just outside the view are ready before it moves there. */
const MARGIN = 0.15

/** `lacking`: some tiles could not be had; they are asked for again with the next refresh. */
export type OnItems = (items: MapItem[], lacking: boolean) => void

type Options = {
  /** Whether the style of the moment takes sources. */
  isStyled: () => boolean
  onItems: OnItems | undefined
}

/** The tiles of the reports on a map: which query they answer, what they hold, and those that failed. */
export function createReportTiles(map: MapLibre, { isStyled, onItems }: Options) {
  let query: string | undefined
  let failed: TileAddress[] = []
  /** Unset until the first tiles are read: an empty view is news too. */
  let told: string | undefined

  function read() {
    if (!onItems || query === undefined) return
    if (!map.getSource(REPORT_SOURCE) || !map.isSourceLoaded(REPORT_SOURCE)) return
    const items = readItems(map, boxInView(map, MARGIN))
    const lacking = failed.length > 0
    // All that is drawn, not keys alone: a report is edited or comes home, and keeps its key.
    const news = JSON.stringify([lacking, items])
    if (news === told) return
    told = news
    onItems(items, lacking)
  }

  /** By name: MapLibre 6 would wait for ever for a failed tile that is asked for together with all others. */
  function retryFailed() {
    map.refreshTiles(REPORT_SOURCE, failed)
    failed = []
  }

  map.on('idle', read)
  map.on('moveend', read)
  map.on('sourcedata', (event) => {
    if (event.sourceId === REPORT_SOURCE && event.isSourceLoaded) read()
  })
  map.on('error', (event) => {
    const { sourceId, tile } = event as { sourceId?: string; tile?: { tileID: { canonical: TileAddress } } }
    if (sourceId === REPORT_SOURCE && tile) failed.push(tile.tileID.canonical)
  })

  /** The style of the moment may be older than the first query: then it lacks the source for it. */
  function ensureSource() {
    if (query === undefined || !isStyled() || map.getSource(REPORT_SOURCE)) return
    map.addSource(REPORT_SOURCE, reportSource(query))
    for (const layer of REPORT_LAYERS) map.addLayer(layer)
  }

  return {
    ensureSource,
    /** A style with the tiles in it, once there is a query to ask them for. */
    withReports(style: StyleSpecification): StyleSpecification {
      if (query === undefined) return style
      return {
        ...style,
        sources: { ...style.sources, [REPORT_SOURCE]: reportSource(query) },
        layers: [...style.layers, ...REPORT_LAYERS],
      }
    },
    /** Shows the reports that a query finds (a search string without `?`). */
    show(next: string) {
      if (next === query) return
      query = next
      const source = map.getSource<VectorTileSource>(REPORT_SOURCE)
      if (source) {
        source.setTiles(reportSource(query).tiles)
        retryFailed()
      } else ensureSource()
    },
    /** Asks for the tiles anew, keeping what is shown until they come; after a failure, for those that failed alone. */
    refresh() {
      if (query === undefined || !map.getSource(REPORT_SOURCE)) return
      if (failed.length > 0) retryFailed()
      else map.refreshTiles(REPORT_SOURCE)
    },
  }
}

export type ReportTiles = ReturnType<typeof createReportTiles>
