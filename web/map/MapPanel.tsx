import { useSignalEffect } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { nowMs } from '../state/clock.ts'
import { apiQuery, type BBox, type MapView as Camera, isFiltered } from '../state/filters.ts'
import {
  filters,
  mapView,
  searchAsIMove,
  selectedId,
  setMapView,
  setSelected,
  viewport,
} from '../state/search.ts'
import { AreaTool, searchInBox } from './AreaTool.tsx'
import { DrawingSheet } from './DrawingSheet.tsx'
import { filterShapes, placeShapes } from './filter-shapes.ts'
import type { MapItem, MapReport, StackItem } from './items.ts'
import cardStyles from './MapCard.module.css'
import styles from './MapPanel.module.css'
import { createMarkerLayer, type MarkerLayer } from './marker-layer.tsx'
import { NearMe } from './NearMe.tsx'
import { SelectedCard } from './SelectedCard.tsx'
import { StackList } from './StackList.tsx'
import { boundsAround } from './shapes.ts'
import { TimeSlider } from './TimeSlider.tsx'
import { defaultCamera, sameCamera, useMapView } from './useMapView.ts'
import { useSelectedReport } from './useSelectedReport.ts'

/** Tiles are good for 15 s; new reports show within twice that. */
const REFRESH_MS = 30_000

function tileQuery(): string {
  const query = new URLSearchParams(apiQuery(filters.value, nowMs.value))
  query.delete('limit')
  return query.toString()
}

/** How far "near" reaches where nobody said. */
const DEFAULT_RADIUS_M = 5_000

/** The first camera: the address, then the filters' own area, then the city. */
function firstCamera(): Camera {
  return mapView.peek() ?? defaultCamera()
}

/** How much of the map's lower part is no place for a marker: the card lies over it, all over or where the marker is. */
function coveredPx(map: HTMLElement, x: number): number {
  const card = map.parentElement?.querySelector(`.${cardStyles['card']}`)?.getBoundingClientRect()
  const { left, width, bottom } = map.getBoundingClientRect()
  const isUnder = card && (card.width > width / 2 || (x > card.left - left && x < card.right - left))
  return isUnder ? Math.max(0, bottom - card.top) : 0
}

const toggleChosen = ({ id }: MapReport) => setSelected(selectedId.peek() === id ? undefined : id)

/** The same reports as the list, on a map: the list and the map light each other up through the search signals. */
export function MapPanel() {
  const box = useRef<HTMLDivElement>(null)
  const layer = useRef<MarkerLayer | undefined>(undefined)
  const [items, setItems] = useState<MapItem[]>([])
  const [loaded, setLoaded] = useState(false)
  const [lacking, setLacking] = useState(false)
  const [drawing, setDrawing] = useState(false)
  const [stack, setStack] = useState<StackItem>()
  const chosen = useSelectedReport()
  const { bbox, near, radiusM } = filters.value

  const { view, failed } = useMapView(box, {
    camera: firstCamera(),
    onMove(camera, bounds: BBox) {
      viewport.value = bounds
      if (location.pathname === '/' && !sameCamera(camera, mapView.peek() ?? defaultCamera()))
        setMapView(camera)
      if (searchAsIMove.peek() && filters.peek().bbox) searchInBox(bounds, { replace: true })
    },
    onItems(next, incomplete) {
      setLoaded(true)
      setLacking(incomplete)
      setItems(next)
    },
    onClick() {
      if (!layer.current?.gather()) setSelected(undefined)
    },
  })

  useEffect(() => {
    if (!view) return
    const created = createMarkerLayer(view, {
      openCluster: ({ bounds, lng, lat }) => {
        const [west, south, east, north] = bounds
        if (east - west < 1e-5 && north - south < 1e-5) view.flyTo({ lng, lat }, 15)
        else view.fit(bounds, 15.5)
      },
      choose: toggleChosen,
      list: setStack,
    })
    layer.current = created
    viewport.value = view.bounds()
    const start = filters.peek()
    if (!mapView.peek() && start.bbox) view.fit(start.bbox)
    else if (!mapView.peek() && start.near)
      view.fit(boundsAround(start.near, start.radiusM ?? DEFAULT_RADIUS_M), 15)
    const timer = setInterval(() => {
      if (!document.hidden) view.refreshReports()
    }, REFRESH_MS)
    return () => {
      clearInterval(timer)
      created.clear()
      layer.current = undefined
    }
  }, [view])

  // Back and forward bring the camera of their address with them; other changes of the address stop no flight.
  const shownCamera = useRef(mapView.peek())
  useSignalEffect(() => {
    const asked = mapView.value
    const known = shownCamera.current
    shownCamera.current = asked
    if (!view || !asked || (known && sameCamera(asked, known))) return
    if (!sameCamera(asked, view.camera())) view.jumpTo(asked)
  })

  // A place chosen in the filters is gone to; the one that the page began with is where the map began.
  const nearKey = near && `${near.lng} ${near.lat} ${radiusM}`
  const shownNear = useRef(nearKey)
  useEffect(() => {
    if (!view || shownNear.current === nearKey) return
    shownNear.current = nearKey
    if (near) view.fit(boundsAround(near, radiusM ?? DEFAULT_RADIUS_M), 15)
  }, [view, nearKey])

  const query = tileQuery()
  useEffect(() => view?.showReports(query), [view, query])
  useEffect(() => layer.current?.show(items), [view, items])

  useEffect(() => {
    layer.current?.choose(chosen?.marker)
    if (!view || !chosen) return
    const { x } = view.pixelsOf(chosen.marker)
    view.bringIntoView(chosen.marker, { coveredPx: coveredPx(box.current!, x) })
  }, [view, chosen])

  // A box that the map itself set while it moved needs no outline: it is the view.
  const followsView = searchAsIMove.value
  useEffect(() => {
    const shapes = filterShapes({ bbox: followsView ? undefined : bbox, near, radiusM })
    view?.showShapes([...placeShapes(items, chosen?.marker, view.camera().zoom), ...shapes])
  }, [view, items, chosen, bbox, near, radiusM, followsView])

  function searchIn(area?: BBox) {
    setDrawing(false)
    if (!area) return
    searchAsIMove.value = false
    searchInBox(area)
  }

  if (failed) {
    return (
      <div class={styles['failed']} role="status">
        <p>{t('home.map.failed')}</p>
      </div>
    )
  }
  return (
    <div class={styles['panel']}>
      {view && (
        <div class={styles['tools']}>
          <NearMe view={view} />
          <AreaTool view={view} drawing={drawing} setDrawing={setDrawing} />
          <TimeSlider />
        </div>
      )}
      <div class={styles['ground']}>
        <div ref={box} class={styles['map']} />
        {!loaded && (
          <p class={styles['loading']} aria-hidden="true">
            {t('app.loading')}
          </p>
        )}
        {lacking ? (
          <p class={styles['none']} role="status">
            {t('map.lacking')}
          </p>
        ) : (
          loaded &&
          items.length === 0 && (
            <p class={styles['none']}>{t(isFiltered(filters.value) ? 'map.none.filtered' : 'map.none')}</p>
          )
        )}
        {view && drawing && <DrawingSheet view={view} done={searchIn} />}
        {view && stack && !chosen && (
          <StackList stack={stack} choose={toggleChosen} close={() => layer.current?.leaveList()} />
        )}
        {view && chosen && <SelectedCard report={chosen.report} />}
      </div>
    </div>
  )
}
