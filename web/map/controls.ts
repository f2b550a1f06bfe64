import { AttributionControl, type Map as MapLibre, NavigationControl, ScaleControl } from 'maplibre-gl'

/** A map on a phone. */
const NARROW_PX = 480

/** Zoom buttons, the scale, and the sources of the map: open where there is room, on a phone behind a touch. */
export function addControls(map: MapLibre) {
  map.addControl(new AttributionControl({ compact: true }), 'bottom-right')
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right')
  map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left')
  if (map.getContainer().clientWidth >= NARROW_PX) return
  map.once('idle', () => {
    const details = map.getContainer().querySelector('.maplibregl-ctrl-attrib')
    details?.classList.remove('maplibregl-compact-show')
    details?.removeAttribute('open')
  })
}
