import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { loadMessages, t } from '../i18n/index.ts'
import { config, configReady } from '../state/config.ts'
import { language } from '../state/device.ts'
import type { MapView as Camera } from '../state/filters.ts'
import { type MapOptions, MapView } from './map-view.ts'
import { useLateness } from './useLateness.ts'

/**
 * `failed`: no WebGL here, so words and fields must do without a map. `late`: it may still come, and `retry` makes it
 * anew; so does a line that is back.
 */
export type MapState = {
  view?: MapView | undefined
  stage: 'loading' | 'late' | 'ready' | 'failed'
  retry: () => void
}

type Options = Omit<
  MapOptions,
  'container' | 'styleUrl' | 'language' | 'locale' | 'streetsMissing' | 'onReady'
> & {
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
  const [made, setMade] = useState<{ view?: MapView; failed?: true; ready?: true }>({})
  const [attempt, setAttempt] = useState(0)
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
    const ready = () => setMade((now) => (now.view === view ? { view, ready: true } : now))
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
        // A map of reports is there when they are.
        ...(latest.current.onItems
          ? {
              onItems: (...said) => {
                ready()
                latest.current.onItems?.(...said)
              },
            }
          : { onReady: ready }),
      })
    } catch {
      setMade({ failed: true })
      return
    }
    setMade({ view })
    return () => {
      setMade({})
      view.remove()
    }
    // A switch of language is rare, and MapLibre's controls take their words once: a new map is simplest.
  }, [worded, settled, spoken, attempt])

  const { view, failed, ready } = made
  const retry = () => setAttempt((last) => last + 1)
  const isLate = useLateness(failed || ready ? undefined : `${spoken} ${attempt}`, retry)
  const stage = failed ? 'failed' : ready ? 'ready' : isLate ? 'late' : 'loading'
  return { view, stage, retry }
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
