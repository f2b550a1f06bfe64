import {
  type GeoJSONSource,
  Map as MapLibre,
  type StyleSpecification,
  setWorkerUrl,
  type VectorTileSource,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import './map.css'
import type { TileAddress } from '../../api/domain/geo/quadkey.ts'
import type { Language } from '../../api/domain/vocabulary.ts'
import type { BBox, MapView as Camera } from '../state/filters.ts'
import type { LngLat } from '../wire.ts'
import { attachBaseMap } from './base/base-map.ts'
import { addControls } from './controls.ts'
import type { MapItem } from './items.ts'
import { createMarkerBoard, type MarkerBoard } from './marker-board.ts'
import { overlayLayers, overlaySources, REPORT_LAYERS, toCollection } from './overlay.ts'
import { readItems } from './read-items.ts'
import type { Shape } from './shapes.ts'
import { type MapTheme, readTheme, watchTheme } from './theme.ts'

setWorkerUrl(workerUrl)

export type MapOptions = {
  container: HTMLElement
  camera: Camera
  language: Language
  /** Empty: the bundled map from the start. */
  styleUrl: string
  /** Words of MapLibre's own controls, by its keys ("NavigationControl.ZoomIn" …). */
  locale: Record<string, string>
  /** Two fingers or Ctrl + scroll, for a map inside a page that scrolls. */
  cooperative?: boolean
  onMove?: (camera: Camera, bounds: BBox) => void
  /** `lacking`: some tiles could not be had; they are asked for again with the next refresh. */
  onItems?: (items: MapItem[], lacking: boolean) => void
  onClick?: (place: LngLat) => void
}

/**
 * The one owner of MapLibre: base map, camera, tiles, shapes and markers. Knows nothing of signals or components.
 * The constructor throws where there is no WebGL.
 */
export class MapView {
  readonly #map: MapLibre
  readonly #options: MapOptions
  readonly #markers: MarkerBoard
  readonly #gone = new AbortController()
  #theme: MapTheme
  #styled = false
  #shapes: Shape[] = []
  /** Unset until the first tiles are read: an empty view is news too. */
  #itemKeys: string | undefined
  #tileQuery: string | undefined
  #failedTiles: TileAddress[] = []

  constructor(options: MapOptions) {
    this.#options = options
    this.#theme = readTheme()
    this.#map = new MapLibre({
      container: options.container,
      style: this.#withOverlay({ version: 8, sources: {}, layers: [this.#ground()] }),
      center: [options.camera.lng, options.camera.lat],
      zoom: options.camera.zoom,
      maxZoom: 19,
      minZoom: 1,
      pitchWithRotate: false,
      dragRotate: false,
      touchPitch: false,
      attributionControl: false,
      // Expired tiles are asked for by the panel's own clock, which rests while the page is hidden.
      refreshExpiredTiles: false,
      cooperativeGestures: options.cooperative ?? false,
      fadeDuration: this.#calm() ? 0 : 200,
      locale: options.locale,
    })
    this.#map.touchZoomRotate.disableRotation()
    this.#map.keyboard.disableRotation()
    addControls(this.#map)
    this.#markers = createMarkerBoard(this.#map)
    this.#listen()
    const drawBase = attachBaseMap(this.#map, {
      styleUrl: options.styleUrl,
      language: options.language,
      theme: () => this.#theme,
      show: (style) => this.#setStyle(style),
      signal: this.#gone.signal,
    })
    const stopTheme = watchTheme((theme) => {
      this.#theme = theme
      void drawBase()
    })
    this.#gone.signal.addEventListener('abort', stopTheme)
    void drawBase()
  }

  #listen() {
    const map = this.#map
    map.on('style.load', () => {
      this.#styled = true
      this.#ensureReports()
      this.#drawShapes()
    })
    map.on('moveend', () => this.#options.onMove?.(this.camera(), this.bounds()))
    map.on('idle', () => this.#readItems())
    map.on('moveend', () => this.#readItems())
    map.on('sourcedata', (event) => {
      if (event.sourceId === 'hw-reports' && event.isSourceLoaded) this.#readItems()
    })
    map.on('error', (event) => {
      const { sourceId, tile } = event as { sourceId?: string; tile?: { tileID: { canonical: TileAddress } } }
      if (sourceId === 'hw-reports' && tile) this.#failedTiles.push(tile.tileID.canonical)
    })
    map.on('click', ({ lngLat }) => this.#options.onClick?.({ lng: lngLat.lng, lat: lngLat.lat }))
  }

  #setStyle(style: StyleSpecification) {
    this.#styled = false
    this.#map.setStyle(this.#withOverlay(style), { diff: false })
  }

  #ground() {
    const colour = this.#theme.colour('surface-sunk')
    return { id: 'hw-ground', type: 'background' as const, paint: { 'background-color': colour } }
  }

  /** Our sources and layers ride on top of whatever base map comes. */
  #withOverlay(style: StyleSpecification): StyleSpecification {
    return {
      ...style,
      sources: {
        ...style.sources,
        ...overlaySources(this.#tileAddress(), toCollection(this.#shapes, this.#theme)),
      },
      layers: [...style.layers, ...overlayLayers(this.#tileQuery !== undefined)],
    }
  }

  /** The style of the moment may be older than the first query: then it lacks the source for it. */
  #ensureReports() {
    const address = this.#tileAddress()
    if (!this.#styled || !address || this.#map.getSource('hw-reports')) return
    const { 'hw-reports': source } = overlaySources(address, toCollection(this.#shapes, this.#theme))
    this.#map.addSource('hw-reports', source!)
    for (const layer of REPORT_LAYERS) this.#map.addLayer(layer)
  }

  #tileAddress(): string | undefined {
    if (this.#tileQuery === undefined) return undefined
    return `${location.origin}/tiles/{z}/{x}/{y}.mvt${this.#tileQuery ? `?${this.#tileQuery}` : ''}`
  }

  #readItems() {
    const map = this.#map
    if (!this.#options.onItems || this.#tileQuery === undefined) return
    if (!map.getSource('hw-reports') || !map.isSourceLoaded('hw-reports')) return
    const items = readItems(map, this.bounds(0.15))
    const lacking = this.#failedTiles.length > 0
    const keys = [lacking, ...items.map(({ key }) => key)].join('|')
    if (keys === this.#itemKeys) return
    this.#itemKeys = keys
    this.#options.onItems(items, lacking)
  }

  camera(): Camera {
    const { lng, lat } = this.#map.getCenter()
    return { lng, lat, zoom: this.#map.getZoom() }
  }

  /** The box in view, made larger by a share of its sides. */
  bounds(margin = 0): BBox {
    const box = this.#map.getBounds()
    const wide = (box.getEast() - box.getWest()) * margin
    const high = (box.getNorth() - box.getSouth()) * margin
    return [box.getWest() - wide, box.getSouth() - high, box.getEast() + wide, box.getNorth() + high]
  }

  /** Goes there at once; for the back button and first places. */
  jumpTo(camera: Camera) {
    this.#map.jumpTo({ center: [camera.lng, camera.lat], zoom: camera.zoom })
  }

  /** Moves the eye there, or jumps for those who asked their device for less motion. */
  flyTo(place: LngLat, zoom?: number) {
    this.#map.flyTo({
      center: [place.lng, place.lat],
      ...(zoom === undefined ? {} : { zoom }),
      duration: this.#calm() ? 0 : 700,
    })
  }

  fit(bounds: BBox, maxZoom = 16, { animate = true } = {}) {
    this.#map.fitBounds(bounds, { padding: 56, maxZoom, duration: animate && !this.#calm() ? 600 : 0 })
  }

  /** Moves the view so that a place outside it, near its edge or in the part covered from below is seen. */
  bringIntoView(place: LngLat, { margin = 72, coveredPx = 0 } = {}) {
    const { x, y } = this.#map.project([place.lng, place.lat])
    const { clientWidth, clientHeight } = this.#map.getContainer()
    const free = clientHeight - coveredPx
    const inside = x >= margin && x <= clientWidth - margin && y >= margin && y <= free - margin
    if (inside) return
    this.#map.easeTo({
      center: [place.lng, place.lat],
      offset: [0, -coveredPx / 2],
      duration: this.#calm() ? 0 : 450,
    })
  }

  pixelsOf({ lng, lat }: LngLat): { x: number; y: number } {
    const { x, y } = this.#map.project([lng, lat])
    return { x, y }
  }

  /** At the middle of the view. Web Mercator: the equator's 40,075 km over 512 px tiles, narrower with latitude. */
  metresPerPixel(): number {
    const { lat, zoom } = this.camera()
    return (40_075_017 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom)
  }

  placeAt(x: number, y: number): LngLat {
    const { lng, lat } = this.#map.unproject([x, y])
    return { lng, lat }
  }

  /** Shows the reports that a query finds (a search string without `?`); undefined shows none. */
  showReports(query: string | undefined) {
    if (query === this.#tileQuery) return
    this.#tileQuery = query
    const address = this.#tileAddress()
    const source = this.#map.getSource<VectorTileSource>('hw-reports')
    if (source && address) {
      source.setTiles([address])
      this.#retryFailedTiles()
    } else this.#ensureReports()
  }

  /** Asks for the tiles anew, keeping what is shown until they come; after a failure, for those that failed alone. */
  refreshReports() {
    if (this.#tileQuery === undefined || !this.#map.getSource('hw-reports')) return
    if (this.#failedTiles.length > 0) this.#retryFailedTiles()
    else this.#map.refreshTiles('hw-reports')
  }

  /** By name: MapLibre 6 would wait for ever for a failed tile that is asked for together with all others. */
  #retryFailedTiles() {
    this.#map.refreshTiles('hw-reports', this.#failedTiles)
    this.#failedTiles = []
  }

  showShapes(shapes: Shape[]) {
    this.#shapes = shapes
    if (this.#styled) this.#drawShapes()
  }

  #drawShapes() {
    this.#map.getSource<GeoJSONSource>('hw-shapes')?.setData(toCollection(this.#shapes, this.#theme))
  }

  /** Elements on the map; a marker's own clicks are the business of who made it. */
  get markers(): MarkerBoard {
    return this.#markers
  }

  #calm(): boolean {
    return matchMedia('(prefers-reduced-motion: reduce)').matches
  }

  remove() {
    this.#gone.abort()
    this.#markers.clear()
    this.#map.remove()
  }
}
