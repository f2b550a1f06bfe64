import type { Sex, Species } from '../domain/vocabulary.ts'

/** Sentences by language; Russian ones of an owner agree with the animal's sex, those of a finder with «собака» or «кошка». */
export type Group = 'dog' | 'cat' | 'bird' | 'small'

export const groupOf = (species: Species): Group =>
  species === 'dog' || species === 'horse'
    ? 'dog'
    : species === 'cat'
      ? 'cat'
      : species === 'bird'
        ? 'bird'
        : 'small'

export type OwnerLine = readonly [male: string, female: string, en: string]
export type Line = readonly [ru: string, en: string]

export const ownerWords = ([male, female, en]: OwnerLine, language: 'ru' | 'en', sex: Sex): string =>
  language === 'en' ? en : sex === 'male' ? male : female
export const words = ([ru, en]: Line, language: 'ru' | 'en'): string => (language === 'ru' ? ru : en)

export const AT: readonly Line[] = [
  ['у метро «{metro}»', 'near {metro} metro'],
  ['в районе метро «{metro}»', 'in the {metro} area'],
  ['недалеко от метро «{metro}»', 'not far from {metro} metro'],
  ['в 10 минутах от метро «{metro}»', 'ten minutes from {metro} metro'],
]

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Fills {slots}; one that begins with a capital capitalises its value. */
export function fill(template: string, slots: Record<string, string>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    const value = slots[slot.toLowerCase()] ?? ''
    return /^[A-Z]/.test(slot) ? capital(value) : value
  })
}
