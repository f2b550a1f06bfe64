import { useSignalEffect } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { nowMs } from '../state/clock.ts'
import { apiQuery, type BBox, type MapView as Camera } from '../state/filters.ts'
import {
  filters,
  mapView,
  searchAsIMove,
  selectedId,
  setMapView,
  setSelected,
  viewport,
} from '../state/search.ts'
import type { LngLat } from '../wire.ts'
import { AreaTool, searchInBox } from './AreaTool.tsx'
import { DrawingSheet } from './DrawingSheet.tsx'
import { filterShapes, placeShapes } from './filter-shapes.ts'
import type { MapItem, MapReport, StackItem } from './items.ts'
import cardStyles from './MapCard.module.css'
import styles from './MapPanel.module.css'
import { MapWaiting } from './MapWaiting.tsx'
import type { MapView } from './map-view.ts'
import { createMarkerLayer, type MarkerLayer, riseOf } from './marker-layer.tsx'
import { NearMe } from './NearMe.tsx'
import { noneWords } from './none-words.ts'
import { insetsOfCard, insetsOfTools } from './room.ts'
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

/** Moves the map so that neither the card of a chosen report nor the list of one point covers its marker. */
function uncover(view: MapView, map: HTMLElement, marker: LngLat, risePx = 0) {
  const card = map.parentElement?.querySelector(`.${cardStyles['card']}`)?.getBoundingClientRect()
  const covered = insetsOfCard(map.getBoundingClientRect(), card, view.camera.pixelsOf(marker))
  view.camera.bringIntoView(marker, { covered, risePx })
}

const toggleChosen = ({ id }: MapReport) => setSelected(selectedId.peek() === id ? undefined : id)

/** The same reports as the list, on a map: the list and the map light each other up through the search signals. */
export function MapPanel() {
  const box = useRef<HTMLDivElement>(null)
  const layer = useRef<MarkerLayer | undefined>(undefined)
  const [items, setItems] = useState<MapItem[]>([])
  const [lacking, setLacking] = useState(false)
  const [drawing, setDrawing] = useState(false)
  const [stack, setStack] = useState<StackItem>()
  const chosen = useSelectedReport()
  const { bbox, near, radiusM } = filters.value

  const tools = useRef<HTMLDivElement>(null)
  const { view, stage, retry } = useMapView(box, {
    camera: firstCamera(),
    insets() {
      const over = [...(tools.current?.children ?? [])].map((tool) => tool.getBoundingClientRect())
      return insetsOfTools(box.current!.getBoundingClientRect(), over)
    },
    onMove(camera, bounds: BBox) {
      viewport.value = bounds
      if (location.pathname === '/' && !sameCamera(camera, mapView.peek() ?? defaultCamera()))
        setMapView(camera)
      if (searchAsIMove.peek() && filters.peek().bbox) searchInBox(bounds, { replace: true })
    },
    onItems(next, incomplete) {
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
        if (east - west < 1e-5 && north - south < 1e-5) view.camera.flyTo({ lng, lat }, 15)
        else view.camera.fit(bounds, 15.5)
      },
      choose: toggleChosen,
      list: setStack,
    })
    layer.current = created
    viewport.value = view.camera.bounds()
    const start = filters.peek()
    if (!mapView.peek() && start.bbox) view.camera.fit(start.bbox)
    else if (!mapView.peek() && start.near)
      view.camera.fit(boundsAround(start.near, start.radiusM ?? DEFAULT_RADIUS_M), 15)
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
    if (!sameCamera(asked, view.camera.now())) view.camera.jumpTo(asked)
  })

  // A place chosen in the filters is gone to; the one that the page began with is where the map began.
  const nearKey = near && `${near.lng} ${near.lat} ${radiusM}`
  const shownNear = useRef(nearKey)
  useEffect(() => {
    if (!view || shownNear.current === nearKey) return
    shownNear.current = nearKey
    if (near) view.camera.fit(boundsAround(near, radiusM ?? DEFAULT_RADIUS_M), 15)
  }, [view, nearKey])

  const query = tileQuery()
  useEffect(() => view?.showReports(query), [view, query])
  useEffect(() => layer.current?.show(items), [view, items])

  useEffect(() => {
    layer.current?.choose(chosen?.marker)
    if (view && chosen) uncover(view, box.current!, chosen.marker, riseOf(chosen.marker))
  }, [view, chosen])

  useEffect(() => {
    if (view && stack && !chosen) uncover(view, box.current!, stack)
  }, [view, stack?.key, chosen])

  // A box that the map itself set while it moved needs no outline: it is the view.
  const followsView = searchAsIMove.value
  useEffect(() => {
    const shapes = filterShapes({ bbox: followsView ? undefined : bbox, near, radiusM })
    view?.showShapes([...placeShapes(items, chosen?.marker, view.camera.now().zoom), ...shapes])
  }, [view, items, chosen, bbox, near, radiusM, followsView])

  function searchIn(area?: BBox) {
    setDrawing(false)
    if (!area) return
    searchAsIMove.value = false
    searchInBox(area)
  }

  if (stage === 'failed') {
    return (
      <div class={styles['failed']} role="status">
        <p>{t('home.map.failed')}</p>
      </div>
    )
  }
  return (
    <div class={styles['panel']} data-card={Boolean(chosen || stack)}>
      {view && (
        <div ref={tools} class={styles['tools']}>
          <NearMe view={view} />
          <AreaTool view={view} drawing={drawing} setDrawing={setDrawing} />
          {!drawing && <TimeSlider />}
        </div>
      )}
      <div class={styles['ground']}>
        <div ref={box} class={styles['map']} />
        <MapWaiting stage={stage} retry={retry} />
        {lacking ? (
          <p class={styles['none']} role="status">
            {t('map.lacking')}
          </p>
        ) : (
          stage === 'ready' && items.length === 0 && <p class={styles['none']}>{noneWords()}</p>
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
