import { Map as MapLibre, type StyleSpecification, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import './map.css'
import type { Language } from '../../api/domain/vocabulary.ts'
import type { BBox, MapView as Camera } from '../state/filters.ts'
import type { LngLat } from '../wire.ts'
import { attachBaseMap } from './base/base-map.ts'
import { CLOSEST_ZOOM, createCamera, isCalm, type MapCamera } from './camera.ts'
import { addControls } from './controls.ts'
import { keepSize } from './keep-size.ts'
import { createMarkerBoard, type MarkerBoard } from './marker-board.ts'
import { createReportTiles, type OnItems, type ReportTiles } from './report-tiles.ts'
import { type Insets, NO_INSETS } from './room.ts'
import { drawShapes, withShapes } from './shape-layers.ts'
import type { Shape } from './shapes.ts'
import { type MapTheme, readTheme, watchTheme } from './theme.ts'

setWorkerUrl(workerUrl)

/** Districts and stations are named on our own map, which has no streets. */
const NAMED_ZOOM = 13

export type MapOptions = {
  container: HTMLElement
  camera: Camera
  language: Language
  /** Empty: the bundled map from the start. */
  styleUrl: string
  /** Words of MapLibre's own controls, by its keys ("NavigationControl.ZoomIn" …). */
  locale: Record<string, string>
  /** Said on the map where the server's streets are missing. */
  streetsMissing: string
  /** Two fingers or Ctrl + scroll, for a map inside a page that scrolls. */
  cooperative?: boolean
  onMove?: (camera: Camera, bounds: BBox) => void
  onItems?: OnItems
  onClick?: (place: LngLat) => void
  /** The base map is drawn for the first time. */
  onReady?: () => void
  /** What lies over the map when it is to show something. */
  insets?: () => Insets
}

/**
 * The one owner of MapLibre: base map, camera, tiles, shapes and markers. Knows nothing of signals or components.
 * The constructor throws where there is no WebGL.
 */
export class MapView {
  readonly #map: MapLibre
  readonly #options: MapOptions
  /** Where the eye is and goes. */
  readonly camera: MapCamera
  /** Elements on the map; a marker's own clicks are the business of who made it. */
  readonly markers: MarkerBoard
  readonly #reports: ReportTiles
  readonly #gone = new AbortController()
  readonly #streets: HTMLElement
  #theme: MapTheme
  #styled = false
  #shapes: Shape[] = []

  constructor(options: MapOptions) {
    this.#options = options
    this.#theme = readTheme()
    this.#map = new MapLibre({
      container: options.container,
      style: withShapes({ version: 8, sources: {}, layers: [this.#ground()] }, this.#shapes, this.#theme),
      center: [options.camera.lng, options.camera.lat],
      zoom: options.camera.zoom,
      maxZoom: CLOSEST_ZOOM,
      minZoom: 1,
      pitchWithRotate: false,
      dragRotate: false,
      touchPitch: false,
      attributionControl: false,
      // Expired tiles are asked for by the panel's own clock, which rests while the page is hidden.
      refreshExpiredTiles: false,
      trackResize: false,
      cooperativeGestures: options.cooperative ?? false,
      fadeDuration: isCalm() ? 0 : 200,
      locale: options.locale,
    })
    this.#map.touchZoomRotate.disableRotation()
    this.#map.keyboard.disableRotation()
    this.#streets = addControls(this.#map, options.streetsMissing)
    this.camera = createCamera(this.#map, { insets: () => options.insets?.() ?? NO_INSETS })
    this.markers = createMarkerBoard(this.#map)
    this.#listen()
    this.#reports = createReportTiles(this.#map, {
      isStyled: () => this.#styled,
      onItems: options.onItems,
    })
    const drawBase = attachBaseMap(this.#map, {
      styleUrl: options.styleUrl,
      language: options.language,
      theme: () => this.#theme,
      show: (style, lacksStreets) => {
        this.#setStyle(style)
        this.#sayOfStreets(lacksStreets)
      },
      onDrawn: () => options.onReady?.(),
      signal: this.#gone.signal,
    })
    const stopTheme = watchTheme((theme) => {
      this.#theme = theme
      void drawBase()
    })
    this.#gone.signal.addEventListener('abort', stopTheme)
    this.#gone.signal.addEventListener('abort', keepSize(this.#map, this.camera.fitAgain))
    void drawBase()
  }

  #listen() {
    const map = this.#map
    map.on('style.load', () => {
      this.#styled = true
      this.#reports.ensureSource()
      drawShapes(map, this.#shapes, this.#theme)
    })
    map.on('moveend', () => this.#options.onMove?.(this.camera.now(), this.camera.bounds()))
    map.on('click', ({ lngLat }) => this.#options.onClick?.({ lng: lngLat.lng, lat: lngLat.lat }))
  }

  /** What is ours rides on top of whatever base map comes. */
  #setStyle(style: StyleSpecification) {
    this.#styled = false
    const drawn = withShapes(style, this.#shapes, this.#theme)
    this.#map.setStyle(this.#reports.withReports(drawn), { diff: false })
  }

  /** Close by, our own map is an empty sheet: a map in a page steps back to where it names something. */
  #sayOfStreets(missing: boolean) {
    this.#streets.hidden = !missing
    if (this.#options.cooperative) this.camera.keepTo(missing ? NAMED_ZOOM : CLOSEST_ZOOM)
  }

  #ground() {
    const colour = this.#theme.colour('surface-sunk')
    return { id: 'hw-ground', type: 'background' as const, paint: { 'background-color': colour } }
  }

  /** Shows the reports that a query finds (a search string without `?`). */
  showReports(query: string) {
    this.#reports.show(query)
  }

  /** Asks for the tiles anew, keeping what is shown until they come. */
  refreshReports() {
    this.#reports.refresh()
  }

  showShapes(shapes: Shape[]) {
    this.#shapes = shapes
    if (this.#styled) drawShapes(this.#map, shapes, this.#theme)
  }

  remove() {
    this.#gone.abort()
    this.markers.clear()
    this.#map.remove()
  }
}
