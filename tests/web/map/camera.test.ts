import type { Map as MapLibre } from 'maplibre-gl'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CLOSEST_ZOOM, createCamera } from '../../../web/map/camera.ts'
import { NO_INSETS } from '../../../web/map/room.ts'
import type { BBox } from '../../../web/state/filters.ts'

const PLACE = { lng: 37.6, lat: 55.7 }
const BOX: BBox = [37, 55, 38, 56]

/** A map that goes at once where it is sent, and remembers how. */
function cameraOver(zoom: number, insets = NO_INSETS) {
  const eye = { ...PLACE, zoom }
  let moved = (_: object) => {}
  const go = vi.fn((to: { zoom?: number; maxZoom?: number }) =>
    Object.assign(eye, { zoom: to.zoom ?? eye.zoom }),
  )
  const map = {
    on: (_: string, heard: (event: object) => void) => {
      moved = heard
    },
    getCenter: () => eye,
    getZoom: () => eye.zoom,
    getContainer: () => ({ clientWidth: 300, clientHeight: 300 }),
    jumpTo: go,
    flyTo: go,
    easeTo: go,
    resize: () => {},
    project: ([lng]: [number, number]) => ({ x: 150, y: lng }),
    fitBounds: (_: BBox, { maxZoom }: { maxZoom: number }) => go({ zoom: maxZoom }),
  }
  const camera = createCamera(map as unknown as MapLibre, { insets: () => insets })
  return { camera, go, moveByHand: () => moved({ originalEvent: {} }), zoom: () => eye.zoom }
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  return () => vi.unstubAllGlobals()
})

describe('a camera that is kept from coming close', () => {
  it('steps back and flies no closer, until it may come close again', () => {
    const { camera, zoom } = cameraOver(16)
    camera.keepTo(13)
    expect(zoom()).toBe(13)
    camera.flyTo(PLACE, 15)
    expect(zoom()).toBe(13)
    camera.keepTo(CLOSEST_ZOOM)
    expect(zoom()).toBe(13)
    camera.flyTo(PLACE, 15)
    expect(zoom()).toBe(15)
  })

  it('shows what it was told to show as near as it may, then and afterwards', () => {
    const { camera, zoom } = cameraOver(10)
    camera.fit(BOX, 15.5, { animate: false })
    camera.keepTo(13)
    expect(zoom()).toBe(13)
    camera.keepTo(CLOSEST_ZOOM)
    expect(zoom()).toBe(15.5)
  })

  it('stays where somebody moved it', () => {
    const { camera, moveByHand, zoom } = cameraOver(16)
    camera.fit(BOX, 15.5, { animate: false })
    moveByHand()
    camera.keepTo(13)
    camera.fitAgain()
    expect(zoom()).toBe(15.5)
  })
})

describe('what is brought into view', () => {
  /** In the middle of a map 300 px high, so many pixels from above. */
  const placeAt = (y: number) => ({ lng: y, lat: 55.7 })

  it('is moved out from under what lies over the map, into the middle of the rest', () => {
    const { camera, go } = cameraOver(10, { ...NO_INSETS, bottom: 100 })
    camera.bringIntoView(placeAt(150), { margin: 40 })
    expect(go).not.toHaveBeenCalled()
    camera.bringIntoView(placeAt(190), { margin: 40 })
    expect(go).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ offset: [0, -50] }))
  })

  it('is moved out from under a card too', () => {
    const { camera, go } = cameraOver(10, { ...NO_INSETS, top: 40 })
    camera.bringIntoView(placeAt(150), { margin: 40, covered: { ...NO_INSETS, bottom: 120 } })
    expect(go).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ offset: [0, -40] }))
  })
  it('has room above its place for the face that points at it', () => {
    const { camera, go } = cameraOver(10)
    camera.bringIntoView(placeAt(150), { margin: 40 })
    expect(go).not.toHaveBeenCalled()
    camera.bringIntoView(placeAt(100), { margin: 40, risePx: 72 })
    expect(go).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ offset: [0, 36] }))
  })
})
