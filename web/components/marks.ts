import { limbOf } from '../../api/domain/limbs.ts'
import {
  type Language,
  MARK_PARTS,
  type Mark,
  type MarkPart,
  type MarkSide,
  type Species,
} from '../../api/domain/vocabulary.ts'
import { coded, t } from '../i18n/index.ts'
import { language } from '../state/device.ts'

type PartWord = MarkPart | 'wing' | 'foot' | 'beak'

/** Whose limbs have no paws, as each language sees it. */
const LEGGED: Record<Language, readonly Species[]> = { ru: ['horse'], en: ['horse', 'reptile'] }

const EARLESS: readonly Species[] = ['bird', 'reptile']

const BIRD_WORDS: Partial<Record<MarkPart, PartWord>> = { face: 'head', muzzle: 'beak' }

/** By which word a part goes in a species: "передняя нога" of a horse, "передняя лапа" of a dog, a bird's wing. */
function partWord(part: MarkPart, species: Species | undefined): PartWord {
  const limb = limbOf(part)
  if (species === 'bird') return limb ? (limb === 'front' ? 'wing' : 'foot') : (BIRD_WORDS[part] ?? part)
  if (!limb) return part
  if (species && LEGGED[language.value].includes(species)) return `${limb}_leg`
  return language.value === 'ru' ? `${limb}_paw` : part
}

export const partWords = (part: MarkPart, species: Species | undefined) =>
  coded('part', partWord(part, species))

/** The parts to choose from, each word once. */
export function partsOf(species: Species | undefined): MarkPart[] {
  const words = new Set<PartWord>()
  return MARK_PARTS.filter((part) => {
    const word = partWord(part, species)
    if (words.has(word) || (part === 'ear' && species && EARLESS.includes(species))) return false
    words.add(word)
    return true
  })
}

/** "ear, left: notch"; Russian says "ухо слева: надрез". A limp is told as what the animal does. */
export function markWords(
  { part, side, type }: Pick<Mark, 'part' | 'side' | 'type'>,
  species: Species | undefined,
): string {
  const word = partWord(part, species)
  if (type === 'limp') return limbOf(part) && word !== 'wing' ? limpWords(word, side) : t('limp')
  const where = [coded('part', word), side && coded('side', side)]
    .filter(Boolean)
    .join(language.value === 'ru' ? ' ' : ', ')
  return `${where}: ${coded('mark', type)}`
}

function limpWords(limb: PartWord, side: MarkSide | undefined): string {
  if (side === 'both') return t('limp.on', { limb: coded('limp.both', limb) })
  const words = [side && coded('limp.side', side), coded('limp.one', limb)]
  return t('limp.on', { limb: words.filter(Boolean).join(' ') })
}
