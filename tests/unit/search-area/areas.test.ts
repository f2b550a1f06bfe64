import { booleanPointInPolygon, area as squareMetres } from '@turf/turf'
import { expect, test } from 'vitest'
import { type Area, computeAreas } from '../../../api/search-area/model/areas.ts'
import type { Centre } from '../../../api/search-area/model/mixture.ts'
import { createMixture, sampleMixture } from '../../../api/search-area/model/mixture.ts'
import { planeAt } from '../../../api/search-area/model/plane.ts'
import { searchSpread } from '../../../api/search-area/model/rings.ts'

const HOME = { lng: 37.62, lat: 55.75 }
/** Metres east of home, at its latitude. */
const east = (metres: number) => ({ lng: HOME.lng + metres / 62_640, lat: HOME.lat })

const dogAt = (place: Centre['place'], weight: number): Centre => ({
  place,
  weight,
  spread: searchSpread('dog', 2, { pinVarianceM2: 900 }),
})

/** The share of the mixture that falls inside an area, by its samples. */
function heldBy({ geometry }: Area, centres: Centre[], searched: Parameters<typeof createMixture>[2] = []) {
  const plane = planeAt(centres[0]!.place)
  const samples = sampleMixture(createMixture(plane, centres, searched))
  const total = samples.reduce((sum, { mass }) => sum + mass, 0)
  const inside = samples.filter(({ point }) => booleanPointInPolygon(plane.unproject(point), geometry))
  return inside.reduce((sum, { mass }) => sum + mass, 0) / total
}

const outerRings = ({ geometry }: Area) =>
  geometry.type === 'Polygon' ? [geometry.coordinates[0]!] : geometry.coordinates.map((rings) => rings[0]!)

test('one place gives circles that hold 50, 75 and 95 %', () => {
  const centres = [dogAt(HOME, 1)]
  const areas = computeAreas(centres)
  expect(areas.map(({ probability }) => probability)).toEqual([0.5, 0.75, 0.95])
  for (const area of areas) {
    expect(area.radiusM).toBeGreaterThan(0)
    expect(heldBy(area, centres)).toBeCloseTo(area.probability, 1)
  }
})

test.each([300, 2_000, 8_000, 60_000])('areas round two places %d m apart hold what they say', (metres) => {
  const centres = [dogAt(east(metres), 0.7), dogAt(HOME, 0.3)]
  const areas = computeAreas(centres)
  for (const area of areas) {
    expect(Math.abs(heldBy(area, centres) - area.probability)).toBeLessThan(0.03)
    expect(area.radiusM).toBeUndefined()
  }
  const [half, threeQuarters, most] = areas.map(({ geometry }) => squareMetres(geometry))
  expect(half).toBeLessThan(threeQuarters!)
  expect(threeQuarters).toBeLessThan(most!)
})

test('the area moves to the likelier place and keeps a spot at the other one', () => {
  const [half, , most] = computeAreas([dogAt(east(8_000), 0.9), dogAt(HOME, 0.1)])
  const covers = (area: Area | undefined, metresEast: number) =>
    booleanPointInPolygon([east(metresEast).lng, HOME.lat], area!.geometry)
  expect([covers(half, 8_000), covers(half, 8_500), covers(half, 7_500)]).toEqual([true, true, true])
  expect([covers(half, 500), covers(half, -500)]).toEqual([false, false])
  expect(covers(most, 0)).toBe(true)
})

test('several places at one point make one circle', () => {
  const areas = computeAreas([dogAt(HOME, 0.7), dogAt({ ...HOME }, 0.3)])
  expect(areas.every(({ geometry }) => geometry.type === 'Polygon')).toBe(true)
  expect(areas[0]?.radiusM).toBe(computeAreas([dogAt(HOME, 1)])[0]?.radiusM)
})

test('searched ground pushes the area outwards, less as hours pass', () => {
  const centres = [dogAt(HOME, 1)]
  const searched = (hoursAgo: number) => [{ ...HOME, radiusM: 400, detection: 0.9, hoursAgo }]
  const [plain] = computeAreas(centres)
  const [fresh] = computeAreas(centres, searched(0))
  const [old] = computeAreas(centres, searched(96))
  expect(squareMetres(fresh!.geometry)).toBeGreaterThan(squareMetres(old!.geometry))
  expect(squareMetres(old!.geometry)).toBeGreaterThan(squareMetres(plain!.geometry) * 0.95)
  expect(Math.abs(heldBy(fresh!, centres, searched(0)) - 0.5)).toBeLessThan(0.04)
})

test('outer rings run counter-clockwise and are closed', () => {
  for (const area of [
    ...computeAreas([dogAt(east(3_000), 0.6), dogAt(HOME, 0.4)]),
    ...computeAreas([dogAt(HOME, 1)]),
  ]) {
    for (const ring of outerRings(area)) {
      expect(ring.at(-1)).toEqual(ring[0])
      const twice = ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0] * y - x * ring[at]![1], 0)
      expect(twice).toBeGreaterThan(0)
    }
  }
})

test('a place on the date line keeps its ring in one piece', () => {
  const [half] = computeAreas([dogAt({ lng: 179.999, lat: -17 }, 1)])
  const lngs = outerRings(half!)[0]!.map(([lng]) => lng)
  expect(Math.max(...lngs) - Math.min(...lngs)).toBeLessThan(0.1)
})

test.each([
  ['a pin that may be 50 km off', { accuracyM: 50_000, days: 1 }],
  ['a pin that may be 500 km off', { accuracyM: 500_000, days: 1 }],
  ['a loss of thirty years ago', { accuracyM: 30, days: 11_000 }],
])('%s gives finite areas', (_, { accuracyM, days }) => {
  const spread = searchSpread('bird', days, { pinVarianceM2: accuracyM ** 2 })
  const pole = { lng: 12, lat: 89.99 }
  for (const centres of [
    [{ place: HOME, weight: 1, spread }],
    [
      { place: east(40_000), weight: 0.6, spread },
      { place: HOME, weight: 0.4, spread },
    ],
    [{ place: pole, weight: 1, spread }],
  ]) {
    for (const area of computeAreas(centres)) {
      const numbers = outerRings(area).flat(2)
      expect(numbers.length).toBeGreaterThan(8)
      expect(numbers.every(Number.isFinite)).toBe(true)
    }
  }
})
