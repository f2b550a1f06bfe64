import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Outcome, refitParameters, refitRegistered } from '../../../api/matching/calibration/refit.ts'
import { overrideParameters } from '../../../api/matching/model/override.ts'
import { defaultParameters } from '../../../api/matching/model/parameters.ts'
import type { Relation } from '../../../api/matching/model/types.ts'

const idOf = (at: number) => `00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`

/** Outcomes of which `seen(p)` of those predicted as p turned out to be the same animal. */
function outcomesWhere(count: number, seen: (p: number) => number, sex: Relation = 'same'): Outcome[] {
  return Array.from({ length: count }, (_, at) => {
    const probability = ((at * 37) % 97) / 97
    const isSame = ((at * 61) % 101) / 101 < seen(probability)
    return {
      id: idOf(at),
      isSame,
      probability,
      reasons: [{ factor: 'sex', multiplier: 1.9, relation: isSame ? sex : 'same' }],
    }
  })
}

describe('refitting from verdicts', () => {
  test('brings overconfident probabilities down, and helps on what was held back', () => {
    const outcomes = outcomesWhere(800, (p) => 0.5 + (p - 0.5) * 0.3)
    const { before, after, changes } = refitParameters('dog', outcomes, defaultParameters)
    expect(after).toBeLessThan(before)
    const { b } = overrideParameters(defaultParameters, changes).calibration
    expect(b).toBeLessThan(defaultParameters.calibration.b)
  })

  test('learns from verdicts that contradict it flatly, whichever of them are held back', () => {
    // A whole step of Newton's overshoots from here, for one choice in fifty so far that it never came back.
    fc.assert(
      fc.property(fc.array(fc.uuid(), { minLength: 240, maxLength: 240 }), (ids) => {
        const outcomes = ids.map((id, at) => ({
          id,
          isSame: at % 10 < 4,
          probability: at % 2 === 0 ? 0.95 : 0.05,
          reasons: [],
        }))
        const { before, after } = refitParameters('dog', outcomes, defaultParameters)
        expect(after).toBeLessThan(before)
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  test('leaves the parameters alone rather than make held-back outcomes worse', () => {
    // Right on what is fitted to, upside down on what is held back.
    const outcomes = outcomesWhere(400, (p) => p).map((outcome) =>
      Number.parseInt(outcome.id.slice(-4), 16) % 4 === 0
        ? { ...outcome, probability: outcome.isSame ? 0.9 : 0.1 }
        : { ...outcome, isSame: outcome.probability < 0.5 },
    )
    const refit = refitParameters('dog', outcomes, defaultParameters)
    expect(refit.changes).toEqual({})
    expect(refit.after).toBe(refit.before)
  })

  test('moves shares towards what was seen, not all the way', () => {
    const outcomes = outcomesWhere(800, (p) => p, 'different')
    const { changes } = refitParameters('dog', outcomes, defaultParameters)
    const { sex } = overrideParameters(defaultParameters, changes)
    expect(sex.dog.different[0]).toBeGreaterThan(defaultParameters.sex.dog.different[0])
    expect(sex.dog.different[0]).toBeLessThan(1)
    expect(sex.dog.same[0] + sex.dog.different[0]).toBeCloseTo(1, 9)
  })

  test('stays finite for verdicts that all say the same', () => {
    for (const share of [0, 1]) {
      const refit = refitParameters(
        'cat',
        outcomesWhere(200, () => share),
        defaultParameters,
      )
      expect(Number.isFinite(refit.after)).toBe(true)
      expect(refit.after).toBeLessThanOrEqual(refit.before)
    }
  })

  test('shrinks the share of registered ones to the published one', () => {
    expect(refitRegistered(0.4, 0, 0)).toBeCloseTo(0.4, 9)
    expect(refitRegistered(0.4, 200, 200)).toBeCloseTo(0.7, 9)
    expect(refitRegistered(0.4, 1e6, 1e5)).toBeCloseTo(0.1, 3)
  })
})
