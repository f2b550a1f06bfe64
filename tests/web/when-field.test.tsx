import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadMessages } from '../../web/i18n/index.ts'
import { WhenField } from '../../web/pages/post/fields/WhenField.tsx'
import { nowMs, timeZone } from '../../web/state/clock.ts'
import { setLanguage } from '../../web/state/device.ts'
import { show } from './render.tsx'

beforeEach(() => {
  nowMs.value = Date.parse('2026-11-26T09:00:00+03:00')
  timeZone.value = 'Europe/Moscow'
})
afterEach(() => {
  timeZone.value = undefined
})

const field = (value?: string) => show(<WhenField value={value} wrong={undefined} onChange={() => {}} />)

it('repeats the time that was chosen in the language of the page: the browser’s own field speaks its own', async () => {
  setLanguage('ru')
  await loadMessages('posting')
  const chosen = (await field('2026-11-25T04:27:00.000Z')).querySelector('output')
  expect(chosen?.textContent).toBe('Выбрано: 25\u00a0ноября в\u00a007:27')
  expect(chosen?.htmlFor.toString()).toBe('field-occurredAt')
  expect((await field()).querySelector('output')).toBeNull()
})
