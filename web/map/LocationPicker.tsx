import { Crosshair, MapPin } from 'lucide-preact'
import { render } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { LocationPrivacy } from '../../api/domain/vocabulary.ts'
import { formatDistance, formatPoint } from '../i18n/dates.ts'
import { t } from '../i18n/index.ts'
import { usePublicArea } from '../posting/usePublicArea.ts'
import { announce } from '../state/announce.ts'
import type { LngLat, Place, PublicArea } from '../wire.ts'
import styles from './LocationPicker.module.css'
import { MapWaiting } from './MapWaiting.tsx'
import type { MapView } from './map-view.ts'
import { boundsAround, circleShape, type Shape } from './shapes.ts'
import { defaultCamera, useMapView } from './useMapView.ts'

export type LocationPickerProps = {
  value: Place | undefined
  /** The place as the person set it, with the accuracy that the zoom allowed. */
  onChange: (place: Place) => void
  /** How strangers will see the place: the circle that they see is drawn. Left out where they see nothing. */
  privacy?: LocationPrivacy | undefined
  /** Where to look before a place is set; the city when left out. */
  around?: LngLat | undefined
  /** Ground round the place is meant: the circle is drawn and kept in view, and strangers see none of it. */
  radiusM?: number | undefined
}

const STEP_PX = 10
const LONG_STEP_PX = 60
const TIP_PX = 6

/** From here on streets and yards are told apart. */
const CLOSE_ZOOM = 15

/** A small circle is shown with the yards around it. */
const CIRCLE_ZOOM = 17

/** Beyond this, searchers gain by a better pin. */
const VAGUE_M = 150

/** A finger covers about so much of the map. */
const FINGER_PX = 12

const ARROWS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** Streets by their names, and the next ones too: where it was lost and where it may have gone. */
const AROUND_ZOOM = 14

/** From the pin to the far edge of what strangers see of an approximate place. */
const PUBLIC_RADIUS_M = 800

/** A zoom at which a circle of that radius is seen whole, in about two thirds of the box. */
function zoomFor(radiusM: number): number {
  return Math.min(16.5, Math.max(9, 22.4 - Math.log2(Math.max(30, radiusM))))
}

function zoomOf(accuracyM = 100, privacy?: LocationPrivacy): number {
  return zoomFor(privacy === 'approximate' ? Math.max(PUBLIC_RADIUS_M, accuracyM) : accuracyM)
}

function firstCamera({ value, privacy, around }: LocationPickerProps) {
  if (value) return { lng: value.lng, lat: value.lat, zoom: zoomOf(value.accuracyM, privacy) }
  return around ? { lng: around.lng, lat: around.lat, zoom: AROUND_ZOOM } : defaultCamera()
}

function roundPlace({ lng, lat }: LngLat): LngLat {
  return { lng: Math.round(lng * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6 }
}

function placedAt(view: MapView, place: LngLat): Place {
  return {
    ...roundPlace(place),
    accuracyM: Math.max(5, Math.round(FINGER_PX * view.camera.metresPerPixel())),
  }
}

function accuracyShape({ lng, lat }: LngLat, accuracyM: number): Shape[] {
  if (accuracyM < 20) return []
  return [circleShape({ lng, lat }, accuracyM, { colour: 'primary', fill: 0.12, lineWidth: 1.5 })]
}

/** What strangers will see of the place, in words. */
function seenWords({ radiusM }: PublicArea, privacy?: LocationPrivacy): string {
  if (privacy === 'approximate') return t('map.pick.approximate')
  return radiusM === 0 ? t('map.pick.exact') : t('map.pick.wide', { distance: formatDistance(2 * radiusM) })
}

const publicShape = ({ radiusM, ...centre }: PublicArea): Shape =>
  circleShape(centre, radiusM, { colour: 'lost', fill: 0.1, lineWidth: 2.5, dashed: true })

/** What strangers will see, and how well the place is known: one circle where both are the same. */
function shapesOf(value: Place, accuracyM: number, area: PublicArea | undefined, privacy?: LocationPrivacy) {
  if (!area?.radiusM) return accuracyShape(value, accuracyM)
  return privacy === 'exact' ? [publicShape(area)] : [publicShape(area), ...accuracyShape(value, accuracyM)]
}

/**
 * One place on a map: tap, drag the pin, or move it with the arrow keys. A place that was set elsewhere (the device, a
 * name) is followed; without WebGL the other ways to name a place remain.
 */
export function LocationPicker(props: LocationPickerProps) {
  const { value, onChange, privacy, radiusM, around } = props
  const accuracyM = value?.accuracyM ?? 0
  const area = usePublicArea(value, privacy)
  const box = useRef<HTMLDivElement>(null)
  const own = useRef<Place | undefined>(undefined)
  const { view, stage, retry } = useMapView(box, {
    camera: firstCamera(props),
    title: () => t(radiusM === undefined ? 'map.pick.label' : 'map.searched.pick'),
    cooperative: true,
    onClick: (place) => set(place),
  })

  function set(place: LngLat) {
    if (!view) return
    own.current = placedAt(view, place)
    onChange(own.current)
    // A first tap from far away says the district; closer by, the yard can be told.
    const { zoom } = view.camera.now()
    if (zoom < CLOSE_ZOOM) view.camera.flyTo(place, Math.min(CLOSE_ZOOM, zoom + 3))
  }

  function moveBy(step: { x: number; y: number }, pixels: number) {
    if (!view || !value) return
    const { x, y } = view.camera.pixelsOf(value)
    const next = view.camera.placeAt(x + step.x * pixels, y + step.y * pixels)
    view.camera.bringIntoView(next, { margin: 40 })
    set(next)
    announce(t('map.pick.moved', { point: formatPoint(next) }))
  }

  useEffect(() => {
    if (!view || !value) return
    const element = document.createElement('div')
    render(
      <button
        type="button"
        class={styles['pin']}
        aria-label={t('map.pick.pin')}
        onKeyDown={(event) => {
          const step = ARROWS[event.key]
          if (!step) return
          event.preventDefault()
          event.stopPropagation()
          latest.current(step, event.shiftKey ? LONG_STEP_PX : STEP_PX)
        }}
      >
        <MapPin size={44} strokeWidth={1.6} aria-hidden="true" />
      </button>,
      element,
    )
    element.addEventListener('click', (event) => event.stopPropagation())
    view.markers.set('pin', value, element, { anchor: 'bottom', offset: { x: 0, y: TIP_PX }, onDrag: set })
    return () => {
      view.markers.remove('pin')
      render(null, element)
    }
  }, [view, value !== undefined])

  // The pin is made once; its keys must move the place as it is now.
  const latest = useRef(moveBy)
  latest.current = moveBy

  useEffect(() => {
    if (!view || !value) return
    view.markers.move('pin', value)
    if (radiusM !== undefined) {
      view.camera.fit(boundsAround(value, radiusM), CIRCLE_ZOOM)
      return
    }
    const mine = own.current?.lng === value.lng && own.current.lat === value.lat
    if (!mine) view.camera.flyTo(value, zoomOf(accuracyM, privacy))
  }, [view, value?.lng, value?.lat, radiusM])

  // Where to look may be known only after the map has come.
  useEffect(() => {
    if (view && around && !value) view.camera.jumpTo({ lng: around.lng, lat: around.lat, zoom: AROUND_ZOOM })
  }, [view, around?.lng, around?.lat])

  useEffect(() => {
    view?.showShapes(value ? shapesOf(value, radiusM ?? accuracyM, area, privacy) : [])
  }, [view, value?.lng, value?.lat, radiusM, accuracyM, privacy, area?.lng, area?.lat, area?.radiusM])

  if (stage === 'failed') return null
  return (
    <div class={styles['picker']}>
      <div class={styles['box']}>
        <div ref={box} class={styles['map']} />
        <MapWaiting stage={stage} retry={retry} />
        {view && !value && (
          <>
            <Crosshair class={styles['cross']} size={36} strokeWidth={1.5} aria-hidden="true" />
            <button type="button" class={`button ${styles['here']}`} onClick={() => set(view.camera.now())}>
              <MapPin size={18} aria-hidden="true" />
              {t('map.pick.here')}
            </button>
          </>
        )}
      </div>
      {view && radiusM !== undefined && <p class="hint">{t('map.searched.tap')}</p>}
      {view && radiusM === undefined && (
        <p class="hint">{value ? area && seenWords(area, privacy) : t('map.pick.empty')}</p>
      )}
      {view && radiusM === undefined && accuracyM > VAGUE_M && (
        <p>{t('map.pick.vague', { distance: formatDistance(accuracyM) })}</p>
      )}
    </div>
  )
}
