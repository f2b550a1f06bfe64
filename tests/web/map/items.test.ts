import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../../api/domain/vocabulary.ts'
import {
  type ClusterItem,
  fanOut,
  groupReports,
  joinOverlapping,
  keepNearest,
  MAX_MARKERS,
  type MapReport,
  readCluster,
  ringShares,
} from '../../../web/map/items.ts'

const point = (lng: number, lat: number) => ({ type: 'Point' as const, coordinates: [lng, lat] })

const tileReport = (id: string, spot = id) => ({
  geometry: point(37, 55),
  properties: { id, kind: 'lost', species: 'dog', occurredAt: 0, approximate: false, radiusM: 0, spot },
})

const report = (over: Partial<MapReport> = {}): MapReport => ({
  type: 'report',
  key: 'a',
  id: 'a',
  lng: 0,
  lat: 0,
  kind: 'lost',
  species: 'dog',
  colours: [],
  isHome: false,
  occurredAt: '2026-11-20T10:00:00Z',
  approximate: false,
  radiusM: 0,
  ...over,
})

const cluster = (lng: number, count: number): ClusterItem => ({
  type: 'cluster',
  key: `${lng}`,
  lng,
  lat: 0,
  count,
  countsByKind: { found: count },
  bounds: [lng, 0, lng, 0],
})

const flat = ({ lng, lat }: { lng: number; lat: number }) => ({ x: lng, y: lat })

describe('groupReports', () => {
  it('takes a report once, however often tiles repeat it', () => {
    expect(groupReports([tileReport('a'), tileReport('a')])).toHaveLength(1)
  })

  it('stacks reports of one public point and leaves the others alone', () => {
    const items = groupReports([tileReport('a', 's'), tileReport('b', 's'), tileReport('c')])
    expect(items.map((item) => (item.type === 'stack' ? item.reports.length : item.id))).toEqual([2, 'c'])
  })
})

describe('readCluster', () => {
  it('keeps the kinds that are there and the box round the members', () => {
    const properties = { count: 5, lost: 3, found: 2, west: 1, south: 2, east: 3, north: 4 }
    expect(readCluster({ geometry: point(2, 3), properties })).toMatchObject({
      count: 5,
      countsByKind: { lost: 3, found: 2 },
      bounds: [1, 2, 3, 4],
    })
  })
})

describe('joinOverlapping', () => {
  it('makes one of clusters that would cover each other, with all their members', () => {
    const joined = joinOverlapping([cluster(0, 10), cluster(20, 5), cluster(300, 2)], flat)
    expect(joined).toHaveLength(2)
    expect(joined[0]).toMatchObject({ count: 15, bounds: [0, 0, 20, 0], countsByKind: { found: 15 } })
  })

  it('takes a lone report under a cluster into it, by its kind', () => {
    const [joined] = joinOverlapping([cluster(0, 4), report({ lng: 10 })], flat)
    expect(joined).toMatchObject({ type: 'cluster', count: 5, countsByKind: { found: 4, lost: 1 } })
  })

  it('loses no report and counts none twice, in whatever order they come', () => {
    const items = fc.array(fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 500 })))
    fc.assert(
      fc.property(items, (pairs) => {
        const clusters = pairs.map(([x, count]) => cluster(x, count))
        const total = (list: readonly (ClusterItem | MapReport)[]) =>
          list.reduce((sum, item) => sum + (item.type === 'cluster' ? item.count : 1), 0)
        expect(total(joinOverlapping(clusters, flat))).toBe(total(clusters))
        const counts = (list: ClusterItem[]) =>
          joinOverlapping(list, flat)
            .map((item) => (item.type === 'cluster' ? item.count : 1))
            .sort()
        expect(counts([...clusters].reverse())).toEqual(counts(clusters))
      }),
    )
  })
})

describe('keepNearest', () => {
  it('drops what is farthest from the middle when there are too many', () => {
    const items = Array.from({ length: MAX_MARKERS + 50 }, (_, i) => report({ key: `${i}`, lng: i / 1000 }))
    const kept = keepNearest(items, { lng: 0, lat: 0 })
    expect(kept).toHaveLength(MAX_MARKERS)
    expect(Math.max(...kept.map(({ lng }) => lng))).toBeLessThan(MAX_MARKERS / 1000)
  })
})

describe('fanOut', () => {
  it('gives every member a place of its own that a finger can hit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), (count) => {
        const places = fanOut(count)
        expect(places).toHaveLength(count)
        places.forEach((a, i) => {
          for (const b of places.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(44)
        })
      }),
    )
  })
})

describe('ringShares', () => {
  it('fills the whole ring in the order of the vocabulary', () => {
    const shares = ringShares({ found: 1, lost: 3 })
    expect(shares).toEqual([
      { kind: 'lost', from: 0, to: 0.75 },
      { kind: 'found', from: 0.75, to: 1 },
    ])
    const all = ringShares(Object.fromEntries(KINDS.map((kind) => [kind, 2])))
    expect(all.at(-1)!.to).toBeCloseTo(1)
  })
})
