import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawScene } from '../../../api/domain/drawing/draw-scene.ts'
import { PLACES } from '../../../api/domain/drawing/scenery.ts'
import { PATTERNS, SPECIES } from '../../../api/domain/vocabulary.ts'
import { idsOf, readXml } from './xml.ts'

describe('drawScene', () => {
  it('draws every species in every place as well-formed pictures', () => {
    for (const species of SPECIES)
      for (const place of PLACES)
        for (const seed of [1, 2, 3]) {
          const svg = drawScene({ species, pattern: PATTERNS[seed * 3], seed }, { place, seed })
          expect(readXml(svg).root).toBe('svg')
          expect(svg).not.toMatch(/NaN|undefined|Infinity/)
          expect(new Set(idsOf(svg)).size).toBe(idsOf(svg).length)
        }
  })

  it('repeats itself for one seed and differs for another', () => {
    const look = { species: 'cat', seed: 5 } as const
    expect(drawScene(look, { place: 'yard', seed: 1 })).toBe(drawScene(look, { place: 'yard', seed: 1 }))
    expect(drawScene(look, { place: 'yard', seed: 1 })).not.toBe(drawScene(look, { place: 'yard', seed: 2 }))
  })

  it('is a picture for the rasteriser: full size, with the animal apart from an empty place', async () => {
    const svg = drawScene(
      { species: 'dog', colours: ['black'], pattern: 'solid', seed: 1 },
      { place: 'snow', seed: 4 },
    )
    const { data, info } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([1200, 900])
    let dark = 0
    for (let i = 0; i < data.length; i += info.channels) if (data[i]! < 80 && data[i + 1]! < 80) dark++
    expect(dark / (info.width * info.height)).toBeGreaterThan(0.03)
  })
})
