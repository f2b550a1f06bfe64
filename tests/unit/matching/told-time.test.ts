import { expect, it } from 'vitest'
import { defaultParameters } from '../../../api/matching/model/parameters.ts'
import { scorePair } from '../../../api/matching/model/score.ts'

const HOUR_MS = 3_600_000
const place = { lng: 37.62, lat: 55.75, sigmaM: 50 }
const lost = { id: 'lost', kind: 'lost', species: 'dog', place, occurredAtMs: 0 } as const
const foundAfter = (hours: number) =>
  ({ ...lost, id: 'found', kind: 'found', occurredAtMs: hours * HOUR_MS, densityPerKm2Day: 1 }) as const

it.each([
  [14, 0.58],
  [24, 1],
  [36, 1.5],
  [-2, -0.08],
])('tells the time between a loss and a find as it is: %i hours', (hours, days) => {
  const { reasons } = scorePair(lost, foundAfter(hours), defaultParameters)
  expect(reasons.find(({ factor }) => factor === 'time')?.days).toBe(days)
})
