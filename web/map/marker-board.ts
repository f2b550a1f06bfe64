import { type Map as MapLibre, Marker } from 'maplibre-gl'
import type { LngLat } from '../wire.ts'

export type MarkerOptions = {
  anchor?: 'center' | 'bottom'
  /** Pixels from the place. */
  offset?: { x: number; y: number }
  /** Makes the element one to drag; hears where it was let go. */
  onDrag?: (place: LngLat) => void
}

/** Elements pinned to places of a map, by keys of the caller's. */
export function createMarkerBoard(map: MapLibre) {
  const markers = new Map<string, Marker>()

  function remove(key: string) {
    markers.get(key)?.remove()
    markers.delete(key)
  }

  return {
    /** Puts an element on the map, or moves the one that has the key. */
    set(key: string, { lng, lat }: LngLat, element: HTMLElement, options: MarkerOptions = {}) {
      const { anchor = 'center', offset = { x: 0, y: 0 }, onDrag } = options
      const known = markers.get(key)
      if (known) {
        known.setLngLat([lng, lat]).setOffset([offset.x, offset.y])
        return
      }
      const marker = new Marker({
        element,
        anchor,
        offset: [offset.x, offset.y],
        draggable: onDrag !== undefined,
      })
      marker.setLngLat([lng, lat]).addTo(map)
      if (onDrag) {
        marker.on('dragend', () => {
          const place = marker.getLngLat()
          onDrag({ lng: place.lng, lat: place.lat })
        })
      }
      markers.set(key, marker)
    },
    move(key: string, { lng, lat }: LngLat) {
      markers.get(key)?.setLngLat([lng, lat])
    },
    remove,
    clear() {
      for (const key of [...markers.keys()]) remove(key)
    },
  }
}

export type MarkerBoard = ReturnType<typeof createMarkerBoard>
