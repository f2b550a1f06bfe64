import { Map as MapLibre, type StyleSpecification, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import './map.css'
import type { Language } from '../../api/domain/vocabulary.ts'
import type { BBox, MapView as Camera } from '../state/filters.ts'
import type { LngLat } from '../wire.ts'
import { attachBaseMap } from './base/base-map.ts'
import { boxInView } from './box-in-view.ts'
import { addControls } from './controls.ts'
import { keepSize } from './keep-size.ts'
import { createMarkerBoard, type MarkerBoard } from './marker-board.ts'
import { createReportTiles, type OnItems, type ReportTiles } from './report-tiles.ts'
import { type Insets, isInRest, middleOfRest, NO_INSETS, paddingOf } from './room.ts'
import { drawShapes, withShapes } from './shape-layers.ts'
import type { Shape } from './shapes.ts'
import { type MapTheme, readTheme, watchTheme } from './theme.ts'

setWorkerUrl(workerUrl)

const CLOSEST_ZOOM = 19
/** Half a face with its ring, and some air. */
const FIT_MARGIN_PX = 56
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
  readonly #markers: MarkerBoard
  readonly #reports: ReportTiles
  readonly #gone = new AbortController()
  readonly #streets: HTMLElement
  #closest = CLOSEST_ZOOM
  #touched = false
  /** What the map was last told to show at once: shown again when its size changes, until somebody moves it. */
  #framed: (() => void) | undefined
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
      fadeDuration: this.#calm() ? 0 : 200,
      locale: options.locale,
    })
    this.#map.touchZoomRotate.disableRotation()
    this.#map.keyboard.disableRotation()
    this.#streets = addControls(this.#map, options.streetsMissing)
    this.#markers = createMarkerBoard(this.#map)
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
      signal: this.#gone.signal,
    })
    const stopTheme = watchTheme((theme) => {
      this.#theme = theme
      void drawBase()
    })
    this.#gone.signal.addEventListener('abort', stopTheme)
    this.#gone.signal.addEventListener(
      'abort',
      keepSize(this.#map, () => this.#framed?.()),
    )
    void drawBase()
  }

  #listen() {
    const map = this.#map
    map.on('style.load', () => {
      this.#styled = true
      this.#reports.ensureSource()
      drawShapes(map, this.#shapes, this.#theme)
    })
    map.once('load', () => this.#options.onReady?.())
    map.on('movestart', (event) => {
      this.#touched ||= event.originalEvent !== undefined
      if (event.originalEvent) this.#framed = undefined
    })
    map.on('moveend', () => this.#options.onMove?.(this.camera(), this.bounds()))
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
    if (!missing || !this.#options.cooperative) return
    this.#closest = NAMED_ZOOM
    if (!this.#touched && this.#map.getZoom() > NAMED_ZOOM) this.#map.jumpTo({ zoom: NAMED_ZOOM })
  }

  #ground() {
    const colour = this.#theme.colour('surface-sunk')
    return { id: 'hw-ground', type: 'background' as const, paint: { 'background-color': colour } }
  }

  camera(): Camera {
    const { lng, lat } = this.#map.getCenter()
    return { lng, lat, zoom: this.#map.getZoom() }
  }

  bounds(): BBox {
    return boxInView(this.#map)
  }

  /** Goes there at once; for the back button and first places. */
  jumpTo(camera: Camera) {
    this.#framed = undefined
    this.#map.jumpTo({ center: [camera.lng, camera.lat], zoom: camera.zoom })
  }

  /** Moves the eye there, or jumps for those who asked their device for less motion. */
  flyTo(place: LngLat, zoom?: number) {
    this.#framed = undefined
    this.#map.flyTo({
      center: [place.lng, place.lat],
      ...(zoom === undefined ? {} : { zoom: Math.min(zoom, this.#closest) }),
      duration: this.#calm() ? 0 : 700,
    })
  }

  fit(bounds: BBox, maxZoom = 16, { animate = true } = {}) {
    const duration = animate && !this.#calm() ? 600 : 0
    const closest = animate ? maxZoom : Math.min(maxZoom, this.#closest)
    this.#map.fitBounds(bounds, { padding: this.#padding(), maxZoom: closest, duration })
    this.#framed = animate ? undefined : () => this.fit(bounds, maxZoom, { animate: false })
  }

  #padding() {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer()
    return paddingOf({ width, height }, this.#options.insets?.() ?? NO_INSETS, FIT_MARGIN_PX)
  }

  /** Moves the view so that a place outside it, near its edge or in a part that is covered is seen. */
  bringIntoView(place: LngLat, { margin = 72, covered = NO_INSETS } = {}) {
    // What came over or under the map may just have changed its size.
    this.#map.resize()
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer()
    if (isInRest(this.pixelsOf(place), { width, height }, covered, margin)) return
    this.#framed = undefined
    this.#map.easeTo({
      center: [place.lng, place.lat],
      offset: middleOfRest(covered),
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
