import { render } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { distanceBetween } from '../components/geo.ts'
import { petTitle } from '../components/kinds.ts'
import type { ReportMapProps } from '../components/ReportMapSlot.tsx'
import { formatDistance } from '../i18n/dates.ts'
import { t } from '../i18n/index.ts'
import type { ReportFeature } from '../wire.ts'
import { ReportMarker, StepMarker } from './Markers.tsx'
import type { MapView } from './map-view.ts'
import styles from './ReportMap.module.css'
import { describeReport } from './report-shapes.ts'
import { useMapView } from './useMapView.ts'
import { toMapReport } from './useSelectedReport.ts'

const TIP_PX = 8
const SHARES = [50, 75, 95] as const

type LegendProps = { shares: number[]; track: boolean; searched: boolean; radiusM: number }

function Legend({ shares, track, searched, radiusM }: LegendProps) {
  return (
    <figcaption class={styles['legend']}>
      {radiusM > 0 && (
        <p class="hint">{t('map.report.approximate', { distance: formatDistance(2 * radiusM) })}</p>
      )}
      {shares.length > 0 && (
        <ol class={styles['rings']}>
          {SHARES.filter((share) => shares.includes(share)).map((share) => (
            <li key={share} data-share={share}>
              <strong>{t('map.ring', { share })}</strong>
              <span>{t(`map.rings.${share}`)}</span>
            </li>
          ))}
        </ol>
      )}
      {track && <p class="hint">{t('map.track.direction')}</p>}
      {searched && <p class="hint">{t('map.searched')}</p>}
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

const NO_SIGHTINGS: readonly ReportFeature[] = []

/**
 * One report on a map: its point or its area, the rings to search in, and where it has been seen since. With `other`
 * both places, and how they lie to each other.
 */
export function ReportMap({ report, searchArea, sightings = NO_SIGHTINGS, other }: ReportMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const { shapes, bounds, shares, stops, searched } = useMemo(
    () => describeReport(report, searchArea, sightings, other),
    [report, searchArea, sightings, other],
  )
  const [lng, lat] = report.geometry.coordinates
  const name = () => {
    if (!other) return t('map.report.label', { title: petTitle(report.properties) })
    const distance = formatDistance(distanceBetween(report, other))
    return t('map.pair.label', { title: petTitle(other.properties), distance })
  }
  const { view, failed } = useMapView(box, {
    camera: { lng, lat, zoom: 14 },
    cooperative: true,
    title: () => `${name()}. ${t('map.label')}`,
  })

  useEffect(() => {
    view?.showShapes(shapes)
    view?.fit(bounds, 15.5, { animate: false })
  }, [view, shapes, bounds])

  useEffect(() => {
    if (!view) return
    const faces = [putReport(view, 'report', report), ...(other ? [putReport(view, 'other', other)] : [])]
    const steps = stops.map((stop, i) => {
      const step = document.createElement('div')
      render(
        <StepMarker number={i + 1} id={stop.id} occurredAt={stop.occurredAt} last={i === stops.length - 1} />,
        step,
      )
      view.markers.set(`stop ${stop.id}`, stop, step)
      return step
    })
    return () => {
      for (const key of ['report', 'other', ...stops.map(({ id }) => `stop ${id}`)]) view.markers.remove(key)
      for (const made of [...faces, ...steps]) render(null, made)
    }
  }, [view, report, other, stops])

  const track = stops.length > 1
  return (
    <figure class={styles['report']} aria-label={name()}>
      {!failed && <div ref={box} class={styles['map']} />}
      {(shares.length > 0 || track) && (
        <Legend
          shares={shares}
          track={track && !failed}
          searched={searched && !failed}
          radiusM={report.properties.publicRadiusM}
        />
      )}
    </figure>
  )
}
