import {
  COATS,
  type Coat,
  type Sex,
  SIZES,
  type Size,
  SPECIES,
  type Species,
  type YesNo,
} from '../vocabulary.ts'
import { getBreed } from './breeds.ts'
import { isNegated } from './colour-nouns.ts'
import { isAboutSeveral, isBystander } from './subject.ts'
import type { CodedField } from './types.ts'
import type { Item } from './words.ts'

/** A value, and the items (first and last) it was read from. */
export type Finding<T> = { value: T; from: number; to: number; field: CodedField }

const isOneOf = <T extends string>(list: readonly T[], word: string | undefined): word is T =>
  (list as readonly string[]).includes(word ?? '')

/** Patterns that people name of cats only, and words for a dog of the street. */
const CAT_PATTERNS: ReadonlySet<string> = new Set(['calico', 'tortie', 'tabby'])
const STREET_DOG = /^(двор(няг|няж|терьер|ян)|mutt|mongrel)/

/** The first animal named that is not merely feared, chased or compared with; a breed tells it too. */
export function readSpecies(items: readonly Item[]): Finding<Species> | undefined {
  const named = items.flatMap((item, at) => {
    const word = item.facts['species']
    const weight = isBystander(items, at) ? 0.1 : item.facts['catpattern'] ? 0.5 : 3
    if (isOneOf(SPECIES, word)) return [{ value: word, weight, at }]
    if (CAT_PATTERNS.has(item.facts['pattern'] ?? '')) return [{ value: 'cat' as const, weight: 1, at }]
    if (item.isMixWord && STREET_DOG.test(item.token.text)) return [{ value: 'dog' as const, weight: 2, at }]
    const breed = item.breed === undefined ? undefined : getBreed(item.breed)
    return breed ? [{ value: breed.species, weight: isNegated(items, at) ? 0.5 : 2, at }] : []
  })
  const best = named.reduce<(typeof named)[number] | undefined>(
    (top, each) => (top === undefined || each.weight > top.weight ? each : top),
    undefined,
  )
  return best && { value: best.value, from: best.at, to: best.at, field: 'species' }
}

/** Strong words ("male", "девочка", "M/N") before the noun ("кот"), and that before hints ("she", "spayed"). */
export function readSex(items: readonly Item[], isOwners: boolean): Finding<Sex> | undefined {
  const strong = collect((item, at) => (isBystander(items, at) ? undefined : item.facts['sex']))
  const isOpen = strong.some(
    ({ at }) => items.slice(Math.max(0, at - 4), at).some((each) => each.facts['unsure']) || hasBothSides(at),
  )
  if (isOpen) return undefined
  const nouns = collect((item, at) => (isBystander(items, at) ? undefined : item.facts['nounsex']))
  const words = collect((item) =>
    item.facts['femaleword'] ? 'female' : item.facts['maleword'] ? 'male' : undefined,
  )
  const pronouns = collect((item) => item.facts['pronoun'])
  const lostCat = isOwners
    ? collect((item, at) =>
        /^кошк[аиу]/.test(item.token.text) && !isBystander(items, at) ? 'female' : undefined,
      )
    : []
  for (const tier of [strong, nouns, words, pronouns, lostCat]) {
    const [first] = tier
    if (!first) continue
    const isMixed = tier.some((each) => each.value !== first.value)
    if (isMixed && isAboutSeveral(items)) return undefined
    if (isMixed && tier !== strong && tier !== nouns) continue
    return { value: first.value, from: first.at, to: first.at, field: 'sex' }
  }
  return undefined

  function collect(read: (item: Item, at: number) => string | undefined): { value: Sex; at: number }[] {
    return items.flatMap((item, at) => {
      const value = read(item, at)
      return value === 'male' || value === 'female' ? [{ value, at }] : []
    })
  }

  /** "Male or female": the writer does not know. */
  function hasBothSides(at: number): boolean {
    const other = items[at + 2]
    return items[at + 1]?.facts['or'] !== undefined && other?.facts['sex'] !== undefined
  }
}

export function readNeutered(items: readonly Item[], isEarTipped: boolean): Finding<YesNo> | undefined {
  for (let at = 0; at < items.length; at++) {
    const said = items[at]!.facts['neutered']
    if (said !== 'yes' && said !== 'no') continue
    const before = items.slice(Math.max(0, at - 4), at)
    if (before.some((each) => each.facts['unsure'])) return undefined
    if (before.at(-1)?.facts['part'] && items[at]!.token.text === 'intact') continue
    if (items.slice(at + 1, at + 4).some((each) => each.facts['unsure'])) return undefined
    const to = answerAfter(at)
    const denied = isNegated(items, at) || (to !== undefined && items[to]!.facts['neg'] !== undefined)
    return {
      value: said === 'yes' && !denied ? 'yes' : 'no',
      from: denied ? at - deniedBy(at) : at,
      to: to ?? at,
      field: 'neutered',
    }
  }
  const ear = isEarTipped
    ? items.findIndex((item) => item.facts['part'] === 'ear' || item.facts['eartag'])
    : -1
  return ear >= 0 ? { value: 'yes', from: ear, to: ear, field: 'neutered' } : undefined

  /** "Стерилизована: нет", "Altered: Yes", "кастрация нет". */
  function answerAfter(at: number): number | undefined {
    const next = items[at + 1]
    const after = items[at + 2]
    // "Не" speaks of what comes after it, "нет" of what came before.
    const isLast = after === undefined || after.token.kind === 'sign'
    if (next && isLast && /^(yes|no|да|нет)$/.test(next.token.text)) return at + 1
    if (next?.token.kind !== 'sign' || !':-–—'.includes(next.token.text)) return undefined
    return after?.facts['neg'] || after?.facts['yes'] ? at + 2 : undefined
  }

  function deniedBy(at: number): number {
    const back = items.slice(Math.max(0, at - 4), at).findLastIndex((each) => each.facts['neg'])
    return back < 0 ? 0 : Math.min(4, at) - back
  }
}

/** Hair length from "short-haired", "шерсть короткая", "длинная шерсть"; a bushy tail is no long coat. */
export function readCoat(items: readonly Item[]): Finding<Coat> | undefined {
  for (let at = 0; at < items.length; at++) {
    const { facts } = items[at]!
    const isOfPart = [items[at - 1], items[at + 1]].some(
      (each) => each?.facts['part'] && !each.facts['mark'] && each.segment === items[at]!.segment,
    )
    if (isOneOf(COATS, facts['coat']) && !isNegated(items, at) && !(isOfPart && !facts['mark'])) {
      return { value: facts['coat'], from: at, to: at, field: 'coat' }
    }
    const next = items[at + 1]
    const afterNext = items[at + 2]
    if (facts['length'] && hairWord(next ?? items[at]!)) {
      return toCoat(facts['length'], at, at + 1)
    }
    if (
      facts['length'] &&
      (next?.facts['colour'] || next?.facts['shade']) &&
      afterNext &&
      hairWord(afterNext)
    ) {
      return toCoat(facts['length'], at, at + 2)
    }
    const later = [at + 1, at + 2].find((each) => items[each]?.facts['length'])
    if (hairWord(items[at]!) && later !== undefined && items[later]!.segment === items[at]!.segment) {
      return toCoat(items[later]!.facts['length']!, at, later)
    }
  }
  return undefined

  function hairWord(item: Item): boolean {
    return item.facts['hair'] !== undefined && /^(шерст|hair|coat|fur|шуб)/.test(item.token.text)
  }

  function toCoat(length: string, from: number, to: number): Finding<Coat> | undefined {
    return isOneOf(COATS, length) ? { value: length, from, to, field: 'coat' } : undefined
  }
}

/** Weight limits of the size classes in kg and height limits in cm; estimates, for dogs only. */
const SIZE_BY_KG = [4.5, 11, 25, 40] as const
const SIZE_BY_CM = [26, 38, 55, 70] as const
const POUND_KG = 0.4536
const INCH_CM = 2.54

export function readSize(items: readonly Item[], species: Species | undefined): Finding<Size> | undefined {
  for (let at = 0; at < items.length; at++) {
    const size = items[at]!.facts['size']
    if (isOneOf(SIZES, size) && describesAnimal(items, at))
      return { value: size, from: at, to: at, field: 'size' }
    const breed = items[at]!.breed
    const isLike = items.slice(Math.max(0, at - 2), at).some((each) => each.facts['sizelike'])
    const like = breed !== undefined && isLike ? getBreed(breed)?.size : undefined
    if (like) return { value: like, from: at, to: at, field: 'size' }
  }
  if (species === 'cat') return undefined
  for (let at = 0; at < items.length; at++) {
    const isHash = items[at]!.token.text === '#'
    const unit = isHash ? 'lb' : (items[at]!.facts['unit'] ?? '')
    const factor = { kg: 1, lb: POUND_KG, cm: 1, inch: INCH_CM }[unit]
    if (factor === undefined) continue
    const number = (isHash ? [at - 1] : [at - 1, at + 1]).find((each) => numberOf(items[each]) !== undefined)
    if (number === undefined) continue
    const amount = numberOf(items[number])! * factor
    const limits = unit === 'kg' || unit === 'lb' ? SIZE_BY_KG : SIZE_BY_CM
    const value = SIZES[limits.filter((limit) => amount >= limit).length]!
    return { value, from: Math.min(at, number), to: Math.max(at, number), field: 'size' }
  }
  return undefined
}

/** "Large dog", "medium size", "маленькая, чёрная"; not "large ears" or "маленькое пятно". */
function describesAnimal(items: readonly Item[], at: number): boolean {
  const isPartLike = ({ facts }: Item) =>
    facts['part'] ??
    facts['bare'] ??
    facts['patch'] ??
    facts['item'] ??
    facts['thing'] ??
    facts['mark'] ??
    facts['hair']
  const here = items[at]!
  const isLittle = here.token.text === 'little' && here.last === here.token
  const isRussian = /[а-я]/.test(here.token.text)
  const before = items[at - 1]?.segment === here.segment ? items[at - 1] : undefined
  const adjacent = items[at + 1]
  if (isRussian && before && isPartLike(before)) return false
  const isAfterNoun = before?.facts['species'] ?? before?.facts['nounsex'] ?? before?.breed
  if (isRussian && isAfterNoun && !(adjacent && isPartLike(adjacent))) return true
  let strangers = 0
  for (let next = at + 1; next < Math.min(items.length, at + 7); next++) {
    const item = items[next]!
    if (item.segment !== here.segment) break
    if (item.facts['species'] || item.breed || item.isMixWord || item.facts['sizenoun'] || item.facts['sex'])
      return true
    if (isPartLike(item)) return false
    if (item.facts['with'] || item.facts['on']) break
    const isKnown = Object.keys(item.facts).length > 0 || item.token.kind === 'sign'
    if (!isKnown && ++strangers > 1) break
  }
  return !isLittle
}

export function numberOf(item: Item | undefined): number | undefined {
  if (!item) return undefined
  const digits =
    item.token.kind === 'number' ? Number(item.token.text) : Number(item.facts['number'] ?? Number.NaN)
  return Number.isFinite(digits) ? digits : undefined
}
