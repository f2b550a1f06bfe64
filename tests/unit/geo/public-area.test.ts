import fc from 'fast-check'
import { cellToLatLng, latLngToCell } from 'h3-js'
import { expect, test } from 'vitest'
import { distanceM } from '../../../api/domain/geo/lng-lat.ts'
import { publicAreaOf } from '../../../api/domain/geo/public-area.ts'

const place = fc.record({
  lng: fc.double({ min: -179, max: 179, noNaN: true }),
  lat: fc.double({ min: -70, max: 70, noNaN: true }),
  accuracyM: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
})

test('the public area of an approximate place is the middle of a cell of resolution 8, and the place lies in it', () => {
  fc.assert(
    fc.property(place, (value) => {
      const area = publicAreaOf(value, 'approximate')
      const [lat, lng] = cellToLatLng(latLngToCell(value.lat, value.lng, 8))
      expect({ lng: area.lng, lat: area.lat }).toEqual({ lng, lat })
      expect(distanceM(area, value)).toBeLessThanOrEqual(area.radiusM)
    }),
  )
})

test('the public area of an approximate place is as wide as the cell, or as the pin where that says less', () => {
  const home = { lng: 37.62, lat: 55.75 }
  const { radiusM } = publicAreaOf(home, 'approximate')
  expect(radiusM).toBeGreaterThan(400)
  expect(radiusM).toBeLessThan(700)
  expect(publicAreaOf({ ...home, accuracyM: 50 }, 'approximate').radiusM).toBe(radiusM)
  expect(publicAreaOf({ ...home, accuracyM: 3_000 }, 'approximate').radiusM).toBe(3_000)
})

test('the public area of an exact place is the point, or a circle where the pin says less than a point', () => {
  const home = { lng: 37.62, lat: 55.75 }
  expect(publicAreaOf({ ...home, accuracyM: 99 }, 'exact')).toEqual({ ...home, radiusM: 0 })
  expect(publicAreaOf({ ...home, accuracyM: 520 }, 'exact')).toEqual({ ...home, radiusM: 520 })
})
