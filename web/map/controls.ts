import { AttributionControl, type Map as MapLibre, NavigationControl, ScaleControl } from 'maplibre-gl'
import { letterScaleOf } from './theme.ts'

/** A map on a phone. */
const NARROW_PX = 480

/**
 * Zoom buttons, the scale, and the sources of the map: open where there is room, on a phone behind a touch.
 * @returns the note of missing streets, hidden at first
 */
export function addControls(map: MapLibre, streetsMissing: string): HTMLElement {
  const note = document.createElement('p')
  note.className = 'maplibregl-ctrl maplibregl-ctrl-note'
  note.textContent = streetsMissing
  note.hidden = true
  map.addControl(new AttributionControl({ compact: true }), 'bottom-right')
  map.addControl({ onAdd: () => note, onRemove: () => note.remove() }, 'bottom-right')
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right')
  const container = map.getContainer()
  // A phone's button between list and map stands beside it.
  const letterScale = letterScaleOf(container)
  const maxWidth = (container.clientWidth < NARROW_PX ? 80 : 120) * letterScale
  map.addControl(new ScaleControl({ maxWidth }), 'bottom-left')
  if (container.clientWidth >= NARROW_PX * letterScale) return note
  map.once('idle', () => {
    const details = container.querySelector('.maplibregl-ctrl-attrib')
    details?.classList.remove('maplibregl-compact-show')
    details?.removeAttribute('open')
  })
  return note
}
