import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SPECIES } from '../../../api/domain/vocabulary.ts'
import { associate } from '../../../api/matching/model/associate.ts'
import { colourWeight, compareColours } from '../../../api/matching/model/attributes/colours.ts'
import { compareAttributes } from '../../../api/matching/model/attributes/compare.ts'
import { compareMarks } from '../../../api/matching/model/attributes/marks.ts'
import { distanceDensity } from '../../../api/matching/model/distance.ts'
import { defaultParameters } from '../../../api/matching/model/parameters.ts'
import { rankCandidates } from '../../../api/matching/model/rank.ts'
import { scorePair } from '../../../api/matching/model/score.ts'
import { delayDensity } from '../../../api/matching/model/time.ts'
import type { Animal, Reason } from '../../../api/matching/model/types.ts'
import { animal, candidate, lostReport, question } from './arbitraries.ts'

const logOf = (reasons: readonly Reason[]) =>
  reasons.reduce((sum, reason) => sum + Math.log(reason.multiplier), 0)

const DESCRIPTION = [
  'breed',
  'colours',
  'size',
  'joint_cap',
  'pattern',
  'coat',
  'sex',
  'neutered',
  'age',
  'collar',
  'marks',
] as const
const describing = (reasons: readonly Reason[]) =>
  reasons.filter(({ factor }) => (DESCRIPTION as readonly string[]).includes(factor))

describe('any two reports', () => {
  test('have a finite score that the reasons shown give again', () => {
    fc.assert(
      fc.property(lostReport, candidate, (lost, found) => {
        const { logRatio, reasons } = scorePair(lost, { ...found, species: lost.species }, defaultParameters)
        expect(Number.isFinite(logRatio)).toBe(true)
        for (const { multiplier } of reasons) {
          expect(multiplier).toBeGreaterThan(0)
          expect(Number.isFinite(multiplier)).toBe(true)
        }
        expect(logOf(reasons)).toBeCloseTo(logRatio, 9)
      }),
    )
  })

  test('are described the same whoever asks', () => {
    fc.assert(
      fc.property(lostReport, candidate, (lost, found) => {
        const same = { ...found, species: lost.species }
        const forth = scorePair(lost, same, defaultParameters)
        const back = scorePair(same, { ...lost, densityPerKm2Day: found.densityPerKm2Day }, defaultParameters)
        const table = (reasons: readonly Reason[]) =>
          describing(reasons).map(({ factor, relation }) => `${factor} ${relation}`)
        expect(table(back.reasons).sort()).toEqual(table(forth.reasons).sort())
        const without = (reasons: readonly Reason[]) =>
          logOf(describing(reasons).filter(({ factor }) => factor !== 'colours' && factor !== 'joint_cap'))
        expect(without(back.reasons)).toBeCloseTo(without(forth.reasons), 9)
      }),
    )
  })

  test('score exactly the same when an attribute known to one side only is added', () => {
    const keys = [
      'breeds',
      'colours',
      'pattern',
      'coat',
      'sex',
      'neutered',
      'age',
      'size',
      'collar',
      'marks',
    ] as const
    fc.assert(
      fc.property(lostReport, candidate, animal, fc.constantFrom(...keys), (lost, found, more, key) => {
        const blank = { ...lost, [key]: undefined } as typeof lost
        const bare = { ...found, species: lost.species, [key]: undefined } as typeof found
        const told = { ...bare, [key]: more[key] } as typeof found
        const plain = scorePair(blank, bare, defaultParameters)
        expect(scorePair(blank, told, defaultParameters)).toEqual(plain)
      }),
    )
  })

  test('score 1 by description when nothing is known on either side', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SPECIES), (species) => {
        expect(compareAttributes({ species }, { species }, defaultParameters)).toEqual([])
      }),
    )
  })
})

describe('a list', () => {
  test('sums to one with "none of these", keeps the order of its scores, and stays finite', () => {
    fc.assert(
      fc.property(question, ({ viewer, candidates }) => {
        const { matches, noneOfThese } = rankCandidates(viewer, candidates, defaultParameters)
        const sum = matches.reduce((total, match) => total + match.probability, noneOfThese)
        expect(sum).toBeCloseTo(1, 9)
        for (const [at, match] of matches.entries()) {
          expect(match.probability).toBeGreaterThanOrEqual(0)
          if (at === 0) continue
          expect(match.logRatio).toBeLessThanOrEqual(matches[at - 1]!.logRatio)
          expect(match.probability).toBeLessThanOrEqual(matches[at - 1]!.probability)
        }
      }),
    )
  })

  test('does not depend on the order in which candidates come', () => {
    fc.assert(
      fc.property(question, ({ viewer, candidates }) => {
        const unique = [...new Map(candidates.map((each) => [each.id, each])).values()]
        const forth = rankCandidates(viewer, unique, defaultParameters)
        const back = rankCandidates(viewer, unique.toReversed(), defaultParameters)
        expect(back.matches.map((match) => match.candidate.id)).toEqual(
          forth.matches.map((match) => match.candidate.id),
        )
        expect(back.noneOfThese).toBeCloseTo(forth.noneOfThese, 9)
      }),
    )
  })

  test('shares out one whatever the scores, a million to the power of three included', () => {
    const logs = fc.array(fc.double({ min: -2000, max: 2000, noNaN: true }), { maxLength: 30 })
    fc.assert(
      fc.property(logs, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (logRatios, rho) => {
        const { probabilities, noneOfThese } = associate(logRatios, rho, { a: -0.3, b: 0.8 })
        expect(probabilities.reduce((sum, value) => sum + value, noneOfThese)).toBeCloseTo(1, 9)
      }),
    )
  })
})

describe('place and time', () => {
  const metres = fc.double({ min: 0, max: 2e7, noNaN: true })
  const sigma = fc.double({ min: 0, max: 500_000, noNaN: true })

  test('never rise with distance', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SPECIES),
        metres,
        metres,
        sigma,
        fc.double({ min: -30, max: 4000, noNaN: true }),
        (species, one, other, sigmaM, days) => {
          const [near, far] = one < other ? [one, other] : [other, one]
          const at = (distance: number) =>
            distanceDensity(species, distance, days, sigmaM ** 2 + 900, defaultParameters)
          expect(at(far)).toBeLessThanOrEqual(at(near))
          expect(at(far)).toBeGreaterThan(0)
        },
      ),
    )
  })

  test('count for less than they would if they had been measured here, and never the other way round', () => {
    fc.assert(
      fc.property(lostReport, candidate, (lost, found) => {
        const trusting = { ...defaultParameters, trust: { distance: 1, delay: 1 } }
        const pair = { ...found, species: lost.species }
        for (const factor of ['distance', 'time'] as const) {
          const logUnder = (parameters: typeof defaultParameters) =>
            logOf(scorePair(lost, pair, parameters).reasons.filter((reason) => reason.factor === factor))
          const [cautious, sure] = [logUnder(defaultParameters), logUnder(trusting)]
          expect(Math.abs(cautious)).toBeLessThanOrEqual(Math.abs(sure) + 1e-9)
          expect(cautious * sure).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('always leave a chance, dates years apart or in the wrong order included', () => {
    fc.assert(
      fc.property(fc.double({ min: -20_000, max: 20_000, noNaN: true }), (days) => {
        for (const delay of Object.values(defaultParameters.delay)) {
          expect(delayDensity(days, delay)).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('graded comparisons', () => {
  test('are symmetric for colours, and 1 with themselves', () => {
    fc.assert(
      fc.property(animal, animal, (one, other) => {
        const [a, b] = [one.colours ?? [], other.colours ?? []]
        const rules = defaultParameters.colour.dog
        expect(compareColours(a, b)).toBeCloseTo(compareColours(b, a), 12)
        expect(colourWeight(a, b, rules)).toBeCloseTo(colourWeight(b, a, rules), 12)
        if (a.length > 0) expect(compareColours(a, a)).toBe(1)
        expect(colourWeight(a, a, rules)).toBeCloseTo(1, 12)
        expect(colourWeight(a, b, rules)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('give marks the same total from either side, within their bounds', () => {
    const total = (one: Animal, other: Animal) =>
      compareMarks(one.marks ?? [], other.marks ?? [], defaultParameters.marks).reduce(
        (product, finding) => product * finding.ratio,
        1,
      )
    fc.assert(
      fc.property(animal, animal, (one, other) => {
        expect(total(one, other)).toBeCloseTo(total(other, one), 9)
        expect(total(one, other)).toBeLessThanOrEqual(defaultParameters.marks.most)
      }),
    )
  })
})
