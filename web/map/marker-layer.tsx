import { type ComponentChild, render } from 'preact'
import type { LngLat } from '../wire.ts'
import {
  type ClusterItem,
  fanOut,
  fitsFan,
  isSameStack,
  isStack,
  type MapItem,
  type MapReport,
  type StackItem,
} from './items.ts'
import { ClusterMarker, ReportMarker, StackMarker } from './Markers.tsx'
import type { MapView } from './map-view.ts'

/** From here on a report is shown by its photo. */
const PHOTO_ZOOM = 12.5

type Actions = {
  openCluster: (cluster: ClusterItem) => void
  choose: (report: MapReport) => void
  /** The open stack that is too many for a fan, or undefined when there is none any more. */
  list: (stack: StackItem | undefined) => void
}

type Put = {
  place: LngLat
  content: ComponentChild
  anchor?: 'center' | 'bottom'
  offset?: { x: number; y: number }
}

/** Room for a face round its middle. */
const FACE_PX = 40

/** Leaves room for the tip under the face of a marker that points. */
const TIP_PX = 8

/** A chosen face with its ring, over the tip that points at its place. */
const RISE_PX = 72

/** How far the marker of a chosen report stands above its place. */
export const riseOf = ({ approximate }: Pick<MapReport, 'approximate'>) => (approximate ? 0 : RISE_PX)

const FAN_BOX_PX = 300
/** From the middle of a fan to the outer edge of its markers. */
const FAN_REACH_PX = 116

function FanLegs({ ends }: { ends: { x: number; y: number }[] }) {
  const half = FAN_BOX_PX / 2
  return (
    <svg
      width={FAN_BOX_PX}
      height={FAN_BOX_PX}
      viewBox={`${-half} ${-half} ${FAN_BOX_PX} ${FAN_BOX_PX}`}
      style={{ pointerEvents: 'none' }}
      aria-hidden="true"
    >
      {ends.map(({ x, y }) => (
        <line key={`${x} ${y}`} x2={x} y2={y} stroke="var(--line-strong)" stroke-width="1.5" />
      ))}
    </svg>
  )
}

/** A click on a marker is no click on the map under it; what only decorates lets all of them through. */
function createElement(decoration: boolean, onFocus: (event: FocusEvent) => void): HTMLElement {
  const element = document.createElement('div')
  if (decoration) element.dataset['under'] = ''
  else {
    element.addEventListener('click', (event) => event.stopPropagation())
    element.addEventListener('focusin', onFocus)
  }
  return element
}

/** Keeps the markers of a map true to what the tiles hold; one stack at a time is open: fanned out, or listed. */
export function createMarkerLayer(view: MapView, actions: Actions) {
  const elements = new Map<string, HTMLElement>()
  const places = new WeakMap<EventTarget, LngLat>()
  let items: MapItem[] = []
  let chosen: MapReport | undefined
  let opened: StackItem | undefined

  function reportPut(report: MapReport, close: boolean, offset?: { x: number; y: number }): Put {
    const pointing = close && !report.approximate && offset === undefined
    const choose = () => actions.choose(report)
    const content = <ReportMarker item={report} close={close} pointing={pointing} choose={choose} />
    if (pointing) return { place: report, content, anchor: 'bottom', offset: { x: 0, y: -TIP_PX } }
    return offset ? { place: report, content, offset } : { place: report, content }
  }

  function open(stack: StackItem | undefined) {
    opened = stack
    if (stack && fitsFan(stack)) view.camera.bringIntoView(stack, { margin: FAN_REACH_PX })
    tellList()
    draw()
  }

  function tellList() {
    actions.list(opened && !fitsFan(opened) ? opened : undefined)
  }

  function stackPuts(stack: StackItem): [string, Put][] {
    const isOpen = stack === opened
    const toggle = () => open(isOpen ? undefined : stack)
    const centre: Put = {
      place: stack,
      content: <StackMarker item={stack} opened={isOpen} toggle={toggle} />,
    }
    if (!isOpen || !fitsFan(stack)) return [[`stack ${stack.key}`, centre]]
    const ends = fanOut(stack.reports.length)
    return [
      [`legs ${stack.key}`, { place: stack, content: <FanLegs ends={ends} /> }],
      [`stack ${stack.key}`, centre],
      ...stack.reports.map((report, i): [string, Put] => [
        `fan ${report.key}`,
        reportPut(report, true, ends[i]!),
      ]),
    ]
  }

  function puts(): Map<string, Put> {
    const close = view.camera.now().zoom >= PHOTO_ZOOM
    const wanted = new Map<string, Put>()
    for (const item of items) {
      if (item.type === 'cluster') {
        const content = <ClusterMarker item={item} open={() => actions.openCluster(item)} />
        wanted.set(`cluster ${item.key}`, { place: item, content })
      } else if (item.type === 'stack') {
        for (const [key, put] of stackPuts(item)) wanted.set(key, put)
      } else {
        wanted.set(
          `report ${close && !item.approximate ? 'tip' : 'round'} ${item.key}`,
          reportPut(item, close),
        )
      }
    }
    // The chosen report stands out even where the tiles have it inside a cluster.
    const seen = items.some((item) => item.type === 'report' && item.id === chosen?.id)
    const fanned = chosen !== undefined && wanted.has(`fan ${chosen.key}`)
    if (chosen && !seen && !fanned) wanted.set(`chosen ${chosen.key} ${close}`, reportPut(chosen, close))
    return wanted
  }

  /** Who goes from marker to marker by key meets those beyond the edge too, and under what lies over the map. */
  function follow({ currentTarget, target }: FocusEvent) {
    const place = currentTarget && places.get(currentTarget)
    if (place && (target as Element).matches(':focus-visible'))
      view.camera.bringIntoView(place, { margin: FACE_PX })
  }

  function draw() {
    const wanted = puts()
    for (const [key, element] of elements) {
      if (wanted.has(key)) continue
      view.markers.remove(key)
      render(null, element)
      elements.delete(key)
    }
    for (const [key, { place, content, ...options }] of wanted) {
      const element = elements.get(key) ?? createElement(key.startsWith('legs'), follow)
      elements.set(key, element)
      places.set(element, place)
      render(content, element)
      view.markers.set(key, place, element, options)
    }
  }

  return {
    show(next: MapItem[]) {
      items = next
      opened = items.filter(isStack).find((stack) => opened && isSameStack(stack, opened))
      tellList()
      draw()
    },
    choose(report: MapReport | undefined) {
      chosen = report
      draw()
    },
    /** Gathers the stack that is open; says whether there was one. */
    gather(): boolean {
      const was = opened !== undefined
      if (was) open(undefined)
      return was
    },
    /** The same from within its list: the keyboard goes back to the marker. */
    leaveList() {
      const marker = elements.get(`stack ${opened?.key}`)
      open(undefined)
      marker?.querySelector('button')?.focus({ preventScroll: true })
    },
    clear() {
      for (const element of elements.values()) render(null, element)
      elements.clear()
    },
  }
}

export type MarkerLayer = ReturnType<typeof createMarkerLayer>
