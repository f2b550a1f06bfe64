import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { loadMessages, t } from '../i18n/index.ts'
import { config, configReady } from '../state/config.ts'
import { language } from '../state/device.ts'
import type { MapView as Camera } from '../state/filters.ts'
import { type MapOptions, MapView } from './map-view.ts'

/** `failed`: no WebGL here, so words and fields must do without a map. */
export type MapState = { view?: MapView; failed: boolean }

type Options = Omit<MapOptions, 'container' | 'styleUrl' | 'language' | 'locale' | 'streetsMissing'> & {
  /** What a screen reader calls the map, once its words have come; maps of one page need different names. */
  title?: () => string
}

const DECIMALS = 5

function controlWords(title: string): Record<string, string> {
  return {
    'Map.Title': title,
    'NavigationControl.ZoomIn': t('map.zoomIn'),
    'NavigationControl.ZoomOut': t('map.zoomOut'),
    'AttributionControl.ToggleAttribution': t('map.attribution'),
    'CooperativeGesturesHandler.WindowsHelpText': t('map.gesture.ctrl'),
    'CooperativeGesturesHandler.MacHelpText': t('map.gesture.cmd'),
    'CooperativeGesturesHandler.MobileHelpText': t('map.gesture.touch'),
    'ScaleControl.Meters': t('map.unit.m'),
    'ScaleControl.Kilometers': t('map.unit.km'),
  }
}

/** Waits for the map's words and the server's settings, makes the view in `container`, and takes it down again. */
export function useMapView(container: RefObject<HTMLElement | null>, options: Options): MapState {
  const [state, setState] = useState<MapState>({ failed: false })
  const [worded, setWorded] = useState(false)
  const latest = useRef(options)
  latest.current = options
  const spoken = language.value
  const settled = configReady.value

  useEffect(() => {
    const done = () => setWorded(true)
    loadMessages('map').then(done, done)
  }, [])

  useEffect(() => {
    if (!worded || !settled || !container.current) return
    let view: MapView
    try {
      view = new MapView({
        ...latest.current,
        container: container.current,
        language: spoken,
        styleUrl: config.peek().mapStyleUrl,
        streetsMissing: t('map.streets.missing'),
        locale: controlWords(latest.current.title?.() ?? t('map.label')),
        onMove: (...said) => latest.current.onMove?.(...said),
        onClick: (place) => latest.current.onClick?.(place),
        ...(latest.current.onItems ? { onItems: (...said) => latest.current.onItems?.(...said) } : {}),
      })
    } catch {
      setState({ failed: true })
      return
    }
    setState({ view, failed: false })
    return () => {
      setState({ failed: false })
      view.remove()
    }
    // A switch of language is rare, and MapLibre's controls take their words once: a new map is simplest.
  }, [worded, settled, spoken])

  return state
}

/** The city's own place and zoom, where nothing better is known. */
export function defaultCamera(): Camera {
  const [lng, lat] = config.peek().defaultCenter
  return { lng, lat, zoom: config.peek().defaultZoom }
}

/** Five decimals are a metre; equal cameras must read equal in the address bar. */
export function sameCamera(a: Camera, b: Camera): boolean {
  const near = (x: number, y: number) => Math.abs(x - y) < 2 * 10 ** -DECIMALS
  return near(a.lng, b.lng) && near(a.lat, b.lat) && Math.abs(a.zoom - b.zoom) < 0.02
}
