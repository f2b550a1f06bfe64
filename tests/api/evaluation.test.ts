import { beforeAll, describe, expect, test } from 'vitest'
import type { Colour } from '../../api/domain/vocabulary.ts'
import { collectQueries, type EvalQuery } from '../../api/evaluation/collect.ts'
import { evaluate } from '../../api/evaluation/evaluate.ts'
import { fitParameters } from '../../api/evaluation/fit.ts'
import { renderHtml } from '../../api/evaluation/html.ts'
import { loadReports } from '../../api/evaluation/load.ts'
import { printEvaluation, toJson } from '../../api/evaluation/print.ts'
import { collectBadLines, readPairs, readReportLines } from '../../api/evaluation/read-files.ts'
import { measureRingCoverage } from '../../api/evaluation/ring-coverage.ts'
import { defaultParameters } from '../../api/matching/model/parameters.ts'
import { createTestApp, type TestApp } from '../setup/app.ts'

const COATS: Colour[][] = [['black'], ['red', 'white'], ['tan'], ['grey_blue'], ['brown', 'white'], ['cream']]
const LOST = 12
const STRAYS = 60

/** A small city: every lost dog found again some streets away, among strays. */
function makeCity(): string[] {
  const day = (at: number) => new Date(Date.UTC(2026, 5, 1 + at)).toISOString()
  const dog = (kind: string, id: string, at: number, days: number, metres: number) => ({
    externalId: id,
    kind,
    species: 'dog',
    colours: COATS[at % COATS.length],
    sex: at % 2 === 0 ? 'male' : 'female',
    age: at % 3 === 0 ? 'senior' : 'adult',
    occurredAt: day(days),
    location: { lng: 37.5 + (at % 7) / 30 + metres / 62_600, lat: 55.7 + Math.floor(at / 7) / 60 },
    ...(kind === 'found' ? { locationPrivacy: 'approximate' } : {}),
  })
  return [
    ...Array.from({ length: LOST }, (_, at) => dog('lost', `L${at}`, at, at, 0)),
    ...Array.from({ length: LOST }, (_, at) => dog('found', `F${at}`, at, at + 2, 300)),
    ...Array.from({ length: STRAYS }, (_, at) => dog('found', `S${at}`, at * 5 + 1, at % 40, 150)),
  ].map((report) => JSON.stringify(report))
}

const pairs = ['lost,found', ...Array.from({ length: LOST }, (_, at) => `L${at},F${at}`)].join('\n')

let app: TestApp
let queries: EvalQuery[]
beforeAll(async () => {
  app = await createTestApp()
  const { onBadLine } = collectBadLines(false)
  const lines = readReportLines('reports', makeCity().join('\n'), onBadLine)
  const kinds = await loadReports({ sql: app.deps.sql, ctx: app.system }, 'reports', lines, onBadLine)
  const truth = readPairs('pairs', pairs, kinds, onBadLine)
  queries = await collectQueries(app.deps.sql, truth, defaultParameters)
})

describe('an evaluation', () => {
  test('finds the true ones of an easy city, better than by distance alone', () => {
    const { queries: count, scores, baselines, misses } = evaluate(queries, defaultParameters)
    expect(count).toBe(LOST)
    expect(scores.recall['5']).toBe(1)
    expect(scores.mrr).toBeGreaterThan(baselines.nearest.mrr)
    expect(misses.every((miss) => miss.rank > 1)).toBe(true)
  })

  test('gives one object with the keys of the protocol', () => {
    const json = toJson(evaluate(queries, defaultParameters), measureRingCoverage(queries))
    expect(Object.keys(json)).toEqual([
      ...[
        'queries',
        'medianCandidates',
        'recall',
        'mrr',
        'withoutTime',
        'brier',
        'logLoss',
        'ece',
        'noneOfThese',
      ],
      ...['msPerQuery', 'ringCoverage', 'intervals', 'baselines'],
    ])
    expect(Object.keys(json.recall)).toEqual(['1', '5', '10', '20'])
    expect(Object.keys(json.ringCoverage)).toEqual(['50', '75', '95'])
    expect(Object.keys(json.withoutTime)).toEqual(['recall', 'mrr'])
    expect(Object.keys(json.baselines)).toEqual(['nearest', 'radiusPoints'])
    expect(JSON.stringify(json)).not.toContain('null')
  })

  test('ranks at public places too, and those differ from the true ones', () => {
    const [query] = queries
    expect(query!.shown[0]!.place).not.toEqual(query!.candidates[0]!.place)
    expect(evaluate(queries, defaultParameters, 'shown').ranks).toHaveLength(LOST)
  })

  test('does not know the delay when it ranks without time', () => {
    const later = queries.map((query) => ({
      ...query,
      candidates: query.candidates.map((each) => ({
        ...each,
        occurredAtMs: each.occurredAtMs + 9 * 86_400_000,
      })),
    }))
    expect(evaluate(later, defaultParameters).untimedRanks).toEqual(
      evaluate(queries, defaultParameters).untimedRanks,
    )
  })

  test('counts a true one that was gated out as not found', () => {
    const gated = queries.map((query) => ({
      ...query,
      candidates: query.candidates.filter((each) => !query.trueIds.has(each.id)),
    }))
    expect(evaluate(gated, defaultParameters).scores).toEqual({
      recall: { 1: 0, 5: 0, 10: 0, 20: 0 },
      mrr: 0,
    })
  })

  test('is told as text and as a page that needs nothing else', () => {
    const evaluation = evaluate(queries, defaultParameters)
    const rings = measureRingCoverage(queries)
    expect(printEvaluation(evaluation, evaluation, rings)).toContain('radius 5 km and points')
    const page = renderHtml(evaluation, evaluation, rings)
    expect(page).toContain('<svg')
    expect(page).not.toMatch(/(src|href)=/)
  })

  test('counts finds in the rings that authors are shown, and only says what vague pins would excuse', () => {
    const placed = (metres: number, sigmaM: number) =>
      queries.map((query) => {
        const { lng, lat } = query.viewer.place
        const place = { lng, lat: lat + metres / 111_195, sigmaM }
        return { ...query, truths: query.truths.map((found) => ({ ...found, place })) }
      })
    const far = measureRingCoverage(placed(9_000, 6_000))
    expect(far.asShown['75']).toBe(0)
    expect(far.allowingForPins['75']).toBe(1)
    const near = measureRingCoverage(placed(40, 30))
    expect(near.asShown).toEqual({ 50: 1, 75: 1, 95: 1 })
    expect(toJson(evaluate(queries, defaultParameters), far).ringCoverage).toEqual(far.asShown)
  })

  test('of no lost reports is all zeros and no error', () => {
    const json = toJson(evaluate([], defaultParameters), measureRingCoverage([]))
    expect(json).toMatchObject({ queries: 0, mrr: 0, ece: 0, msPerQuery: { p50: 0, p95: 0 } })
    expect(JSON.stringify(json)).not.toContain('null')
  })
})

test('a fit never ends worse on what it was fitted to, and keeps shares summing to one', () => {
  const { before, after, parameters } = fitParameters(queries.slice(0, 6), defaultParameters)
  expect(after).toBeLessThanOrEqual(before)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  expect(sum(parameters.kernel.dog.map(([weight]) => weight))).toBeCloseTo(1, 9)
  expect(sum(Object.values(parameters.age).map(([same]) => same))).toBeCloseTo(1, 9)
})

test('refused lines stop the load, or are counted when asked', async () => {
  const content = [...makeCity().slice(0, 1), '{"externalId":"X","kind":"lost","species":"dragon"}'].join(
    '\n',
  )
  const fresh = await createTestApp()
  const scratch = { sql: fresh.deps.sql, ctx: fresh.system }
  const strict = collectBadLines(false)
  const lines = readReportLines('r', content, strict.onBadLine)
  await expect(loadReports(scratch, 'r', lines, strict.onBadLine)).rejects.toThrow('r, line 2: /species')
  const lenient = collectBadLines(true)
  const kinds = await loadReports(scratch, 'r', lines, lenient.onBadLine)
  expect([...kinds.keys()]).toEqual(['L0'])
  expect(lenient.skipped).toHaveLength(1)
})
