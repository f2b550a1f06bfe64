import { afterEach, expect, test } from 'vitest'
import { formatDay, formatWhen } from '../../web/i18n/dates.ts'
import { timeZone } from '../../web/state/clock.ts'
import { setLanguage } from '../../web/state/device.ts'

afterEach(() => {
  timeZone.value = undefined
})

test('the year is said when it is not this one by the clocks of the page, which need not be the machine’s', () => {
  setLanguage('en')
  const newYearInTokyo = Date.parse('2026-12-31T16:00:00Z')
  timeZone.value = 'Asia/Tokyo'
  expect(formatWhen('2026-12-31T15:30:00Z', newYearInTokyo)).toBe('1\u00a0January at\u00a000:30')
  expect(formatDay('2026-12-31T14:30:00Z', newYearInTokyo)).toBe('31\u00a0December 2026')
  timeZone.value = 'America/New_York'
  expect(formatWhen('2026-12-31T14:30:00Z', newYearInTokyo)).toBe('31\u00a0December at\u00a009:30')
})
