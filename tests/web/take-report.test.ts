import { afterEach, expect, it, vi } from 'vitest'
import { takeReport } from '../../web/client.ts'
import { json, makeFeature } from './fixtures.ts'

const embed = (report: unknown) => {
  const script = document.createElement('script')
  Object.assign(script, { type: 'application/json', id: 'first-report', textContent: JSON.stringify(report) })
  document.head.append(script)
}

afterEach(() => vi.unstubAllGlobals())

it('takes the report from the page once, and asks for it from then on', async () => {
  const asked = vi.fn(async () => json(makeFeature({ id: 'a', name: 'asked for' })))
  vi.stubGlobal('fetch', asked)
  embed(makeFeature({ id: 'a', name: 'embedded' }))
  expect((await takeReport('a')).properties.name).toBe('embedded')
  expect(asked).not.toHaveBeenCalled()
  expect((await takeReport('a')).properties.name).toBe('asked for')
})

it('asks where the page holds another report', async () => {
  vi.stubGlobal('fetch', async () => json(makeFeature({ id: 'b', name: 'asked for' })))
  embed(makeFeature({ id: 'a', name: 'embedded' }))
  expect((await takeReport('b')).properties.name).toBe('asked for')
})
