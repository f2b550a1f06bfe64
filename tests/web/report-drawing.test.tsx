import { act } from 'preact/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { Picture } from '../../web/components/Picture.tsx'
import { t } from '../../web/i18n/index.ts'
import { makeFeature } from './fixtures.ts'
import { pretendLoaded, show } from './render.tsx'

afterEach(() => vi.restoreAllMocks())

it('asks for a new drawing once the description has changed', async () => {
  pretendLoaded(true)
  const src = async (updatedAt: string) =>
    (await show(<Picture report={makeFeature({ updatedAt })} />)).querySelector('img')!.getAttribute('src')
  expect(await src('2026-11-22T19:00:00.000Z')).not.toBe(await src('2026-11-22T19:01:00.000Z'))
})

it.each([
  { when: 'before the app came', early: true },
  { when: 'while the app looks on', early: false },
])('is drawn on the device where the server’s drawing fails $when', async ({ early }) => {
  pretendLoaded(!early)
  const root = await show(<Picture report={makeFeature({ colours: ['black'] })} />)
  await act(async () => {
    root.querySelector('img')?.dispatchEvent(new Event('error'))
  })
  await vi.waitFor(() => expect(root.querySelector('[role=img] svg')).not.toBeNull())
  expect(root.querySelector('[role=img]')!.getAttribute('aria-label')).toBe(t('card.noPhoto'))
  expect(root.querySelector('img')).toBeNull()
})
