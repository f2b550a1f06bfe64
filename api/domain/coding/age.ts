import { AGES, type Age, type Species } from '../vocabulary.ts'
import { type Finding, numberOf } from './animal.ts'
import { isNegated } from './colour-nouns.ts'
import { isBystander } from './subject.ts'
import type { Item } from './words.ts'

const MONTHS = { year: 12, month: 1, week: 12 / 52 } as const
/** First month that is no longer baby, and no longer young: the classes shelters use. */
const YOUNG_FROM = 6
const ADULT_FROM = 24
/** Dogs count as old earlier than cats: an estimate. */
const SENIOR_FROM = { dog: 96, cat: 120 } as const
/** No pet of the kinds with age words lives longer: "70 лет" is somebody's grandmother. */
const OLDEST_MONTHS = 30 * 12

/** Age in months to its class; a species other than a cat is judged as a dog. */
export function ageClass(months: number, species: Species | undefined): Age {
  if (months < YOUNG_FROM) return 'baby'
  if (months < ADULT_FROM) return 'young'
  return months < SENIOR_FROM[species === 'cat' ? 'cat' : 'dog'] ? 'adult' : 'senior'
}

/** A number with its unit before words ("old", "подросток"), and those before "puppy" and a grey muzzle. */
export function readAge(items: readonly Item[], species: Species | undefined): Finding<Age> | undefined {
  for (let at = 0; at < items.length; at++) {
    const unit = items[at]!.facts['unit']
    if (unit !== 'year' && unit !== 'month' && unit !== 'week') continue
    const amount = amountAt(items, at)
    if (!amount || isDuration(items, amount.from, amount.to)) continue
    const months = amount.value * MONTHS[unit]
    if (months > OLDEST_MONTHS) continue
    return { value: ageClass(months, species), from: amount.from, to: amount.to, field: 'age' }
  }
  const labelled = readLabelled(items, species)
  if (labelled) return labelled
  const isAge = (word: string | undefined): word is Age => (AGES as readonly string[]).includes(word ?? '')
  for (const [at, item] of items.entries()) {
    const word = item.facts['age'] ?? (item.facts['oldword'] ? 'senior' : undefined)
    // "Young puppy": the noun is the surer word.
    const isOfNoun = word === 'young' && items[at + 1]?.facts['ageweak'] === 'baby'
    if (isAge(word) && !isOfNoun && !isNegated(items, at) && !isAboutTime(items, at))
      return { value: word, from: at, to: at, field: 'age' }
  }
  for (const [at, item] of items.entries()) {
    const word = item.facts['ageweak'] ?? (isGreyMuzzle(items, at) ? 'senior' : undefined)
    if (
      isAge(word) &&
      !isBystander(items, at) &&
      !items[at - 1]?.facts['agenone'] &&
      !item.facts['agenone']
    ) {
      return { value: word, from: at, to: at, field: 'age' }
    }
  }
  return undefined
}

type Amount = { value: number; from: number; to: number }

/** "7 лет", "2-3 months", "1.5 yrs", "пять лет", "лет 10", "год", "полгода". */
function amountAt(items: readonly Item[], at: number): Amount | undefined {
  const { facts } = items[at]!
  if (facts['amount']) return { value: Number(facts['amount']), from: at, to: at }
  const half = halfAround(items, at)
  if (half) return half
  const isDash = (each: Item | undefined) => each !== undefined && /^[-–—~]$|^до$|^to$/.test(each.token.text)
  const joint = isDash(items[at - 1]) ? at - 2 : at - 1
  const last = numberOf(items[joint])
  if (last !== undefined) {
    // "1 1/2 years"
    const isHalf = last === 2 && items[joint - 1]?.token.text === '/' && numberOf(items[joint - 2]) === 1
    const ones = isHalf ? (numberOf(items[joint - 3]) ?? 0) : 0
    if (isHalf) return { value: ones + 0.5, from: ones > 0 ? joint - 3 : joint - 2, to: at }
    const first = isDash(items[joint - 1]) ? numberOf(items[joint - 2]) : undefined
    return first === undefined
      ? { value: last, from: joint, to: at }
      : { value: (first + last) / 2, from: joint - 2, to: at }
  }
  const isRussian = /[а-я]/.test(items[at]!.token.text)
  const after = isRussian ? numberOf(items[at + 1]) : undefined
  const isOwnUnit = items[at + 2]?.facts['unit'] !== undefined
  if (after !== undefined && !isOwnUnit) return { value: after, from: at, to: at + 1 }
  return isRussian &&
    /^(год|года|годик|годика|месяц|году|годом)$/.test(items[at]!.token.text) &&
    after === undefined
    ? { value: 1, from: at, to: at }
    : undefined
}

/** "Two and a half years", "a year and a half", "half a year". */
function halfAround(items: readonly Item[], at: number): Amount | undefined {
  const isHalf = (each: number) => items[each]?.token.text === 'half'
  const isArticle = (each: number) => items[each]?.token.text === 'a'
  const halfAt = isHalf(at - 1) ? at - 1 : at - 2
  if (isHalf(halfAt) && (halfAt === at - 1 || isArticle(at - 1))) {
    const andAt = isArticle(halfAt - 1) ? halfAt - 2 : halfAt - 1
    const ones = items[andAt]?.facts['and'] ? numberOf(items[andAt - 1]) : undefined
    return { value: (ones ?? 0) + 0.5, from: ones === undefined ? halfAt : andAt - 1, to: at }
  }
  if (!items[at + 1]?.facts['and']) return undefined
  const later = isArticle(at + 2) ? at + 3 : at + 2
  if (!isHalf(later)) return undefined
  const ones = numberOf(items[at - 1])
  return { value: (ones ?? 1) + 0.5, from: ones === undefined ? at : at - 1, to: later }
}

/** "3 days ago", "for 2 weeks", "пропал 3 месяца назад", "живёт 5 лет": a span of time, no age. */
function isDuration(items: readonly Item[], from: number, to: number): boolean {
  const { sentence, segment } = items[from]!
  if (items.slice(to + 1, to + 3).some((each) => each.facts['ago'])) return true
  if (items.slice(to + 1, to + 2).some((each) => each.facts['oldword'])) return false
  const before = items.slice(Math.max(0, from - 3), from)
  return before.some((each, step) => {
    const isNear = each.sentence === sentence && each.segment === segment
    return (
      isNear &&
      each.facts['since'] !== undefined &&
      before.slice(step + 1).every((later) => !(later.facts['species'] ?? later.facts['sex'] ?? later.breed))
    )
  })
}

/** "Age: 5", "возраст 3". */
function readLabelled(items: readonly Item[], species: Species | undefined): Finding<Age> | undefined {
  const label = items.findIndex((item) => item.facts['agelabel'])
  const at = [label + 1, label + 2].find((each) => label >= 0 && items[each]?.token.kind === 'number')
  const years = at === undefined ? undefined : numberOf(items[at])
  if (at === undefined || years === undefined || years * MONTHS.year > OLDEST_MONTHS) return undefined
  return { value: ageClass(years * MONTHS.year, species), from: label, to: at, field: 'age' }
}

/** "Old" as a word of time or of a thing: "7 months old" without a readable number, "old collar". */
function isAboutTime(items: readonly Item[], at: number): boolean {
  const next = items[at + 1]
  if (
    next?.segment === items[at]!.segment &&
    (next.facts['item'] || next.facts['thing'] || next.facts['mark'])
  )
    return true
  // "7 months old" with a number or a unit that nobody could read: a length of time all the same.
  const before = items.slice(Math.max(0, at - 2), at)
  const isSpan = before.some((each) => each.facts['unit'] ?? numberOf(each))
  if (items[at]!.facts['oldword'] && isSpan) return true
  return (
    /^в возрасте?$/.test(items[at]!.token.text) ||
    (items[at]!.token.text === 'в' && numberOf(next) !== undefined)
  )
}

function isGreyMuzzle(items: readonly Item[], at: number): boolean {
  const { facts, last } = items[at]!
  const before = items[at - 1]
  return facts['part'] === 'muzzle' && last.text === 'muzzle' && before?.facts['colour'] === 'grey_blue'
}
