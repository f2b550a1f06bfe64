import type { Colour, MarkPart, MarkSide, MarkType, Sex, Species } from '../../api/domain/vocabulary.ts'
import { formatNumber } from '../i18n/dates.ts'
import { coded, type MessageKey, t } from '../i18n/index.ts'
import type { MatchReason } from '../wire.ts'
import { breedWords } from './breeds.ts'
import { colourName } from './colours.ts'
import { distanceWords } from './distance-words.ts'
import { sexGender } from './kinds.ts'
import { markWords } from './marks.ts'

/** The animal of the other report. */
type Pet = { species: Species; sex?: Sex | undefined; colours: readonly Colour[] }

/** Families of codes that the values of a factor belong to, where they have words. */
const FAMILIES: Partial<Record<MatchReason['factor'], string>> = {
  size: 'size',
  pattern: 'pattern',
  coat: 'coat',
  sex: 'sex',
  neutered: 'neutered',
  age: 'age',
}

const CLOSE = ['close', 'near', 'overlap', 'related', 'confusable', 'adjacent']
const ALIKE = ['equal', 'same']

function valueWords({ factor, values = [] }: MatchReason, pet: Pet): string {
  const family = FAMILIES[factor]
  const list = (words: (value: string) => string) => values.map(words).filter(Boolean).join(' / ')
  if (factor === 'breed') return list(breedWords)
  if (factor === 'colours') return list((value) => colourName(value as Colour, pet))
  const gender = factor === 'age' ? { gender: sexGender(pet.species, pet.sex) } : {}
  return family ? list((value) => coded(family, value, gender)) : ''
}

function traitWords(reason: MatchReason, pet: Pet): string {
  const { relation, multiplier } = reason
  const grade =
    relation && ALIKE.includes(relation)
      ? 'alike'
      : relation && CLOSE.includes(relation)
        ? 'close'
        : multiplier >= 1
          ? 'alike'
          : 'differs'
  const trait = coded('trait', reason.factor)
  const values = valueWords(reason, pet)
  return values ? t(`reason.${grade}`, { trait, values }) : t(`reason.${grade}Plain`, { trait })
}

/** The API tells a mark as part, type and, where it is known, side. */
function markReason({ multiplier, values = [] }: MatchReason, { species }: Pet): string {
  const [part, type, side] = values as [MarkPart, MarkType, MarkSide?]
  if (!part || !type) return t(multiplier >= 1 ? 'reason.marks.alike' : 'reason.marks.differs')
  const mark = markWords({ part, type, side }, species)
  return t(multiplier >= 1 ? 'reason.mark.alike' : 'reason.mark.differs', { mark })
}

/** Hours under a day: fourteen of them may lie on one date or on two. */
function timeWords(days: number): string {
  if (days < 0) return t('reason.time.before')
  const hours = Math.round(days * 24)
  if (hours < 1) return t('reason.time.soon')
  return hours < 24 ? t('reason.time.hours', { n: hours }) : t('reason.time', { n: Math.round(days) })
}

/**
 * One multiplier of a match with the animal in plain words, without the number; `slackM` is how far off both places may
 * be.
 */
export function reasonWords(reason: MatchReason, pet: Pet, slackM = 0): string {
  const { factor, relation, multiplier } = reason
  switch (factor) {
    case 'distance':
      return distanceWords('reason.distance', reason.distanceM ?? 0, slackM)
    case 'time':
      return timeWords(reason.days ?? 0)
    case 'rivals':
      return multiplier < 1
        ? t('reason.rivals.common', { n: Math.max(1, Math.round(reason.expected ?? 1)) })
        : t('reason.rivals.rare')
    case 'photo':
      return t(multiplier >= 1 ? 'reason.photo.alike' : 'reason.photo.differs')
    case 'marks':
      return markReason(reason, pet)
    case 'chip_anywhere':
    case 'joint_cap':
      return t(`reason.${factor}`)
    case 'chip':
    case 'brand':
    case 'about':
      return coded('reason', `${factor}.${relation ?? ''}`) || t(`trait.chipped` satisfies MessageKey)
    default:
      return traitWords(reason, pet)
  }
}

const STRONG = 10
const SLIGHT = 2

const sizeOf = (multiplier: number) => (multiplier < 1 ? 1 / multiplier : multiplier)

/** "strongly for", "slightly against": for whoever does not want to reckon. */
export function weightWords(multiplier: number): string {
  const side = multiplier < 1 ? 'against' : 'for'
  const size = sizeOf(multiplier)
  if (size >= STRONG) return t(`weight.strong.${side}`)
  return size < SLIGHT ? t(`weight.slight.${side}`) : t(`weight.${side}`)
}

/** "×12", "÷10": for or against, no finer than it is known. */
export function multiplierWords(multiplier: number): string {
  const against = multiplier < 1
  const size = sizeOf(multiplier)
  const rounded = size >= 10 ? Math.round(size) : Math.round(size * 10) / 10
  const shown = rounded >= 10_000 ? `${formatNumber(10_000)}+` : formatNumber(rounded)
  return `${against ? '÷' : '×'}${shown}`
}

/** Strongest first, for or against. */
export function sortReasons(reasons: readonly MatchReason[]): MatchReason[] {
  const weight = ({ multiplier }: MatchReason) => Math.abs(Math.log(multiplier))
  return [...reasons].sort((a, b) => weight(b) - weight(a))
}
