import type { Mark } from '../../api/domain/vocabulary.ts'
import { coded } from '../i18n/index.ts'

/** "ear, left: notch" */
export function markWords({ part, side, type }: Pick<Mark, 'part' | 'side' | 'type'>): string {
  const where = [coded('part', part), side && coded('side', side)].filter(Boolean).join(', ')
  return `${where}: ${coded('mark', type)}`
}
