import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadMessages } from '../../web/i18n/index.ts'
import { PosterPage } from '../../web/pages/poster/PosterPage.tsx'
import { setLanguage } from '../../web/state/device.ts'
import type { ReportProperties } from '../../web/wire.ts'
import { json, makeFeature } from './fixtures.ts'
import { byText, show } from './render.tsx'

let status: ReportProperties['status']

beforeEach(async () => {
  vi.stubGlobal('fetch', async () => json(makeFeature({ id: 'lost', status })))
  setLanguage('en')
  await loadMessages('poster')
})
afterEach(() => vi.unstubAllGlobals())

it.each([
  ['reunited', 'The pet is home!'],
  ['withdrawn', 'This post is closed'],
] as const)('draws no poster of a pet that is %s, and leads on to its page', async (ended, words) => {
  status = ended
  const root = await show(<PosterPage id="lost" />)
  expect(root.querySelector('h1')?.textContent).toBe(words)
  expect(root.querySelector('[role=img]')).toBeNull()
  expect(root.textContent).not.toContain('PDF')
  expect(byText(root, 'Back to the post').getAttribute('href')).toBe('/reports/lost')
})

it('draws one for a pet that is still searched for', async () => {
  status = 'expired'
  const root = await show(<PosterPage id="lost" />)
  expect(root.querySelector('[role=img]')).not.toBeNull()
})
