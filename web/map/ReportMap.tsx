import { render } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { apartWords } from '../components/apart.ts'
import { petTitle } from '../components/kinds.ts'
import { formatDistance } from '../i18n/dates.ts'
import { t } from '../i18n/index.ts'
import type { ReportFeature, SearchArea } from '../wire.ts'
import { MapWaiting } from './MapWaiting.tsx'
import { LookMarker, ReportMarker, StepMarker } from './Markers.tsx'
import type { MapView } from './map-view.ts'
import styles from './ReportMap.module.css'
import { describeReport } from './report-shapes.ts'
import { type Insets, NO_INSETS } from './room.ts'
import { useMapView } from './useMapView.ts'
import { toMapReport } from './useSelectedReport.ts'

export type ReportMapProps = {
  report: ReportFeature
  searchArea?: SearchArea | undefined
  sightings?: readonly ReportFeature[] | undefined
  /** Another report to compare places with. */
  other?: ReportFeature | undefined
}

const TIP_PX = 8
/** The number of the place itself stands under its face. */
const LOOK_BELOW_PX = 18

type LegendProps = { numbered: boolean; track: boolean; searched: boolean; wider: boolean; radiusM: number }

/** What the map's own signs mean; where to look stands in words beside it, for whom the map does not come. */
function Legend({ numbered, track, searched, wider, radiusM }: LegendProps) {
  const lines = [
    radiusM > 0 && t('map.report.approximate', { distance: formatDistance(2 * radiusM) }),
    numbered && t('map.look.numbers'),
    track && t('map.track.direction'),
    wider && t('map.rings.wider'),
    searched && t('map.searched'),
  ].filter((line) => line !== false)
  if (lines.length === 0) return null
  return (
    <figcaption class={styles['legend']}>
      {lines.map((line) => (
        <p key={line} class="hint">
          {line}
        </p>
      ))}
    </figcaption>
  )
}

/** A marker that only shows: pointing where the place is exact, round within an approximate area. */
function putReport(view: MapView, key: string, report: ReportFeature): HTMLElement {
  const item = toMapReport(report)
  const element = document.createElement('div')
  render(<ReportMarker item={item} close pointing={!item.approximate} />, element)
  view.markers.set(key, item, element, {
    anchor: item.approximate ? 'center' : 'bottom',
    offset: { x: 0, y: item.approximate ? 0 : -TIP_PX },
  })
  return element
}

/** What the zoom buttons take from a map: the newest place must not lie under them. */
function insetsOfZoom(map: HTMLElement): Insets {
  const zoom = map.querySelector('.maplibregl-ctrl-group')?.getBoundingClientRect()
  return zoom ? { ...NO_INSETS, right: map.getBoundingClientRect().right - zoom.left } : NO_INSETS
}

const NO_SIGHTINGS: readonly ReportFeature[] = []

/**
 * One report on a map: its point or its area, the rings to search in, and where it has been seen since. With `other`
 * both places, and how they lie to each other.
 */
export function ReportMap({ report, searchArea, sightings = NO_SIGHTINGS, other }: ReportMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const { shapes, bounds, stops, marks, searched, wider } = useMemo(
    () => describeReport(report, searchArea, sightings, other),
    [report, searchArea, sightings, other],
  )
  const [lng, lat] = report.geometry.coordinates
  const name = () => {
    if (!other) return t('map.report.label', { title: petTitle(report.properties) })
    return apartWords('map.pair.label', report, other, { title: petTitle(other.properties) })
  }
  const { view, stage, retry } = useMapView(box, {
    camera: { lng, lat, zoom: 14 },
    cooperative: true,
    insets: () => insetsOfZoom(box.current!),
    title: () => `${name()}. ${t('map.label')}`,
  })

  useEffect(() => {
    view?.showShapes(shapes)
    view?.camera.fit(bounds, 15.5, { animate: false })
  }, [view, shapes, bounds])

  useEffect(() => {
    if (!view) return
    const faces = [putReport(view, 'report', report), ...(other ? [putReport(view, 'other', other)] : [])]
    const steps = stops.map((stop) => {
      const step = document.createElement('div')
      render(
        <StepMarker
          numbers={stop.numbers}
          id={stop.id}
          occurredAt={stop.occurredAt}
          last={stop.numbers.includes(sightings.length)}
        />,
        step,
      )
      view.markers.set(`stop ${stop.id}`, stop, step)
      return step
    })
    const looks = marks.map((mark) => {
      const look = document.createElement('div')
      render(<LookMarker numbers={mark.numbers} />, look)
      const offset = { x: 0, y: mark.atStart ? LOOK_BELOW_PX : 0 }
      view.markers.set(`look ${mark.numbers[0]}`, mark, look, { offset })
      return look
    })
    const keys = [
      ...stops.map(({ id }) => `stop ${id}`),
      ...marks.map(({ numbers: [first] }) => `look ${first}`),
    ]
    return () => {
      for (const key of ['report', 'other', ...keys]) view.markers.remove(key)
      for (const made of [...faces, ...steps, ...looks]) render(null, made)
    }
  }, [view, report, other, sightings, stops, marks])

  const failed = stage === 'failed'
  const track = sightings.length > 1
  return (
    <figure class={styles['report']} aria-label={name()}>
      {!failed && (
        <div class={styles['ground']}>
          <div ref={box} class={styles['map']} />
          <MapWaiting stage={stage} retry={retry} />
        </div>
      )}
      {(searchArea || track) && !failed && (
        <Legend
          numbered={marks.length > 0}
          track={track}
          searched={searched}
          wider={wider}
          radiusM={report.properties.publicRadiusM}
        />
      )}
    </figure>
  )
}
