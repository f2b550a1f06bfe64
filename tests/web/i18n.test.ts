import { describe, expect, it } from 'vitest'
import { core as en } from '../../web/i18n/en/core.ts'
import { loaders } from '../../web/i18n/index.ts'
import { core as ru } from '../../web/i18n/ru/core.ts'
import { type Catalog, format, type Message } from '../../web/i18n/translate.ts'

const AREAS = Object.keys(loaders.en) as (keyof typeof loaders.en)[]

async function pairs(): Promise<[area: string, en: Catalog, ru: Catalog][]> {
  const rest = AREAS.map(
    async (area): Promise<[string, Catalog, Catalog]> => [
      area,
      await loaders.en[area](),
      await loaders.ru[area](),
    ],
  )
  return [['core', en, ru], ...(await Promise.all(rest))]
}

const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message))
const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

/** Plural categories that Russian has; `other` serves fractions. */
const RUSSIAN_PLURALS = ['few', 'many', 'one', 'other']

describe('words in two languages', () => {
  it('has every key in both', async () => {
    for (const [area, inEnglish, inRussian] of await pairs()) {
      expect(Object.keys(inRussian).sort(), area).toEqual(Object.keys(inEnglish).sort())
    }
  })

  it('leaves the same holes in both', async () => {
    for (const [, inEnglish, inRussian] of await pairs()) {
      for (const [key, message] of Object.entries(inEnglish)) {
        const wanted = holes(forms(message).join(' '))
        expect(holes(forms(inRussian[key]!).join(' ')), key).toEqual(wanted)
      }
    }
  })

  it('gives Russian every plural form or every gender, and English its two', async () => {
    for (const [, inEnglish, inRussian] of await pairs()) {
      for (const [key, message] of Object.entries(inRussian)) {
        if (typeof message === 'string') continue
        const expected = 'm' in message ? ['f', 'm', 'n'] : RUSSIAN_PLURALS
        expect(Object.keys(message).sort(), key).toEqual(expected)
      }
      for (const [key, message] of Object.entries(inEnglish)) {
        if (typeof message !== 'string') expect(Object.keys(message).sort(), key).toEqual(['one', 'other'])
      }
    }
  })

  it('keeps the areas apart: no key stands in two', async () => {
    const keys = (await pairs()).flatMap(([, inEnglish]) => Object.keys(inEnglish))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })
})

describe('format', () => {
  it('chooses the Russian plural by the number', () => {
    const message = ru['list.count']
    expect(format(message, { n: 1 }, 'ru')).toBe('1 объявление')
    expect(format(message, { n: 3 }, 'ru')).toBe('3 объявления')
    expect(format(message, { n: 12 }, 'ru')).toBe('12 объявлений')
    expect(format(message, { n: 21 }, 'ru')).toBe('21 объявление')
  })

  it('agrees with the gender of the animal', () => {
    expect(format(ru['kind.lost'], { gender: 'f' }, 'ru')).toBe('Пропала')
    expect(format(ru['kind.lost'], { gender: 'm' }, 'ru')).toBe('Пропал')
  })

  it('leaves an unknown hole to be seen', () => {
    expect(format('{a} and {b}', { a: 'x' }, 'en')).toBe('x and {b}')
  })
})
