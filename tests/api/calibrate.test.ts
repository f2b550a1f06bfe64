import { expect, test } from 'vitest'
import { calibrate } from '../../api/matching/calibration/service.ts'
import { regionOf } from '../../api/matching/parameters-in-force.ts'
import type { MatchList } from '../../api/matching/schema.ts'
import { matchCellOf } from '../../api/reports/public-place.ts'
import { foundDog, lostDog, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

const moscow = regionOf(matchCellOf(37.62, 55.75))

/** Verdicts that find the published probabilities far too sure. */
async function judgeMany(app: TestApp, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => ({
    id: crypto.randomUUID(),
    species: 'dog',
    region: moscow,
    side: 'lost',
    verdict: at % 10 < 4 ? 'same' : 'different',
    reasons: app.deps.sql.json([{ factor: 'sex', multiplier: 1.9, relation: 'same' }]),
    probability: at % 2 === 0 ? 0.95 : 0.05,
    judged_at: NOW,
  }))
  for (const row of rows) await app.deps.sql`insert into match_outcomes ${app.deps.sql(row)}`
}

const matchesOf = async (app: TestApp, id: string) =>
  (await (await app.request(`/api/reports/${id}/matches`)).json()) as MatchList

test('does nothing before there are 200 verdicts', async () => {
  const app = await createTestApp()
  await judgeMany(app, 199)
  expect(await calibrate(app.deps)).toEqual([])
})

test('refits a species and its region, and the lists follow', async () => {
  const app = await createTestApp()
  const lost = await post(app, lostDog())
  await post(app, foundDog())
  const before = await matchesOf(app, lost.id)
  expect(before.calibrated).toBe(false)
  await judgeMany(app, 240)
  const scopes = await calibrate(app.deps)
  expect(scopes.map(({ species, region }) => [species, region])).toEqual([
    ['dog', null],
    ['dog', moscow],
  ])
  for (const scope of scopes) expect(scope.after).toBeLessThan(scope.before)
  const after = await matchesOf(app, lost.id)
  expect(after.calibrated).toBe(true)
  expect(after.items[0]!.probability).not.toBe(before.items[0]!.probability)
})

test('gives the same when it is run again, and stores nothing when it only tries', async () => {
  const app = await createTestApp()
  await judgeMany(app, 240)
  const tried = await calibrate(app.deps, { dryRun: true })
  expect(await app.deps.sql`select 1 from match_parameters`).toHaveLength(0)
  expect(await calibrate(app.deps)).toEqual(tried)
  expect(await calibrate(app.deps)).toEqual(tried)
})

test('percentages need the verdicts of the own region; the refit of all regions still counts', async () => {
  const app = await createTestApp()
  const lost = await post(app, lostDog({ location: { lng: 82.92, lat: 55.03, accuracyM: 30 } }))
  await post(app, foundDog({ location: { lng: 82.922, lat: 55.031, accuracyM: 30 } }))
  const before = await matchesOf(app, lost.id)
  await judgeMany(app, 240)
  await calibrate(app.deps)
  const after = await matchesOf(app, lost.id)
  expect(after.calibrated).toBe(false)
  expect(after.items[0]!.probability).not.toBe(before.items[0]!.probability)
})
