import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  projectToUnitSquare,
  quadkeyOf,
  quadkeyRangeOf,
  quadkeyShift,
  tileOfCell,
  unprojectFromUnitSquare,
} from '../../../api/domain/geo/quadkey.ts'

const lngs = fc.double({ min: -180, max: 180, noNaN: true })
const lats = fc.double({ min: -90, max: 90, noNaN: true })

/** Round numbers, because two formulas may differ in the last bit of a place right beside a tile's edge. */
const microdegrees = (limit: number) =>
  fc.integer({ min: -limit * 1e6, max: limit * 1e6 - 1 }).map((value) => value / 1e6)

/** The usual formula of the XYZ scheme, written apart from the code under test. */
const tileAt = (lng: number, lat: number, z: number) => {
  const side = 2 ** z
  const angle = (lat * Math.PI) / 180
  return {
    z,
    x: Math.floor(((lng + 180) / 360) * side),
    y: Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * side),
  }
}

describe('quadkeyOf', () => {
  it('numbers the four quarters of the world in Z order', () => {
    const quarter = (lng: number, lat: number) => quadkeyOf(lng, lat) >> quadkeyShift(1)
    expect([quarter(-90, 45), quarter(90, 45), quarter(-90, -45), quarter(90, -45)]).toEqual([0n, 1n, 2n, 3n])
  })

  it('stays inside its range at the edges of the world and beyond the map', () => {
    const last = quadkeyRangeOf({ z: 0, x: 0, y: 0 }).to - 1n
    expect(quadkeyOf(-180, 90)).toBe(0n)
    expect(quadkeyOf(180, -90)).toBe(last)
    expect(last < 2n ** 63n).toBe(true)
  })

  it('puts every place into the range of the tile that covers it, at every zoom', () => {
    fc.assert(
      fc.property(microdegrees(180), microdegrees(85), fc.nat(22), (lng, lat, z) => {
        const key = quadkeyOf(lng, lat)
        const tile = tileOfCell(key >> quadkeyShift(z), z)
        const { from, to } = quadkeyRangeOf(tile)
        expect(key >= from && key < to).toBe(true)
        expect(tile).toEqual(tileAt(lng, lat, z))
      }),
    )
  })

  it('gives the four children of a tile ranges that fill it without overlap', () => {
    fc.assert(
      fc.property(lngs, lats, fc.nat(20), (lng, lat, z) => {
        const tile = tileOfCell(quadkeyOf(lng, lat) >> quadkeyShift(z), z)
        const whole = quadkeyRangeOf(tile)
        const children = [0, 1, 2, 3].map((corner) =>
          quadkeyRangeOf({ z: z + 1, x: tile.x * 2 + (corner & 1), y: tile.y * 2 + (corner >> 1) }),
        )
        expect(children[0]!.from).toBe(whole.from)
        expect(children[3]!.to).toBe(whole.to)
        for (let i = 1; i < 4; i++) expect(children[i]!.from).toBe(children[i - 1]!.to)
      }),
    )
  })
})

describe('projectToUnitSquare', () => {
  it('comes back to the same place', () => {
    fc.assert(
      fc.property(lngs, fc.double({ min: -85, max: 85, noNaN: true }), (lng, lat) => {
        const { x, y } = projectToUnitSquare(lng, lat)
        const back = unprojectFromUnitSquare(x, y)
        expect(back.lng).toBeCloseTo(lng, 9)
        expect(back.lat).toBeCloseTo(lat, 9)
      }),
    )
  })
})
