import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadMessages, t } from '../../web/i18n/index.ts'
import { MaybeThese } from '../../web/pages/post/MaybeThese.tsx'
import { emptyForm, type FormValues } from '../../web/posting/form.ts'
import { setLanguage } from '../../web/state/device.ts'
import { json } from './fixtures.ts'
import { show } from './render.tsx'

beforeEach(async () => {
  setLanguage('en')
  await loadMessages('posting')
})
afterEach(() => vi.unstubAllGlobals())

const whole: FormValues = {
  ...emptyForm('lost'),
  species: 'dog',
  location: { lng: 37.6, lat: 55.7 },
  occurredAt: '2026-11-23T20:00:00Z',
}

it('says that it looks for similar posts only while it does', async () => {
  let answer = (_: Response) => {}
  const asked = new Promise<Response>((done) => {
    answer = done
  })
  vi.stubGlobal('fetch', () => asked)
  const root = await show(<MaybeThese values={whole} side="lost" />)
  expect(root.textContent).toContain(t('maybe.checking'))
  answer(json({ items: [], noneOfThese: 1, calibrated: false }))
  await vi.waitFor(() => expect(root.textContent).toBe(t('maybe.none')))
})

it('says nothing where it cannot ask yet', async () => {
  const { location: _, ...withoutPlace } = whole
  const root = await show(<MaybeThese values={withoutPlace} side="lost" />)
  expect(root.textContent).toBe('')
})
