import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { formatAgo } from '../../web/i18n/dates.ts'
import { timeZone } from '../../web/state/clock.ts'
import { setLanguage } from '../../web/state/device.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

beforeEach(() => {
  timeZone.value = 'Europe/Moscow'
})
afterEach(() => {
  timeZone.value = undefined
})

const ago = (then: string, now: string) => formatAgo(then, Date.parse(now))

test('counts days by the calendar of the page: the day before yesterday is not yesterday', () => {
  setLanguage('ru')
  expect(ago('2026-11-23T23:00:00+03:00', '2026-11-25T09:00:00+03:00')).toBe('позавчера')
  expect(ago('2026-11-24T01:00:00+03:00', '2026-11-25T23:00:00+03:00')).toBe('вчера')
  expect(ago('2026-11-24T23:00:00+03:00', '2026-11-25T09:00:00+03:00')).toBe('10\u00a0часов назад')
  timeZone.value = 'Asia/Vladivostok'
  expect(ago('2026-11-24T01:00:00+03:00', '2026-11-25T23:00:00+03:00')).toBe('позавчера')
})

test('says no unit that is not full', () => {
  setLanguage('en')
  const minutes = (count: number) => ago(new Date(-count * 60_000).toISOString(), new Date(0).toISOString())
  expect(minutes(0.99)).toBe('just now')
  expect(minutes(59.6)).toBe('59\u00a0minutes ago')
  expect(minutes(119)).toBe('1\u00a0hour ago')
  expect(minutes(24 * 60 - 1)).toBe('23\u00a0hours ago')
  expect(minutes(61 * 24 * 60)).toBe('2\u00a0months ago')
  expect(minutes(365 * 24 * 60)).toBe('12\u00a0months ago')
  expect(minutes(700 * 24 * 60)).toBe('1\u00a0year ago')
})

const dayIn = (zone: string, ms: number) => {
  const [day, month, year] = new Date(ms)
    .toLocaleDateString('en-GB', { timeZone: zone })
    .split('/')
    .map(Number)
  return Date.UTC(year!, month! - 1, day) / DAY_MS
}

test('says "yesterday" of no other day than yesterday, in any time zone and on days of 23 and 25 hours', () => {
  setLanguage('en')
  const zone = fc.constantFrom(
    'Europe/Moscow',
    'America/New_York',
    'Asia/Kathmandu',
    'Pacific/Auckland',
    'UTC',
  )
  const now = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) })
  fc.assert(
    fc.property(zone, now, fc.integer({ min: 60_000, max: 13 * DAY_MS }), (name, nowMs, agoMs) => {
      timeZone.value = name
      const said = formatAgo(new Date(nowMs - agoMs).toISOString(), nowMs)
      const nights = dayIn(name, nowMs) - dayIn(name, nowMs - agoMs)
      if (agoMs < HOUR_MS) expect(said).toMatch(/^(\d|[1-5]\d)\u00a0minutes? ago$/)
      else if (agoMs < DAY_MS) expect(said).toMatch(/^(\d|1\d|2[0-3])\u00a0hours? ago$/)
      else expect(said).toBe(nights <= 1 ? 'yesterday' : `${nights}\u00a0days ago`)
    }),
  )
})

test('never makes an older instant sound younger', () => {
  setLanguage('en')
  const units = ['minute', 'hour', 'day', 'week', 'month', 'year']
  const rank = (said: string) => {
    if (said === 'yesterday') return units.indexOf('day') * 1000 + 1
    const [count, unit] = said.split(/\s/)
    return units.indexOf(unit!.replace(/s$/, '')) * 1000 + Number(count)
  }
  const nowMs = Date.parse('2026-11-25T09:00:00+03:00')
  const age = fc.integer({ min: 60_000, max: 3000 * DAY_MS })
  fc.assert(
    fc.property(age, age, (a, b) => {
      const [young, old] = [Math.min(a, b), Math.max(a, b)].map((ms) =>
        rank(formatAgo(new Date(nowMs - ms).toISOString(), nowMs)),
      )
      expect(old).toBeGreaterThanOrEqual(young!)
    }),
  )
})
