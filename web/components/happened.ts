import { formatWhen } from '../i18n/dates.ts'
import type { ReportProperties } from '../wire.ts'
import { kindLabel } from './kinds.ts'

/** "Lost 23 November, 18:30": a bare date would leave open of what. */
export function happenedWords(
  { kind, species, sex, occurredAt }: Pick<ReportProperties, 'kind' | 'species' | 'sex' | 'occurredAt'>,
  nowMs: number,
): string {
  return `${kindLabel(kind, species, sex)} ${formatWhen(occurredAt, nowMs)}`
}
