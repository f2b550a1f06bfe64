import { describe, expect, it } from 'vitest'
import { describeReport } from '../../../web/map/report-shapes.ts'
import { boundsAround, boundsOf, boxShape, circleShape, positionsOf } from '../../../web/map/shapes.ts'
import type { ReportFeature, SearchArea } from '../../../web/wire.ts'

const report = (
  over: Partial<ReportFeature['properties']> = {},
  at: [number, number] = [37.6, 55.7],
): ReportFeature => ({
  type: 'Feature',
  id: over.id ?? '1',
  geometry: { type: 'Point', coordinates: at },
  properties: {
    id: over.id ?? '1',
    kind: 'lost',
    species: 'dog',
    colours: [],
    marks: [],
    chipped: false,
    occurredAt: '2026-11-20T10:00:00Z',
    createdAt: '2026-11-20T10:00:00Z',
    updatedAt: '2026-11-20T10:00:00Z',
    status: 'active',
    locationPrivacy: 'exact',
    publicRadiusM: 0,
    photos: [],
    demo: false,
    ...over,
  },
})

const square = (half: number) =>
  boxShape([37.6 - half, 55.7 - half, 37.6 + half, 55.7 + half], { colour: 'ink' })

const ring = (probability: number, half: number) => ({
  type: 'Feature' as const,
  geometry: square(half).geometry,
  properties: { kind: 'area' as const, probability },
})

describe('describeReport', () => {
  it('draws an approximate place as an area and an exact one without', () => {
    expect(describeReport(report(), undefined, []).shapes).toEqual([])
    const { shapes } = describeReport(
      report({ locationPrivacy: 'approximate', publicRadiusM: 540 }),
      undefined,
      [],
    )
    expect(shapes.map(({ geometry }) => geometry.type)).toEqual(['Polygon'])
  })

  it('draws the area of a pet that is home in no colour of a search', () => {
    const circle = (status: 'active' | 'reunited') =>
      describeReport(report({ status, publicRadiusM: 540 }), undefined, []).shapes[0]!.look.colour
    expect(circle('active')).toBe('lost')
    expect(circle('reunited')).toBe('primary')
  })

  it('lays the wide rings under the narrow ones, and the view holds all but the widest', () => {
    const area = { features: [ring(0.5, 0.01), ring(0.95, 0.05), ring(0.75, 0.02)] } as unknown as SearchArea
    const { shapes, bounds, wider } = describeReport(report(), area, [])
    expect(wider).toBe(true)
    expect(shapes.map(({ look }) => look.fill)).toEqual([0.07, 0.1, 0.16])
    expect(bounds[0]).toBeCloseTo(37.58)
    expect(bounds[3]).toBeCloseTo(55.72)
  })

  it('joins sightings in the order of time, whatever order they come in', () => {
    const later = report({ id: 'later', occurredAt: '2026-11-22T10:00:00Z' }, [37.62, 55.71])
    const sooner = report({ id: 'sooner', occurredAt: '2026-11-21T10:00:00Z' }, [37.61, 55.72])
    const { stops, shapes } = describeReport(report(), undefined, [later, sooner])
    expect(stops.map(({ id }) => id)).toEqual(['sooner', 'later'])
    expect(shapes.at(-1)!.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [37.6, 55.7],
        [37.61, 55.72],
        [37.62, 55.71],
      ],
    })
  })

  it('gives sightings at one point one sign with all their numbers, and draws their area once', () => {
    const seen = (id: string, day: number, lng: number) =>
      report({ id, publicRadiusM: 540, occurredAt: `2026-11-2${day}T10:00:00Z` }, [lng, 55.7])
    const sightings = [seen('c', 3, 37.62), seen('b', 2, 37.64), seen('a', 1, 37.62)]
    const { stops, shapes } = describeReport(report(), undefined, sightings)
    expect(stops.map(({ id, numbers }) => ({ id, numbers }))).toEqual([
      { id: 'c', numbers: [1, 3] },
      { id: 'b', numbers: [2] },
    ])
    expect(shapes.filter(({ geometry }) => geometry.type === 'Polygon')).toHaveLength(2)
    const line = shapes.at(-1)!.geometry as GeoJSON.LineString
    expect(line.coordinates.map(([lng]) => lng)).toEqual([37.6, 37.62, 37.64, 37.62])
  })

  it('numbers where to look first as the list does, and those at one spot together', () => {
    const look = (order: number, lng: number) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [lng, 55.7] },
      properties: { kind: 'look_first' as const, order, code: 'start' as const },
    })
    const area = { features: [look(3, 37.6002), look(1, 37.62), look(2, 37.6)] } as unknown as SearchArea
    expect(describeReport(report(), area, []).marks).toEqual([
      { lng: 37.62, lat: 55.7, numbers: [1], atStart: false },
      { lng: 37.6, lat: 55.7, numbers: [2, 3], atStart: true },
    ])
  })

  it('draws a ring of few corners as a round one, whether in one piece or in two', () => {
    const sharpest = (closed: GeoJSON.Position[]) => {
      const all = closed.slice(0, -1)
      const turns = all.map(([x, y], at) => {
        const [before, after] = [all.at(at - 1)!, all[(at + 1) % all.length]!]
        const turn = Math.atan2(after[1]! - y!, after[0]! - x!) - Math.atan2(y! - before[1]!, x! - before[0]!)
        return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)))
      })
      return Math.max(...turns)
    }
    const round = circleShape({ lng: 37.6, lat: 55.7 }, 5_000, { colour: 'ink' }).geometry as GeoJSON.Polygon
    const rough = round.coordinates[0]!.filter((_, at) => at % 6 === 0)
    const draw = (geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon) => {
      const area = { features: [{ ...ring(0.95, 0.05), geometry }] } as unknown as SearchArea
      return describeReport(report(), area, []).shapes[0]!.geometry
    }
    const whole = draw({ type: 'Polygon', coordinates: [rough] }) as GeoJSON.Polygon
    expect(sharpest(whole.coordinates[0]!)).toBeLessThan(sharpest(rough) / 2)
    const other = rough.map(([lng, lat]) => [lng! + 1, lat!])
    const pieces = draw({ type: 'MultiPolygon', coordinates: [[rough], [other]] }) as GeoJSON.MultiPolygon
    expect(pieces.coordinates).toHaveLength(2)
    expect(sharpest(pieces.coordinates[1]![0]!)).toBeLessThan(sharpest(other) / 2)
  })

  it('draws ground that was searched above the rings', () => {
    const done = { searchedAt: '2026-11-22T10:00:00Z', thoroughness: 'careful', id: 's', radiusM: 100 }
    const circle = { ...ring(0.5, 0.002), properties: { kind: 'searched', ...done } }
    const area = { features: [circle, ring(0.5, 0.01)] } as unknown as SearchArea
    const { shapes, searched } = describeReport(report(), area, [])
    expect(searched).toBe(true)
    expect(shapes.map(({ look }) => look.colour)).toEqual(['primary', 'ink-soft'])
    expect(describeReport(report(), undefined, []).searched).toBe(false)
  })

  it('joins two places to compare, and the view holds both', () => {
    const other = report({ id: 'other', kind: 'found', publicRadiusM: 500 }, [37.7, 55.7])
    const { shapes, bounds } = describeReport(report(), undefined, [], other)
    expect(shapes.map(({ geometry }) => geometry.type)).toEqual(['Polygon', 'LineString'])
    expect(bounds[0]).toBeLessThan(37.6)
    expect(bounds[2]).toBeGreaterThan(37.7)
  })
})

describe('boxes', () => {
  it('hold every position of any geometry', () => {
    const geometry: GeoJSON.Geometry = {
      type: 'GeometryCollection',
      geometries: [
        square(0.1).geometry,
        { type: 'MultiPolygon', coordinates: [[[[1, 2]]]] },
        { type: 'Point', coordinates: [50, 60] },
      ],
    }
    const bounds = boundsOf(positionsOf(geometry))!
    expect(bounds[0]).toBe(1)
    expect(bounds[3]).toBe(60)
    expect(boundsOf([])).toBeUndefined()
  })

  it('round a circle reach its radius on every side', () => {
    const [west, south, east, north] = boundsAround({ lng: 37.6, lat: 55.75 }, 1000)
    expect(north - south).toBeCloseTo(0.018, 3)
    expect(east - west).toBeCloseTo(0.032, 3)
  })
})
