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
import type { Gender } from './kinds.ts'

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

/** Parts that an animal has two of, with the gender of the Russian word: only these are left or right. */
const PAIRED: Partial<Record<PartWord, Gender>> = {
  eye: 'm',
  ear: 'n',
  side: 'm',
  front_leg: 'f',
  hind_leg: 'f',
  front_paw: 'f',
  hind_paw: 'f',
  wing: 'n',
  foot: 'f',
}

/** "the left ear", "both ears", "the head (left)"; in Russian as it stands after "на". */
function placeWords(part: PartWord, side: MarkSide | undefined): string {
  const gender = PAIRED[part]
  if (gender && side === 'both') return `${coded('on', side, { gender })} ${coded('on.two', part)}`
  const which = gender && side ? coded('on', side, { gender }) : t('on.any')
  const where = [which, coded('on.one', part)].filter(Boolean).join(' ')
  return gender ? where : withSide(where, side)
}

const withSide = (where: string, side: MarkSide | undefined) =>
  side ? t('on.side', { where, side: coded('side', side) }) : where

/** What is so whole that it has words of its own: "docked tail". */
const WHOLE = ['missing.tail', 'docked.tail', 'docked.ear'] as const

/** "notch in the left ear", "надрез на левом ухе"; what the animal does or cannot do is told as such. */
export function markWords(
  { part, side, type }: Pick<Mark, 'part' | 'side' | 'type'>,
  species: Species | undefined,
): string {
  const word = partWord(part, species)
  if (type === 'limp') return limbOf(part) && word !== 'wing' ? limpWords(word, side) : t('limp')
  if (type === 'blind') return t(side && side !== 'both' ? `blind.${side}` : 'blind')
  if (type === 'odd_eyed') return t('mark.odd_eyed')
  if (type !== 'missing' && type !== 'docked') return coded('markOn', type, { where: placeWords(word, side) })
  const whole = WHOLE.find((key) => key === `${type}.${word}`)
  if (whole && (!side || side === 'both')) return t(whole)
  return t('mark.of', { part: withSide(coded('part', word), side), mark: coded('mark', type) })
}

function limpWords(limb: PartWord, side: MarkSide | undefined): string {
  if (side === 'both') return t('limp.on', { limb: coded('limp.both', limb) })
  const words = [side && coded('limp.side', side), coded('limp.one', limb)]
  return t('limp.on', { limb: words.filter(Boolean).join(' ') })
}
