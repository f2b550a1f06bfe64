import type { Mark, MarkPart, MarkSide, Species } from '../../api/domain/vocabulary.ts'
import { coded, t } from '../i18n/index.ts'
import { language } from '../state/device.ts'

type Described = Pick<Mark, 'part' | 'side' | 'type'> & { species?: Species | undefined }

/** "ear, left: notch"; Russian says "ухо слева: надрез". A limp is told as what the animal does. */
export function markWords({ part, side, type, species }: Described): string {
  const limb = limbOf(part, species)
  if (type === 'limp') return limpWords(limb, side)
  const where = [coded('part', limb ?? part), side && coded('side', side)]
    .filter(Boolean)
    .join(language.value === 'ru' ? ' ' : ', ')
  return `${where}: ${coded('mark', type)}`
}

type Limb = Extract<MarkPart, `${string}_${'leg' | 'paw'}`>

/** What Russian calls the limb: only hoofed animals have a "нога", the others have a "лапа". */
function limbOf(part: MarkPart, species: Species | undefined): Limb | undefined {
  const end = part.startsWith('front_') ? 'front' : part.startsWith('hind_') ? 'hind' : undefined
  if (!end) return undefined
  if (language.value !== 'ru') return part as Limb
  return `${end}_${species === 'horse' ? 'leg' : 'paw'}`
}

function limpWords(limb: Limb | undefined, side: MarkSide | undefined): string {
  if (!limb) return t('limp')
  if (side === 'both') return t('limp.on', { limb: coded('limp.both', limb) })
  const words = [side && coded('limp.side', side), coded('limp.one', limb)]
  return t('limp.on', { limb: words.filter(Boolean).join(' ') })
}
