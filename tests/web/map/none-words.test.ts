import { beforeEach, expect, it } from 'vitest'
import { loadMessages } from '../../../web/i18n/index.ts'
import { noneWords } from '../../../web/map/none-words.ts'
import { setLanguage } from '../../../web/state/device.ts'
import { navigate } from '../../../web/state/location.ts'
import { results, resultsState } from '../../../web/state/search.ts'
import { makeFeature } from '../fixtures.ts'

beforeEach(async () => {
  setLanguage('en')
  await loadMessages('map')
  navigate('/')
  results.value = []
  resultsState.value = 'ready'
})

it('speaks of this part of the map only where the list has reports elsewhere', () => {
  results.value = [makeFeature()]
  expect(noneWords()).toContain('in this part of the map')
})

it('says as the list does that the search finds nothing', () => {
  expect(noneWords()).toMatch(/yet$/)
  navigate('/?species=horse')
  expect(noneWords()).toBe('Nothing here with these filters')
})

it('claims nothing of the list before it has come', () => {
  resultsState.value = 'loading'
  expect(noneWords()).toContain('in this part of the map')
})
