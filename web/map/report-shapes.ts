import { polygonSmooth } from '@turf/turf'
import { distanceM } from '../../api/domain/geo/lng-lat.ts'
import { middleOf, publicPlaceOf } from '../components/geo.ts'
import { kindToken } from '../components/kinds.ts'
import { inOrder } from '../components/sightings.ts'
import type { BBox } from '../state/filters.ts'
import type { LngLat, ReportFeature, SearchArea } from '../wire.ts'
import { boundsOf, circleShape, positionsOf, type Shape } from './shapes.ts'

/** A place where the animal was seen, with the numbers of its sightings; the latest of them is what it leads to. */
export type Stop = LngLat & { numbers: number[]; id: string; occurredAt: string; radiusM: number }

/** Places of the list "look here first" that lie together, by their numbers there. */
export type LookMark = LngLat & { numbers: number[]; atStart: boolean }

export type ReportPicture = {
  shapes: Shape[]
  /** Holds what is drawn, of the rings those to search first. */
  bounds: BBox
  stops: Stop[]
  marks: LookMark[]
  /** Whether the widest ring reaches beyond the bounds. */
  wider: boolean
  /** Whether ground that was searched is among the shapes. */
  searched: boolean
}

/** The inner ring is where to begin, so it is the strongest; they lie over each other. */
const RING_FILLS: Record<number, number> = { 50: 0.16, 75: 0.1, 95: 0.07 }

/** The widest ring is many times the next: a view that held it would show the places to begin with as one dot. */
const VIEW_SHARE = 75

/** Nearer than this, numbers would lie over each other at any zoom that shows the area. */
const SAME_MARK_M = 60

/** A point alone gives no box; this much around it does. */
const POINT_REACH_M = 300

/** Each cuts a ring's corners, which a wide view of a few dozen points shows, to half of what they were. */
const SMOOTHINGS = 2

function ringShapes(area: SearchArea | undefined) {
  const rings = (area?.features ?? []).flatMap(({ geometry, properties }) => {
    if (properties.kind !== 'area') return []
    const ring = geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon
    const [smooth] = polygonSmooth(ring, { iterations: SMOOTHINGS }).features
    return [
      { geometry: smooth!.geometry as GeoJSON.Geometry, share: Math.round(properties.probability * 100) },
    ]
  })
  return rings.sort((a, b) => b.share - a.share)
}

/** Sightings in the order of time, those that lie together as one. */
function stopsOf(track: readonly ReportFeature[]): Stop[] {
  const stops: Stop[] = []
  track.forEach((sighting, index) => {
    const place = publicPlaceOf(sighting)
    const { occurredAt, publicRadiusM } = sighting.properties
    const latest = { id: sighting.id, occurredAt }
    const near = stops.find((stop) => distanceM(stop, place) < SAME_MARK_M)
    if (near) {
      near.numbers.push(index + 1)
      Object.assign(near, latest, { radiusM: Math.max(near.radiusM, publicRadiusM) })
    } else stops.push({ ...place, ...latest, numbers: [index + 1], radiusM: publicRadiusM })
  })
  return stops
}

function searchedShapes(area: SearchArea | undefined): Shape[] {
  const look = { colour: 'ink-soft', fill: 0.22, lineWidth: 1.5, dashed: true }
  return (area?.features ?? []).flatMap(({ geometry, properties }) =>
    properties.kind === 'searched' ? [{ geometry: geometry as GeoJSON.Geometry, look }] : [],
  )
}

/** Where to look first, numbered as in the list; the place itself is told from the others. */
function lookMarks(area: SearchArea | undefined, start: LngLat): LookMark[] {
  const marks: LookMark[] = []
  const places = (area?.features ?? [])
    .flatMap((feature) =>
      feature.properties.kind === 'look_first'
        ? [{ ...middleOf(feature), order: feature.properties.order }]
        : [],
    )
    .sort((a, b) => a.order - b.order)
  places.forEach((place, index) => {
    const near = marks.find((mark) => distanceM(mark, place) < SAME_MARK_M)
    if (near) near.numbers.push(index + 1)
    else {
      const atStart = distanceM(start, place) < SAME_MARK_M
      marks.push({ lng: place.lng, lat: place.lat, numbers: [index + 1], atStart })
    }
  })
  return marks
}

/** The other place of a comparison: its area when it is one, and the line between the two. */
function otherShapes(start: LngLat, other: ReportFeature): Shape[] {
  const { kind, publicRadiusM } = other.properties
  const place = publicPlaceOf(other)
  const look = { colour: kindToken(kind), fill: 0.16, lineWidth: 2.5, dashed: true }
  const coordinates = [start, place].map(({ lng, lat }) => [lng, lat])
  return [
    ...(publicRadiusM > 0 ? [circleShape(place, publicRadiusM, look)] : []),
    { geometry: { type: 'LineString', coordinates }, look: { colour: 'ink', lineWidth: 2.5, dashed: true } },
  ]
}

/** What to draw for a report, from the back to the front: rings, searched ground, areas, the track. */
export function describeReport(
  report: ReportFeature,
  searchArea: SearchArea | undefined,
  sightings: readonly ReportFeature[],
  other?: ReportFeature,
): ReportPicture {
  const { kind, status, publicRadiusM } = report.properties
  const start = publicPlaceOf(report)
  const rings = ringShapes(searchArea)
  const track = inOrder(sightings)
  const stops = stopsOf(track)
  const searched = searchedShapes(searchArea)
  const shapes: Shape[] = rings.map(({ geometry, share }) => ({
    geometry,
    look: { colour: 'primary', fill: RING_FILLS[share] ?? 0.08, lineWidth: share === 50 ? 3 : 2 },
  }))
  shapes.push(...searched)
  if (publicRadiusM > 0) {
    const look = {
      colour: status === 'reunited' ? 'primary' : kindToken(kind),
      fill: rings.length > 0 ? 0.06 : 0.16,
      lineWidth: 2.5,
      dashed: true,
    }
    shapes.push(circleShape(start, publicRadiusM, look))
  }
  for (const stop of stops) {
    if (stop.radiusM === 0) continue
    shapes.push(
      circleShape(stop, stop.radiusM, { colour: 'sighting', fill: 0.07, lineWidth: 1, dashed: true }),
    )
  }
  if (stops.length > 0) {
    const line = [start, ...track.map(publicPlaceOf)].map(({ lng, lat }) => [lng, lat])
    shapes.push({
      geometry: { type: 'LineString', coordinates: line },
      look: { colour: 'sighting', lineWidth: 4 },
    })
  }
  if (other) shapes.push(...otherShapes(start, other))
  const around = circleShape(start, Math.max(POINT_REACH_M, publicRadiusM), { colour: 'ink' })
  const beyondView = rings.filter(({ share }) => share > VIEW_SHARE).map(({ geometry }) => geometry)
  const inView = shapes.filter(({ geometry }) => !beyondView.includes(geometry))
  const drawn = [...inView, around].flatMap(({ geometry }) => positionsOf(geometry))
  return {
    ...{ shapes, bounds: boundsOf(drawn)!, stops },
    marks: lookMarks(searchArea, start),
    searched: searched.length > 0,
    wider: beyondView.length > 0,
  }
}
