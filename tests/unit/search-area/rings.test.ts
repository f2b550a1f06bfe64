import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  probabilityWithin,
  ringContains,
  ringRadiusM,
  searchSpread,
  spreadKernel,
} from '../../../api/search-area/model/rings.ts'

test('rings of a cat follow the distances at which cats were found', () => {
  const indoor = searchSpread('cat', 3, { access: 'indoor' })
  const outdoor = searchSpread('cat', 3, { access: 'outdoor' })
  // Huang et al. 2018: three of four indoor cats within 137 m, of cats that go out within 1,609 m.
  expect(ringRadiusM(indoor, 0.75)).toBeGreaterThan(100)
  expect(ringRadiusM(indoor, 0.75)).toBeLessThan(170)
  expect(ringRadiusM(outdoor, 0.75)).toBeGreaterThan(1_300)
  expect(ringRadiusM(outdoor, 0.75)).toBeLessThan(1_900)
  expect(ringRadiusM(searchSpread('cat', 3), 0.5)).toBeGreaterThan(ringRadiusM(indoor, 0.5))
  expect(ringRadiusM(searchSpread('cat', 3), 0.5)).toBeLessThan(ringRadiusM(outdoor, 0.5))
})

test('a ring holds what it says, whatever the mixture', () => {
  const parts = fc.array(
    fc.tuple(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.integer({ min: 1, max: 90_000 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(
      parts,
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.integer({ min: 0, max: 500_000 }),
      (raw, probability, sigmaM) => {
        const total = raw.reduce((sum, [weight]) => sum + weight, 0)
        const kernel = raw.map(([weight, scaleM]) => [weight / total, scaleM] as const)
        const spread = spreadKernel(kernel, 1, sigmaM ** 2)
        const radiusM = ringRadiusM(spread, probability)
        expect(probabilityWithin(spread, radiusM)).toBeCloseTo(probability, 6)
        expect(ringContains(spread, probability, radiusM * 0.999)).toBe(true)
        expect(ringContains(spread, probability, radiusM * 1.001 + 0.01)).toBe(false)
      },
    ),
  )
})

test('rings grow with probability, time away and a vaguer pin', () => {
  const at = (days: number, sigmaM = 0) =>
    ringRadiusM(searchSpread('dog', days, { pinVarianceM2: sigmaM ** 2 }), 0.75)
  expect(at(0)).toBeLessThan(at(0.5))
  expect(at(0.5)).toBeLessThan(at(3))
  expect(at(7)).toBeLessThan(at(60))
  expect(at(3_650)).toBe(at(36_500))
  expect(at(1, 600)).toBeGreaterThan(at(1))
  const spread = searchSpread('dog', 1)
  expect(ringRadiusM(spread, 0.5)).toBeLessThan(ringRadiusM(spread, 0.95))
})
