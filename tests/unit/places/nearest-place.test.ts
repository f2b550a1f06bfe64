import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceM } from '../../../api/domain/geo/lng-lat.ts'
import type { GazetteerFile } from '../../../api/places/gazetteer.ts'
import { findNearestPlace } from '../../../api/places/nearest-place.ts'
import file from '../../../api/places/places.data.json' with { type: 'json' }

const { places } = file as unknown as GazetteerFile
const nameOf = (lng: number, lat: number, uncertainM = 0) =>
  findNearestPlace({ lng, lat }, uncertainM)?.ru.name

describe('findNearestPlace', () => {
  it('says district and city in Moscow, town and region elsewhere, in both languages', () => {
    expect(findNearestPlace({ lng: 37.672, lat: 55.803 }, 600)).toEqual({
      ru: { name: 'Сокольники', area: 'Москва' },
      en: { name: 'Sokolniki', area: 'Moscow' },
    })
    expect(findNearestPlace({ lng: 37.44, lat: 55.9 }, 0)).toEqual({
      ru: { name: 'Химки', area: 'Московская область' },
      en: { name: 'Khimki', area: 'Moscow Oblast' },
    })
  })

  it('names the city around a spot and not the next village', () => {
    expect(nameOf(82.98, 55.06)).toBe('Новосибирск')
    expect(nameOf(30.38, 59.83)).toBe('Санкт-Петербург')
  })

  it('names a town at the edge of Moscow and not Moscow', () => {
    expect(nameOf(37.74, 55.92)).toBe('Мытищи')
  })

  it('falls back to the city in the forests between its districts, inside the ring road only', () => {
    expect(nameOf(37.79, 55.86)).toBe('Москва')
    expect(nameOf(37.3, 55.92)).not.toBe('Москва')
  })

  it.each([
    ['sea', 33, 44],
    ['steppe', 46.5, 47.2],
    ['ocean', -30, 0],
    ['180th meridian', 180, 66],
    ['pole', 0, 90],
  ])('says nothing in open country: %s', (_, lng, lat) => {
    expect(findNearestPlace({ lng, lat }, 0)).toBeUndefined()
  })

  it('names nothing smaller than what is uncertain of the spot', () => {
    expect(nameOf(37.672, 55.803, 600)).toBe('Сокольники')
    expect(nameOf(37.672, 55.803, 5_000)).toBe('Москва')
    expect(nameOf(37.672, 55.803, 300_000)).toBeUndefined()
  })

  it('names every town in its middle, and nothing whose middle is farther than it reaches', () => {
    const towns = places.filter(([kind]) => kind === 'town')
    fc.assert(
      fc.property(fc.constantFrom(...towns), fc.double({ min: -1, max: 1, noNaN: true }), (row, aside) => {
        const spot = { lng: row[4] + aside * 0.1, lat: row[5] }
        expect(nameOf(row[4], row[5])).toBeDefined()
        const said = findNearestPlace(spot, 0)
        if (!said) return
        const middles = places.filter(([kind, ru, en]) => kind !== 'metro' && said.ru.name === (ru || en))
        const reaches = middles.some(
          ([, , , , lng, lat, radiusM]) =>
            distanceM(spot, { lng, lat }) <= Math.max(2 * radiusM, radiusM + 2_000),
        )
        expect(reaches).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
