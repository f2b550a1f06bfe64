import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeBreed } from '../../../api/domain/coding/breed-words.ts'
import {
  BREED_CROSSES,
  BREED_GROUPS,
  BREEDS,
  breedName,
  CONTEXTUAL_BREED_WORDS,
  getBreed,
  suggestBreeds,
} from '../../../api/domain/coding/breeds.ts'
import { COATS, SIZES } from '../../../api/domain/vocabulary.ts'

describe('the list of breeds', () => {
  it('has each code once, in known words, with a frequency and a group', () => {
    expect(new Set(BREEDS.map((breed) => breed.code)).size).toBe(BREEDS.length)
    for (const breed of BREEDS) {
      expect(breed.code).toMatch(/^[a-z]+(_[a-z]+)*$/)
      expect(BREED_GROUPS).toContain(breed.group)
      if (breed.size) expect(SIZES).toContain(breed.size)
      if (breed.coat) expect(COATS).toContain(breed.coat)
      expect(breed.frequency).toBeGreaterThan(0)
      expect(breed.frequency).toBeLessThan(1)
      expect(breed.en).toMatch(/^[^а-яё]+$/i)
      expect(breed.ru).toMatch(/[а-яё]/i)
    }
  })

  it('covers more than 150 breeds of dogs and 45 of cats', () => {
    expect(BREEDS.filter((breed) => breed.species === 'dog').length).toBeGreaterThan(150)
    expect(BREEDS.filter((breed) => breed.species === 'cat').length).toBeGreaterThan(45)
  })

  it('gives one register number to one breed, but for varieties that the FCI keeps together', () => {
    const codesByNumber = Map.groupBy(
      BREEDS.filter((breed) => breed.fci !== undefined),
      (breed) => breed.fci,
    )
    const shared = [...codesByNumber].filter(([, breeds]) => breeds.length > 1).map(([number]) => number)
    expect(shared.sort()).toEqual([15, 172, 97])
    const ems = BREEDS.flatMap((breed) => breed.ems ?? [])
    expect(new Set(ems).size).toBe(ems.length)
    for (const code of ems) expect(code).toMatch(/^[A-Z]{3}$/)
  })

  it('finds every breed by its own names in both languages', () => {
    for (const breed of BREEDS.filter(({ code }) => code !== 'mixed')) {
      expect([breed.en, codeBreed(breed.en).codes]).toEqual([breed.en, [breed.code]])
      expect([breed.ru, codeBreed(breed.ru).codes]).toEqual([breed.ru, [breed.code]])
      expect(codeBreed(breed.code).codes).toEqual([breed.code])
    }
  })

  it('points contextual words and crosses at breeds that exist', () => {
    const codes = [...Object.values(CONTEXTUAL_BREED_WORDS), ...Object.values(BREED_CROSSES).flat()]
    for (const code of codes) expect(getBreed(code)?.code).toBe(code)
  })
})

describe('a breed field', () => {
  it.each([
    ['lab mix', ['labrador_retriever'], true],
    ['pit x staff', ['american_pit_bull_terrier', 'american_staffordshire_terrier'], true],
    ['Chihuahua/Doxie', ['chihuahua', 'dachshund'], true],
    ['puggle', ['pug', 'beagle'], true],
    ['немецкая овчарка', ['german_shepherd'], false],
    ['ВЕО', ['east_european_shepherd'], false],
    ['метис лабрадора', ['labrador_retriever'], true],
    ['дворняжка', ['mixed'], true],
    ['mutt', ['mixed'], true],
    ['лабродорр', ['labrador_retriever'], false],
    ['Jack', ['jack_russell_terrier'], false],
    ['DSH', ['domestic_shorthair'], false],
    ['невская маскарадная', ['neva_masquerade'], false],
    ['', [], false],
    ['constructor', [], false],
  ])('codes "%s"', (text, codes, isMix) => {
    expect(codeBreed(text)).toMatchObject({ codes, isMix })
  })

  it('gives the look-alike groups of what it found', () => {
    expect(codeBreed('pit x staff').groups).toEqual(['pit_bull'])
    expect(codeBreed('malinois').groups).toEqual(codeBreed('ВЕО').groups)
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const code of codeBreed(text).codes) expect(getBreed(code)).toBeDefined()
      }),
    )
  })
})

describe('suggestions while typing', () => {
  it('offers names of the chosen language by their beginning, commonest first', () => {
    expect(suggestBreeds('лаб', 'dog', 'ru', 3)[0]).toEqual({
      code: 'labrador_retriever',
      name: 'Лабрадор-ретривер',
    })
    expect(suggestBreeds('shep', 'dog', 'en', 3).map((each) => each.code)).toContain('german_shepherd')
  })

  it('understands the other language and everyday words', () => {
    expect(suggestBreeds('lab', 'dog', 'ru', 3).map((each) => each.code)).toContain('labrador_retriever')
    expect(suggestBreeds('алаб', 'dog', 'ru', 1)[0]?.code).toBe('central_asian_shepherd')
  })

  it('keeps to the species and the limit', () => {
    for (const { code } of suggestBreeds('', 'cat', 'en', 50)) expect(getBreed(code)?.species).toBe('cat')
    expect(suggestBreeds('', undefined, 'ru', 5)).toHaveLength(5)
    expect(suggestBreeds('', 'horse', 'ru')).toEqual([])
    expect(suggestBreeds('лаб', 'dog', 'ru', 0)).toEqual([])
  })

  it('shows text that is no code as it is', () => {
    expect(breedName('labrador_retriever', 'ru')).toBe('Лабрадор-ретривер')
    expect(breedName('дедушкина порода', 'en')).toBe('дедушкина порода')
  })
})
