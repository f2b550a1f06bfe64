import { afterEach, expect, it, vi } from 'vitest'
import { checkForNew, fresh, results, showFresh, takeResults } from '../../web/state/search.ts'
import { json, makeFeature } from './fixtures.ts'

afterEach(() => vi.unstubAllGlobals())

it('offers reports that appeared since the list was read, and puts them on top when asked', async () => {
  const old = makeFeature({ id: 'old', createdAt: '2026-11-22T19:00:00.000Z' })
  const late = makeFeature({ id: 'late', createdAt: '2026-11-22T20:00:00.000Z' })
  const moved = makeFeature({ id: 'moved up', createdAt: '2026-11-22T18:00:00.000Z' })
  takeResults({ type: 'FeatureCollection', features: [old], links: {} }, 'limit=30')
  vi.stubGlobal('fetch', async () => json({ features: [late, old, moved], links: {} }))
  await checkForNew()
  expect(fresh.value.map(({ id }) => id)).toEqual(['late'])
  expect(results.value.map(({ id }) => id)).toEqual(['old'])
  showFresh()
  expect(results.value.map(({ id }) => id)).toEqual(['late', 'old'])
  expect(fresh.value).toEqual([])
})
