import { describe, expect, test } from 'vitest'
import {
  bootstrapRecall,
  brierScore,
  calibrationError,
  calibrationTable,
  logLoss,
  quantile,
  rankOfTruth,
  scoreRanks,
} from '../../../api/evaluation/metrics.ts'

const entry = (score: number, isTrue = false) => ({ score, isTrue })

describe('the rank of the true one', () => {
  test('counts from the top', () => {
    expect(rankOfTruth([entry(3), entry(2, true), entry(1)])).toBe(2)
  })

  test('is the mean rank among equals', () => {
    expect(rankOfTruth([entry(5), entry(2, true), entry(2), entry(2)])).toBe(3)
  })

  test('is that of the best of several true ones', () => {
    expect(rankOfTruth([entry(5), entry(4, true), entry(1, true)])).toBe(2)
  })

  test('is endless when it was gated out, and then recall counts it as not found', () => {
    expect(rankOfTruth([entry(5)])).toBe(Number.POSITIVE_INFINITY)
    expect(rankOfTruth([])).toBe(Number.POSITIVE_INFINITY)
    expect(scoreRanks([1, Number.POSITIVE_INFINITY])).toEqual({
      recall: { 1: 0.5, 5: 0.5, 10: 0.5, 20: 0.5 },
      mrr: 0.5,
    })
  })
})

describe('errors of a list', () => {
  const sure = { candidates: [{ probability: 1, isTrue: true }], noneOfThese: 0 }
  const split = {
    candidates: [
      { probability: 0.5, isTrue: true },
      { probability: 0.25, isTrue: false },
    ],
    noneOfThese: 0.25,
  }

  test('are nothing for a sure and right one', () => {
    expect(brierScore(sure)).toBe(0)
    expect(logLoss(sure)).toBe(0)
  })

  test('are squared over candidates and "none"', () => {
    expect(brierScore(split)).toBeCloseTo(0.25 + 0.0625 + 0.0625, 12)
    expect(logLoss(split)).toBeCloseTo(Math.log(2), 12)
  })

  test('take "none" for the truth when no candidate is', () => {
    expect(brierScore({ candidates: [], noneOfThese: 1 })).toBe(0)
    expect(logLoss({ candidates: [{ probability: 0.75, isTrue: false }], noneOfThese: 0.25 })).toBeCloseTo(
      Math.log(4),
      12,
    )
  })

  test('stay finite when the truth was given nothing', () => {
    expect(Number.isFinite(logLoss({ candidates: [{ probability: 0, isTrue: true }], noneOfThese: 1 }))).toBe(
      true,
    )
  })
})

describe('calibration', () => {
  test('compares what the first candidates were given with how often they were true', () => {
    const list = (probability: number, isTrue: boolean) => ({
      candidates: [{ probability, isTrue }],
      noneOfThese: 1 - probability,
    })
    const table = calibrationTable([list(0.95, true), list(0.95, false), list(1, true), list(0.05, false)])
    expect(table.map((bin) => bin.count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 3])
    expect(table[9]!.seen).toBeCloseTo(2 / 3, 12)
    expect(calibrationError(table)).toBeCloseTo((1 * 0.05 + 3 * (2.9 / 3 - 2 / 3)) / 4, 12)
  })

  test('takes candidates as probable as the first for one in so many', () => {
    const tied = (trueAt: number) => ({
      candidates: [0, 1, 2].map((at) => ({ probability: at < 2 ? 0.45 : 0.02, isTrue: at === trueAt })),
      noneOfThese: 0.08,
    })
    for (const trueAt of [0, 1]) expect(calibrationTable([tied(trueAt)])[4]!.seen).toBe(0.5)
    expect(calibrationTable([tied(2)])[4]!.seen).toBe(0)
  })

  test('is no error without lists', () => {
    expect(calibrationError(calibrationTable([]))).toBe(0)
  })
})

test('intervals are the same every time and hold the value', () => {
  const ranks = [1, 1, 1, 2, 3, 1, 7, 1, 1, 40]
  const [low, high] = bootstrapRecall(ranks, 1)
  expect(bootstrapRecall(ranks, 1)).toEqual([low, high])
  expect(low).toBeLessThan(0.6)
  expect(high).toBeGreaterThan(0.6)
})

test('quantiles are interpolated', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5)
  expect(quantile([], 0.5)).toBe(0)
})
