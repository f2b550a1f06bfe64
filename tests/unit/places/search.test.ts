import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describePlace, type GazetteerFile } from '../../../api/places/gazetteer.ts'
import file from '../../../api/places/places.data.json' with { type: 'json' }
import { indexPlaces, placesAround, searchPlaces } from '../../../api/places/search.ts'

const { places, regions } = file as unknown as GazetteerFile
const index = indexPlaces(places)
const MOSCOW = { lng: 37.62, lat: 55.75 }

const best = (text: string, near?: { lng: number; lat: number }) => {
  const [row] = searchPlaces(index, text, near, 1)
  return row && [row[0], row[1]]
}

describe('searchPlaces', () => {
  it.each([
    ['Москва', ['town', 'Москва']],
    ['moscow', ['town', 'Москва']],
    ['моск', ['town', 'Москва']],
    ['щелково', ['town', 'Щёлково']],
    ['Schelkovo', ['town', 'Щёлково']],
    ['нижний нов', ['town', 'Нижний Новгород']],
    ['london', ['town', 'Лондон']],
    ['митино', ['district', 'Митино']],
    ['метро митино', ['metro', 'Митино']],
    ['м. ВДНХ', ['metro', 'ВДНХ']],
    ['улица 1905', ['metro', 'Улица 1905 года']],
    ['станция ВДНХ', ['metro', 'ВДНХ']],
    ['station Mitino', ['metro', 'Митино']],
    ['район Митино', ['district', 'Митино']],
    ['поселение Сосенское', ['district', 'Сосенское']],
    ['city Kazan', ['town', 'Казань']],
    ['питер', ['town', 'Санкт-Петербург']],
  ])('understands "%s"', (typed, wanted) => {
    expect(best(typed)).toEqual(wanted)
  })

  it.each([
    ['мсква', 'Москва'],
    ['новогирево', 'Новогиреево'],
    ['екатеринбрг', 'Екатеринбург'],
    ['yekaterinbrug', 'Екатеринбург'],
  ])('forgives a slip of the finger in "%s"', (typed, wanted) => {
    expect(best(typed)?.[1]).toBe(wanted)
  })

  it('puts what is near before what is large and far', () => {
    const vologda = { lng: 40.12, lat: 59.47 }
    expect(searchPlaces(index, 'сокол', vologda, 1)[0]?.slice(0, 4)).toEqual(['town', 'Сокол', 'Sokol', '85'])
    expect(best('сокол', MOSCOW)?.[0]).toBe('district')
  })

  it('finds every place of the file by its own name, in both languages', () => {
    const lost = places.flatMap((row) =>
      [row[1], row[2]].filter(
        (name) => name && !searchPlaces(index, name, { lng: row[4], lat: row[5] }, 20).includes(row),
      ),
    )
    expect(lost).toEqual([])
  })

  it('answers nothing to nothing, and never fails', () => {
    expect(searchPlaces(index, ' …', undefined, 5)).toEqual([])
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(searchPlaces(index, text, undefined, 3).length).toBeLessThanOrEqual(3)
      }),
    )
  })
})

describe('placesAround', () => {
  it('names a spot in Moscow by its station, its district and the city', () => {
    const names = placesAround(places, { lng: 37.3612, lat: 55.8459 }, 3).map((row) => row[0])
    expect(names).toEqual(['metro', 'district', 'town'])
  })

  it('names a spot in another city by the city and not by the next village', () => {
    expect(placesAround(places, { lng: 82.98, lat: 55.06 }, 1)[0]?.[1]).toBe('Новосибирск')
  })

  it('has no name for the middle of an ocean', () => {
    expect(placesAround(places, { lng: -30, lat: 0 }, 3)).toEqual([])
  })
})

describe('describePlace', () => {
  it('says in the reader’s language what a place lies in', () => {
    const khimki = places.find((row) => row[1] === 'Химки')!
    expect(describePlace(khimki, regions, 'ru')).toMatchObject({
      name: 'Химки',
      detail: 'Московская область',
    })
    expect(describePlace(khimki, regions, 'en')).toMatchObject({ name: 'Khimki', detail: 'Moscow Oblast' })
    const paris = places.find((row) => row[2] === 'Paris' && row[3] === 'FR')!
    expect(describePlace(paris, regions, 'ru')).toMatchObject({ name: 'Париж', detail: 'Франция' })
  })
})

describe('the bundled gazetteer', () => {
  it('has all 146 districts of Moscow, and stations inside its region', () => {
    expect(places.filter(([kind]) => kind === 'district')).toHaveLength(146)
    for (const [, name, , , lng, lat] of places.filter(([kind]) => kind === 'metro')) {
      expect(Math.abs(lng - MOSCOW.lng), name).toBeLessThan(0.36)
      expect(Math.abs(lat - MOSCOW.lat), name).toBeLessThan(0.25)
    }
  })

  it('names every place of Russia in Russian letters and its region in both languages', () => {
    const russian = places.filter(([kind, , , area]) => kind === 'town' && area in regions)
    expect(russian.length).toBeGreaterThan(3000)
    for (const [, ru] of russian) expect(ru).toMatch(/^[А-ЯЁа-яё0-9 .«»()-]+$/)
  })
})
