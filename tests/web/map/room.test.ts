import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  insetsOfCard,
  insetsOfTools,
  isInRest,
  middleOfRest,
  NO_INSETS,
  paddingOf,
} from '../../../web/map/room.ts'

const box = (left: number, top: number, width: number, height: number) => ({
  ...{ left, top, right: left + width, bottom: top + height },
})
const map = box(500, 60, 900, 800)

describe('what lies over a map', () => {
  it('counts tools in its upper half from above and the others from below', () => {
    const tools = [box(516, 76, 140, 44), box(670, 76, 140, 44), box(516, 740, 272, 80)]
    expect(insetsOfTools(map, tools)).toEqual({ ...NO_INSETS, top: 60, bottom: 120 })
    expect(insetsOfTools(map, [box(500, 0, 900, 60)])).toEqual(NO_INSETS)
  })

  it('counts a card from below on a phone, and at a desk from its side, where a marker would be under it', () => {
    const phone = box(0, 60, 360, 600)
    const under = { x: 200, y: 600 }
    expect(insetsOfCard(phone, box(12, 400, 336, 180), under)).toEqual({ ...NO_INSETS, bottom: 260 })
    const card = box(512, 400, 384, 340)
    expect(insetsOfCard(map, card, under)).toEqual({ ...NO_INSETS, left: 396 })
    expect(insetsOfCard(map, card, { x: 700, y: 600 })).toEqual(NO_INSETS)
    expect(insetsOfCard(map, card, { x: 200, y: 100 })).toEqual(NO_INSETS)
    expect(insetsOfCard(map, undefined, under)).toEqual(NO_INSETS)
  })

  it('counts a card from its side on a map so low that more room is left beside it than above', () => {
    const low = box(0, 160, 720, 290)
    expect(insetsOfCard(low, box(16, 280, 384, 160), { x: 200, y: 200 })).toEqual({ ...NO_INSETS, left: 400 })
  })

  it('leaves the middle of the rest where everything is seen, whatever lies over the map', () => {
    const inset = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(fc.record({ left: inset, top: inset, right: inset, bottom: inset }), (insets) => {
        const size = { width: 900, height: 800 }
        const [x, y] = middleOfRest(insets)
        expect(isInRest({ x: 450 + x, y: 400 + y }, size, insets, 72)).toBe(true)
        expect(isInRest({ x: insets.left, y: 400 + y }, size, insets, 72)).toBe(false)
      }),
    )
  })
})

describe('the room round what a map is to show', () => {
  it('is a margin beside what lies over it', () => {
    expect(paddingOf({ width: 900, height: 800 }, { ...NO_INSETS, top: 60, bottom: 120 }, 56)).toEqual({
      ...{ left: 56, right: 56, top: 116, bottom: 176 },
    })
  })

  it('never takes more than three fifths of a side, where nothing could be shown any more', () => {
    const side = fc.integer({ min: 100, max: 2_000 })
    const inset = fc.integer({ min: 0, max: 2_000 })
    fc.assert(
      fc.property(side, side, inset, inset, (width, height, top, bottom) => {
        const padding = paddingOf({ width, height }, { ...NO_INSETS, top, bottom }, 56)
        expect(padding.left + padding.right).toBeLessThanOrEqual(0.6 * width + 1e-6)
        expect(padding.top + padding.bottom).toBeLessThanOrEqual(0.6 * height + 1e-6)
      }),
    )
  })
})
