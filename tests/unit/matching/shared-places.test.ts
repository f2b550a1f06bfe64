import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultParameters } from '../../../api/matching/model/parameters.ts'
import { rankCandidates } from '../../../api/matching/model/rank.ts'
import { widenSharedPlaces } from '../../../api/matching/model/shared-places.ts'
import type { MatchCandidate, MatchSubject } from '../../../api/matching/model/types.ts'
import { question } from './arbitraries.ts'

const DAY_MS = 86_400_000
const START_MS = Date.UTC(2026, 5, 1)
/** Some 2 km each way at this latitude. */
const STEP = { lng: 0.032, lat: 0.018 }

const lost: MatchSubject = {
  id: 'lost',
  kind: 'lost',
  species: 'dog',
  occurredAtMs: START_MS,
  place: { lng: 37.6, lat: 55.7, sigmaM: 30 },
}

const find = (id: string, x: number, y: number, day: number): MatchCandidate => ({
  id,
  kind: 'found',
  species: 'dog',
  occurredAtMs: START_MS + day * DAY_MS,
  place: { lng: 37.6 + x * STEP.lng, lat: 55.7 + y * STEP.lat, sigmaM: 30 },
  densityPerKm2Day: 0.02,
})

/** Nine districts, three finds in each at its centre. */
const districts = (day: (at: number) => number) =>
  Array.from({ length: 27 }, (_, at) => find(`f${at}`, at % 3, Math.floor(at / 3) % 3, day(at)))

const widen = (candidates: readonly MatchCandidate[]) =>
  widenSharedPlaces(lost, candidates, defaultParameters)

describe('places that many reports share', () => {
  test('stand for areas as wide as the way to their neighbours, the viewer’s own too', () => {
    const { viewer, candidates } = widen(districts((at) => at))
    for (const { sigmaM } of [viewer, ...candidates]) {
      expect(sigmaM).toBeGreaterThan(2_000 * 0.28)
      expect(sigmaM).toBeLessThan(3_000 * 0.3)
    }
  })

  test('keep what their pins say where all were found on one day, as litters are', () => {
    const { viewer, candidates } = widen(districts(() => 3))
    for (const { sigmaM } of [viewer, ...candidates]) expect(sigmaM).toBe(30)
  })

  test('are exact where nearly all others are', () => {
    const exact = Array.from({ length: 20 }, (_, at) => find(`x${at}`, at / 7, at / 11 + 0.3, at))
    const { candidates } = widen([find('a', 5, 5, 1), find('b', 5, 5, 9), find('c', 6, 6, 1), ...exact])
    for (const { sigmaM } of candidates) expect(sigmaM).toBe(30)
  })

  test('never make a pin more exact than it says', () => {
    const vague = districts((at) => at).map((each) => ({ ...each, place: { ...each.place, sigmaM: 5_000 } }))
    for (const { sigmaM } of widen(vague).candidates) expect(sigmaM).toBe(5_000)
  })

  test('make the same centre no proof of the same street', () => {
    const nearness = (day: (at: number) => number) => {
      const { matches } = rankCandidates(lost, districts(day), defaultParameters)
      const { reasons } = matches.find(({ candidate }) => candidate.id === 'f0')!
      return reasons.find(({ factor }) => factor === 'distance')!.multiplier
    }
    expect(nearness((at) => 1 + at)).toBeLessThan(nearness(() => 1) / 10)
  })

  test('change nobody’s place, in whatever list', () => {
    fc.assert(
      fc.property(question, ({ viewer, candidates }) => {
        const widened = widenSharedPlaces(viewer, candidates, defaultParameters)
        for (const [at, { place }] of [viewer, ...candidates].entries()) {
          const after = [widened.viewer, ...widened.candidates][at]!
          expect({ lng: after.lng, lat: after.lat }).toEqual({ lng: place.lng, lat: place.lat })
          expect(after.sigmaM).toBeGreaterThanOrEqual(place.sigmaM)
          expect(Number.isFinite(after.sigmaM)).toBe(true)
        }
      }),
    )
  })
})
