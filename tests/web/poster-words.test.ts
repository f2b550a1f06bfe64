import { beforeEach, describe, expect, it } from 'vitest'
import { LANGUAGES, SIZES } from '../../api/domain/vocabulary.ts'
import { loadMessages } from '../../web/i18n/index.ts'
import { posterFacts } from '../../web/pages/poster/content.ts'
import { phoneWords } from '../../web/pages/poster/phone-words.ts'
import { setLanguage } from '../../web/state/device.ts'
import { makeFeature } from './fixtures.ts'

describe('the signs on a poster', () => {
  beforeEach(async () => {
    setLanguage('ru')
    await loadMessages('traits', 'poster')
  })
  const dog = { species: 'dog', colours: ['black', 'tan'], age: 'adult', size: 'm' } as const
  const factsOf = (changes: Parameters<typeof makeFeature>[0]) =>
    posterFacts(makeFeature({ ...dog, colours: [...dog.colours], ...changes }).properties)

  it('agree with the sex in Russian, or with the word for the animal', () => {
    expect(factsOf({ sex: 'female' })).toBe('чёрная и подпалая, самка, взрослая, среднего размера')
    expect(factsOf({ sex: 'male' })).toBe('чёрный и подпалый, самец, взрослый, среднего размера')
    expect(factsOf({})).toBe('чёрная и подпалая, взрослая, среднего размера')
    expect(factsOf({ species: 'rabbit' })).toBe('чёрный и песочный, взрослый, среднего размера')
  })

  it('have a size that means something without its heading', async () => {
    for (const language of LANGUAGES) {
      setLanguage(language)
      await loadMessages('traits', 'poster')
      for (const size of SIZES) expect(factsOf({ size })).not.toMatch(/(medium|средний|средняя|, )$/)
    }
  })
})

describe('a phone number on a poster', () => {
  it.each([
    ['+79160000000', '+7 916 000 00 00'],
    ['89160000000', '8 (916) 000-00-00'],
    ['+44 20 7946 0018', '+44 20 7946 0018'],
    ['12345', '12345'],
    ['8 916 000-00-00 доб. 5', '8 916 000-00-00 доб. 5'],
  ])('stands in groups, each digit as it was typed: %s', async (typed, printed) => {
    expect(await phoneWords(typed)).toBe(printed)
  })
})
