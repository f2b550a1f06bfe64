import type { Map as MapLibre } from 'maplibre-gl'
import type { BBox, MapView as Camera } from '../state/filters.ts'
import type { LngLat } from '../wire.ts'
import { boxInView } from './box-in-view.ts'
import { type Insets, isInRest, joinInsets, middleOfRest, NO_INSETS, paddingOf } from './room.ts'

export const CLOSEST_ZOOM = 19
/** Half a face with its ring, and some air. */
const FIT_MARGIN_PX = 56

export const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

type Options = {
  /** What lies over the map when it is to show something. */
  insets: () => Insets
}

/** Where the eye of a map is, what it sees, and how it goes elsewhere. */
export function createCamera(map: MapLibre, { insets }: Options) {
  let closest = CLOSEST_ZOOM
  let touched = false
  /** What the map was last told to show at once: shown again when its size changes, until somebody moves it. */
  let framed: (() => void) | undefined

  map.on('movestart', (event) => {
    if (!event.originalEvent) return
    touched = true
    framed = undefined
  })

  const sizeOf = () => {
    const { clientWidth: width, clientHeight: height } = map.getContainer()
    return { width, height }
  }

  const lasting = (durationMs: number) => (isCalm() ? 0 : durationMs)

  const camera = {
    now(): Camera {
      const { lng, lat } = map.getCenter()
      return { lng, lat, zoom: map.getZoom() }
    },

    bounds: (): BBox => boxInView(map),

    /** Goes there at once; for the back button and first places. */
    jumpTo({ lng, lat, zoom }: Camera) {
      framed = undefined
      map.jumpTo({ center: [lng, lat], zoom })
    },

    /** Moves the eye there, or jumps for those who asked their device for less motion. */
    flyTo({ lng, lat }: LngLat, zoom?: number) {
      framed = undefined
      map.flyTo({
        center: [lng, lat],
        ...(zoom === undefined ? {} : { zoom: Math.min(zoom, closest) }),
        duration: lasting(700),
      })
    },

    fit(bounds: BBox, maxZoom = 16, { animate = true } = {}) {
      map.fitBounds(bounds, {
        padding: paddingOf(sizeOf(), insets(), FIT_MARGIN_PX),
        maxZoom: animate ? maxZoom : Math.min(maxZoom, closest),
        duration: animate ? lasting(600) : 0,
      })
      framed = animate ? undefined : () => camera.fit(bounds, maxZoom, { animate: false })
    },

    /** Shows what was to be seen at once, as the map is now. */
    fitAgain: () => framed?.(),

    /**
     * Moves the view so that a place outside it, near its edge or under what lies over the map, `covered` too, is seen, with
     * the `risePx` that its marker stands above it.
     */
    bringIntoView(place: LngLat, { margin = 72, covered = NO_INSETS, risePx = 0 } = {}) {
      // What came over or under the map may just have changed its size.
      map.resize()
      const over = joinInsets(insets(), covered)
      const taken = { ...over, top: over.top + risePx }
      if (isInRest(camera.pixelsOf(place), sizeOf(), taken, margin)) return
      framed = undefined
      map.easeTo({ center: [place.lng, place.lat], offset: middleOfRest(taken), duration: lasting(450) })
    },

    /** Flights end no closer than that, and a view that nobody moved steps back to it. */
    keepTo(zoom: number) {
      if (zoom === closest) return
      closest = zoom
      if (framed) framed()
      else if (!touched && map.getZoom() > zoom) map.jumpTo({ zoom })
    },

    pixelsOf({ lng, lat }: LngLat): { x: number; y: number } {
      const { x, y } = map.project([lng, lat])
      return { x, y }
    },

    placeAt(x: number, y: number): LngLat {
      const { lng, lat } = map.unproject([x, y])
      return { lng, lat }
    },

    /** At the middle of the view. Web Mercator: the equator's 40,075 km over 512 px tiles, narrower with latitude. */
    metresPerPixel(): number {
      const { lat, zoom } = camera.now()
      return (40_075_017 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom)
    },
  }
  return camera
}

export type MapCamera = ReturnType<typeof createCamera>
