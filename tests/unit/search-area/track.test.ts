import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SPECIES } from '../../../api/domain/vocabulary.ts'
import { isFeasibleLeg, orderTrack, reachM, type Sighting } from '../../../api/search-area/model/track.ts'
import { seen, start } from './sightings.ts'

const ids = (sightings: readonly Sighting[]) => sightings.map(({ reportId }) => reportId)

test('orders sightings by time into one track', () => {
  const { chain, excluded } = orderTrack('dog', start, [
    seen('c', 4_000, 20),
    seen('a', 500, 1),
    seen('b', 1_500, 5),
  ])
  expect(ids(chain)).toEqual(['a', 'b', 'c'])
  expect(excluded).toEqual([])
})

test('leaves out the sighting that would need an impossible speed', () => {
  const { chain, excluded } = orderTrack('cat', start, [
    seen('near', 200, 2),
    seen('far', 30_000, 3),
    seen('again', 300, 4),
  ])
  expect(ids(chain)).toEqual(['near', 'again'])
  expect(excluded).toMatchObject([{ sighting: { reportId: 'far' }, reason: 'impossible_speed' }])
})

test('of two that cannot both be true, keeps the more credible one', () => {
  const west = seen('west', -9_000, 2, { credibility: 0.3 })
  const eastwards = seen('east', 9_000, 2.1, { credibility: 0.9 })
  expect(ids(orderTrack('dog', start, [west, eastwards]).chain)).toEqual(['east'])
})

test('a vague pin may be nearer than it looks, a very vague one says nothing', () => {
  const far = (sigmaM: number) => orderTrack('cat', start, [seen('x', 9_000, 0.5, { sigmaM })])
  expect(far(30).chain).toEqual([])
  expect(ids(far(2_000).chain)).toEqual(['x'])
  expect(far(50_000).excluded).toMatchObject([{ reason: 'too_vague' }])
})

test('says why a sighting is left out', () => {
  const { chain, excluded } = orderTrack('dog', start, [
    seen('other dog', 100, 1, { isDifferent: true }),
    seen('last week', 100, -7 * 24),
    seen('the evening before', 100, -12),
  ])
  expect(ids(chain)).toEqual(['the evening before'])
  expect(Object.fromEntries(excluded.map(({ sighting, reason }) => [sighting.reportId, reason]))).toEqual({
    'other dog': 'judged_different',
    'last week': 'before_start',
  })
})

test('two sightings at one place and time are both kept', () => {
  expect(orderTrack('dog', start, [seen('a', 900, 3), seen('b', 900, 3)]).chain).toHaveLength(2)
})

test('no pair of a track needs an impossible speed, and nothing gets lost', () => {
  const sighting = fc.record({
    eastM: fc.integer({ min: -60_000, max: 60_000 }),
    hours: fc.integer({ min: -60, max: 1_000 }),
    sigmaM: fc.integer({ min: 1, max: 30_000 }),
    credibility: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.constantFrom(...SPECIES), fc.array(sighting, { maxLength: 25 }), (species, list) => {
      const all = list.map(({ eastM, hours, ...rest }, at) => seen(`s${at}`, eastM, hours, rest))
      const { chain, excluded } = orderTrack(species, start, all)
      const stops = [start, ...chain]
      for (const one of stops)
        for (const other of stops) expect(isFeasibleLeg(species, one, other)).toBe(true)
      expect(chain.every((stop, at) => at === 0 || stop.atMs >= chain[at - 1]!.atMs)).toBe(true)
      expect([...ids(chain), ...excluded.map((one) => one.sighting.reportId)].sort()).toEqual(ids(all).sort())
    }),
  )
})

test('the reach grows with time and is that of a flight at first', () => {
  for (const species of SPECIES) {
    expect(reachM(species, 0)).toBe(0)
    expect(reachM(species, 1)).toBeLessThanOrEqual(reachM(species, 24))
    expect(reachM(species, 24)).toBeLessThan(reachM(species, 240))
  }
})
