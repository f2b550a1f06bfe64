import { describe, expect, it } from 'vitest'
import { toLatin, toRussian } from '../../../api/cli/places/transliterate.ts'
import type { GazetteerFile } from '../../../api/places/gazetteer.ts'
import file from '../../../api/places/places.data.json' with { type: 'json' }

const { places } = file as unknown as GazetteerFile

describe('toRussian', () => {
  it.each([
    ['Beryozovskiy', 'Берёзовский'],
    ['Chyorny Yar', 'Чёрный Яр'],
    ['Olyokminsk', 'Олёкминск'],
    ['Yoshkar-Ola', 'Йошкар-Ола'],
    ['Shchëlkovo', 'Щёлково'],
    ['Elektrostal’', 'Электросталь'],
    ['Nizhniy Novgorod', 'Нижний Новгород'],
    ['Kuz’minskiye Otverzhki', 'Кузьминские Отвержки'],
    ['Verkhnyaya Balkariya', 'Верхняя Балкария'],
    ['Priyutovo', 'Приютово'],
    ['Zmiyëvka', 'Змиёвка'],
    ['Novyye Vyyezdy', 'Новые Выезды'],
    ['Mayya', 'Майя'],
    ['Kayyerkan', 'Кайеркан'],
    ['Lesnyye Polyany', 'Лесные Поляны'],
    ['Mirny', 'Мирный'],
    ['Leninsk-Kuznetsky', 'Ленинск-Кузнецкий'],
    ['Irkutsk', 'Иркутск'],
    ['Lipetsk', 'Липецк'],
  ])('spells %s as %s', (latin, russian) => {
    expect(toRussian(latin)).toBe(russian)
  })
})

describe('the Russian names of the gazetteer', () => {
  const names = places.map(([, russian]) => russian)

  it('hold no letters that Russian never sets side by side', () => {
    const impossible = /[иы]й[аеёиуыэюя]|[бвгджзклмнпрстфхцчшщ]й|кы(?=$|[ -])/i
    expect(names.filter((name) => impossible.test(name))).toEqual([])
  })

  it('spell towns as their people do', () => {
    const towns =
      'Иркутск, Якутск, Братск, Липецк, Великие Луки, Сергиев Посад, Нижний Тагил, Вятские Поляны, Ливны'
    expect(names).toEqual(expect.arrayContaining(towns.split(', ')))
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
