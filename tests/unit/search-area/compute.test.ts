import { expect, test } from 'vitest'
import { computeSearchArea, type SearchCase } from '../../../api/search-area/model/compute.ts'
import { recentre } from '../../../api/search-area/model/recentre.ts'
import { HOUR, seen, start } from './sightings.ts'

const lost: SearchCase = {
  ownerIsKnown: false,
  kind: 'lost',
  species: 'dog',
  access: 'unknown',
  start,
  sightings: [],
  searched: [],
  nowMs: 10 * HOUR,
}

test('the newest sighting weighs most, the start keeps what they leave', () => {
  const track = { chain: [seen('a', 500, 2), seen('b', 900, 5)], excluded: [] }
  const centres = recentre(lost, start, track, lost.nowMs)
  expect(centres.map(({ weight }) => weight)).toEqual([0.7, expect.closeTo(0.21), expect.closeTo(0.09)])
  expect(centres.at(-1)?.place).toBe(start.place)
})

test('a sighting off the track keeps a little weight, one judged different none', () => {
  const off = { sighting: seen('far', 90_000, 3), reason: 'impossible_speed' } as const
  const other = { sighting: seen('other', 10, 3), reason: 'judged_different' } as const
  const centres = recentre(lost, start, { chain: [seen('a', 500, 2)], excluded: [off, other] }, lost.nowMs)
  expect(centres.map(({ weight }) => weight)).toEqual([
    expect.closeTo(0.07),
    expect.closeTo(0.651),
    expect.closeTo(0.279),
  ])
})

test.each([0, 1, 7, 60])('weights sum to 1 with %d sightings', (count) => {
  const chain = Array.from({ length: count }, (_, at) =>
    seen(`s${at}`, at * 10, at / 10, { credibility: 0.2 }),
  )
  const centres = recentre(lost, start, { chain, excluded: [] }, lost.nowMs)
  expect(centres.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
  expect(centres.length).toBeLessThanOrEqual(11)
})

test('the area of a fresh sighting is smaller than that of an old one', () => {
  const radius = (hours: number) => {
    const sightings = [seen('a', 0, hours, { credibility: 0.97 })]
    return computeSearchArea({ ...lost, sightings }).areas[1]?.radiusM ?? 0
  }
  expect(radius(9)).toBeLessThan(radius(1))
})

test('begins with the animal in care, then the last sighting, what nobody searched, and the start', () => {
  const { firstPlaces } = computeSearchArea({
    ...lost,
    sightings: [seen('a', 500, 2, { inCare: true }), seen('b', 900, 5)],
    searched: [{ lng: 37.62, lat: 55.75, radiusM: 200, detection: 0.8, atMs: 9 * HOUR }],
  })
  expect(firstPlaces.map(({ code }) => code)).toEqual([
    'in_care',
    'last_sighting',
    'not_searched',
    'start',
    'near_start',
  ])
})

test('an animal in care is asked about where it was found, nowhere else', () => {
  const { areas, firstPlaces, advice } = computeSearchArea({ ...lost, kind: 'found' })
  expect(areas).toHaveLength(3)
  expect(firstPlaces).toEqual([])
  expect(advice).toContain('keep_it_safe')
})

test('a clock that runs behind gives the same area as no time at all', () => {
  const early = computeSearchArea({ ...lost, nowMs: -5 * HOUR })
  expect(early.areas).toEqual(computeSearchArea({ ...lost, nowMs: 0 }).areas)
})
