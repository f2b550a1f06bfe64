import type { Mark } from '../../api/domain/vocabulary.ts'
import { coded } from '../i18n/index.ts'
import { language } from '../state/device.ts'

/** "ear, left: notch"; Russian says "ухо слева: надрез". */
export function markWords({ part, side, type }: Pick<Mark, 'part' | 'side' | 'type'>): string {
  const where = [coded('part', part), side && coded('side', side)]
    .filter(Boolean)
    .join(language.value === 'ru' ? ' ' : ', ')
  return `${where}: ${coded('mark', type)}`
}
