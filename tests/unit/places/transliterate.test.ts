import { describe, expect, it } from 'vitest'
import { toLatin, toRussian } from '../../../api/cli/places/transliterate.ts'

describe('toRussian', () => {
  it.each([
    ['Beryozovskiy', 'Берёзовский'],
    ['Chyorny Yar', 'Чёрный Яр'],
    ['Olyokminsk', 'Олёкминск'],
    ['Yoshkar-Ola', 'Йошкар-Ола'],
    ['Shchëlkovo', 'Щёлково'],
    ['Elektrostal’', 'Электросталь'],
    ['Nizhniy Novgorod', 'Нижний Новгород'],
  ])('spells %s as %s', (latin, russian) => {
    expect(toRussian(latin)).toBe(russian)
  })
})

describe('toLatin', () => {
  it.each([
    ['Щёлковская', 'Shchyolkovskaya'],
    ['Юго-Западная', 'Yugo-Zapadnaya'],
    ['ВДНХ', 'VDNKh'],
    ['Измайловский', 'Izmaylovsky'],
  ])('spells %s as %s', (russian, latin) => {
    expect(toLatin(russian)).toBe(latin)
  })
})
