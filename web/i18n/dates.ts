import { timeZone } from '../state/clock.ts'
import { language } from '../state/device.ts'
import type { LngLat } from '../wire.ts'
import { t } from './index.ts'
import { intl } from './intl.ts'

/** English as the rest of the words are: "23 November", 24 hours, no comma before the last of a list. */
const locale = () => (language.value === 'en' ? 'en-GB' : language.value)

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/** Beyond the days, which people count by the calendar. */
const LONG_UNITS: [unit: Intl.RelativeTimeFormatUnit, days: number, belowDays: number][] = [
  ['week', 7, 61],
  ['month', 30.4, 365.25],
  ['year', 365.25, Number.POSITIVE_INFINITY],
]

/** A number stays on the line of what it counts, and an hour on that of its preposition. */
const bindNumbers = (words: string) =>
  words.replace(/(?<=\d) (?=\p{L})/gu, '\u00a0').replace(/(?<=\p{L}) (?=\d\d:)/gu, '\u00a0')

/** Year, month (1 to 12) and day of an instant in milliseconds, in the time zone of the page. */
function calendarDay(ms: number): { year: number; month: number; day: number } {
  const parts = intl(Intl.DateTimeFormat, 'en', {
    timeZone: timeZone.value,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(ms)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)!.value)
  return { year: part('year'), month: part('month'), day: part('day') }
}

/** Midnights between two instants, in the time zone of the page. */
function nightsBetween(fromMs: number, toMs: number): number {
  const dayNumber = (ms: number) => {
    const { year, month, day } = calendarDay(ms)
    return Date.UTC(year, month - 1, day) / (DAY * 1000)
  }
  return dayNumber(toMs) - dayNumber(fromMs)
}

/** Hours from an instant to the time now in milliseconds, none that is not full; the future counts as now. */
export const fullHours = (instant: string, nowMs: number) =>
  Math.max(0, Math.floor((nowMs - Date.parse(instant)) / (HOUR * 1000)))

/** Days of the calendar since an instant at least 24 hours ago, of which a day of 25 hours may hold both. */
export const calendarDays = (instant: string, nowMs: number) =>
  Math.max(1, nightsBetween(Date.parse(instant), nowMs))

/**
 * "3 hours ago", from an instant and the time now in milliseconds; the future counts as now. From 24 hours on days are
 * those of the calendar, as in "yesterday"; all else is rounded down, so that no unit is said that is not full.
 */
export function formatAgo(instant: string, nowMs: number): string {
  const seconds = Math.max(0, (nowMs - Date.parse(instant)) / 1000)
  const ago = (count: number, unit: Intl.RelativeTimeFormatUnit) =>
    bindNumbers(
      intl(Intl.RelativeTimeFormat, locale(), { numeric: unit === 'day' ? 'auto' : 'always' }).format(
        -Math.floor(count),
        unit,
      ),
    )
  if (seconds < MINUTE) return t('time.now')
  if (seconds < HOUR) return ago(seconds / MINUTE, 'minute')
  if (seconds < DAY) return ago(fullHours(instant, nowMs), 'hour')
  const days = calendarDays(instant, nowMs)
  if (days < 14) return ago(days, 'day')
  const [unit, size] = LONG_UNITS.find(([, , below]) => days < below)!
  return ago(days / size, unit)
}

function yearUnlessThis(instant: string, nowMs: number) {
  const isThis = calendarDay(Date.parse(instant)).year === calendarDay(nowMs).year
  return isThis ? {} : ({ year: 'numeric' } as const)
}

/** "23 November, 18:30"; the year is said when it is not this one. */
export function formatWhen(instant: string, nowMs: number): string {
  const words = intl(Intl.DateTimeFormat, locale(), {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timeZone.value,
    ...yearUnlessThis(instant, nowMs),
  }).format(new Date(instant))
  return bindNumbers(words)
}

/** "23 November"; the year is said when it is not this one. */
export function formatDay(instant: string, nowMs: number): string {
  const words = intl(Intl.DateTimeFormat, locale(), {
    day: 'numeric',
    month: 'long',
    timeZone: timeZone.value,
    ...yearUnlessThis(instant, nowMs),
  }).format(new Date(instant))
  return bindNumbers(words)
}

/** "18:30", on the device's clock. */
export const formatTime = (instant: string) =>
  intl(Intl.DateTimeFormat, locale(), {
    timeZone: timeZone.value,
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant))

/** "80 m", "650 m", "3.4 km": no finer than a person can use, and never torn apart at the end of a line. */
export function formatDistance(distanceM: number): string {
  const metres = distanceM < 1000
  const value = metres ? Math.max(10, Math.round(distanceM / 10) * 10) : distanceM / 1000
  return intl(Intl.NumberFormat, locale(), {
    style: 'unit',
    unit: metres ? 'meter' : 'kilometer',
    maximumSignificantDigits: metres ? 3 : 2,
  })
    .format(value)
    .replace(' ', '\u00a0')
}

/** "50%" of a share from 0 to 1; Russian sets a no-break space before the sign. */
export const formatPercent = (share: number) =>
  intl(Intl.NumberFormat, locale(), { style: 'percent' }).format(share)

/** "53.8000, 86.7200": a place that has no name; where a comma divides the degrees, another sign divides the two. */
export function formatPoint({ lat, lng }: LngLat): string {
  const degrees = intl(Intl.NumberFormat, locale(), { minimumFractionDigits: 4, maximumFractionDigits: 4 })
  return [lat, lng].map((value) => degrees.format(value)).join(language.value === 'ru' ? '; ' : ', ')
}

/** "1,234.5", the language's way. */
export const formatNumber = (value: number) => intl(Intl.NumberFormat, locale()).format(value)

/** A list in words: "black, white and tan". */
export function formatList(words: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction') {
  return intl(Intl.ListFormat, locale(), { type }).format(words)
}

/** The value of a datetime-local field for an instant, in the device's time zone. */
export function toLocalField(instant: string | number | Date): string {
  const date = new Date(instant)
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 16)
}
