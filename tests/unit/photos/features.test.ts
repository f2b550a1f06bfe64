import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import {
  comparePhotoSets,
  comparePhotos,
  isSamePicture,
  photoDistances,
} from '../../../api/photos/features/compare-photos.ts'
import { labOfRgb, rgbOfLab } from '../../../api/photos/features/lab.ts'
import type { PaletteColour } from '../../../api/photos/features/palette.ts'
import { bigintOfHash, hashDistance, hashOfBigint } from '../../../api/photos/features/perceptual-hash.ts'
import { type PhotoFeatures, photoFeaturesOf } from '../../../api/photos/features/photo-features.ts'
import { type RgbaPicture, shrinkPicture, WORKING_SIDE_PX } from '../../../api/photos/features/picture.ts'
import { petPicture } from './pictures.ts'

async function featuresOf(picture: Sharp): Promise<PhotoFeatures> {
  const fit = {
    width: WORKING_SIDE_PX,
    height: WORKING_SIDE_PX,
    fit: 'inside',
    withoutEnlargement: true,
  } as const
  const bytes = await picture.png().toBuffer()
  const { data, info } = await sharp(bytes)
    .resize(fit)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return photoFeaturesOf({ width: info.width, height: info.height, data })
}

/** An ellipse of the animal's colours, with stripes if asked, before a plain background. */
function animal(colours: { coat: string; chest: string; ground: string; stripes?: string }): Sharp {
  const stripes = Array.from(
    { length: 14 },
    (_, i) => `<path d="M${19 + i * 3} 14v40" stroke="${colours.stripes}"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60" width="480" height="360">
    <rect width="80" height="60" fill="${colours.ground}"/>
    <clipPath id="c"><ellipse cx="40" cy="34" rx="22" ry="18"/></clipPath>
    <g clip-path="url(#c)"><rect width="80" height="60" fill="${colours.coat}"/>${colours.stripes ? stripes.join('') : ''}</g>
    <ellipse cx="40" cy="44" rx="8" ry="7" fill="${colours.chest}"/></svg>`
  return sharp(Buffer.from(svg))
}

const picture = (width: number, height: number, byte: (i: number) => number): RgbaPicture => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height * 4 }, (_, i) => (i % 4 === 3 ? 255 : byte(i))),
})

describe('colours', () => {
  it('takes every sRGB colour to Lab and back', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(byte, byte, byte, (red, green, blue) => {
        expect(rgbOfLab(labOfRgb(red, green, blue))).toEqual([red, green, blue])
      }),
    )
  })

  it('agrees with published values', () => {
    const rounded = (...rgb: [number, number, number]) =>
      labOfRgb(...rgb).map((value) => Math.round(value * 10) / 10 + 0)
    expect(rounded(255, 255, 255)).toEqual([100, 0, 0])
    expect(rounded(255, 0, 0)).toEqual([53.2, 80.1, 67.2])
    expect(rounded(0, 0, 255)).toEqual([32.3, 79.2, -107.9])
  })
})

describe('shrinking', () => {
  it('keeps the mean of any picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer(),
        (width, height, seed) => {
          const whole = picture(width, height, (i) => Math.abs((i * 2654435761 + seed) >> 3) % 256)
          const small = shrinkPicture(whole, Math.ceil(width / 3), Math.ceil(height / 3))
          const mean = ({ data }: RgbaPicture) => {
            const reds = [...data].filter((_, i) => i % 4 === 0)
            return reds.reduce((sum, value) => sum + value, 0) / reds.length
          }
          expect(Math.abs(mean(whole) - mean(small))).toBeLessThan(1)
        },
      ),
    )
  })
})

describe('perceptual hash', () => {
  it('hardly changes with size, compression and light', async () => {
    const original = await featuresOf(petPicture())
    const edits = [
      petPicture(333, 250),
      sharp(await petPicture().jpeg({ quality: 20 }).toBuffer()),
      petPicture().modulate({ brightness: 1.2 }),
      petPicture().blur(3),
    ]
    for (const edit of edits) {
      const edited = await featuresOf(edit)
      expect(hashDistance(original.perceptualHash, edited.perceptualHash)).toBeLessThanOrEqual(6)
      expect(isSamePicture(original, edited)).toBe(true)
    }
  })

  it('survives the database, sign included', () => {
    for (const hash of ['0000000000000000', '7fffffffffffffff', '8000000000000000', 'ffffffffffffffff']) {
      expect(hashOfBigint(bigintOfHash(hash))).toBe(hash)
    }
  })
})

const sumOf = (colours: PaletteColour[]) => colours.reduce((sum, colour) => sum + colour.weight, 0)

function labOfHex(hex: string) {
  const value = Number.parseInt(hex.slice(1), 16)
  return labOfRgb(value >> 16, (value >> 8) & 255, value & 255)
}

describe('palette and coat', () => {
  it('finds the colours of the animal and not of the ground it stands on', async () => {
    const { palette } = await featuresOf(animal({ coat: '#7a4a21', chest: '#f3efe6', ground: '#6b8f4e' }))
    expect(palette.length).toBeLessThanOrEqual(6)
    expect(palette.reduce((sum, colour) => sum + colour.weight, 0)).toBeCloseTo(1, 2)
    const warm = palette.filter(({ hex }) => labOfHex(hex)[1] > 8)
    const green = palette.filter(({ hex }) => labOfHex(hex)[1] < -8)
    expect(sumOf(warm)).toBeGreaterThan(0.6)
    expect(sumOf(green)).toBeLessThan(0.1)
  })

  it('hardly changes with the colour and strength of the light', async () => {
    const dog = animal({ coat: '#7a4a21', chest: '#f3efe6', ground: '#6b8f4e' })
    const inSun = await featuresOf(dog)
    const png = await dog.png().toBuffer()
    for (const gains of [
      [0.7, 0.7, 0.7],
      [1, 0.95, 0.8],
      [0.75, 0.8, 0.95],
    ]) {
      const elsewhere = await featuresOf(sharp(png).flatten().linear(gains, [0, 0, 0]))
      expect(photoDistances(inSun, elsewhere).colour).toBeLessThan(0.2)
    }
  })

  it('sees stripes', async () => {
    const plain = await featuresOf(animal({ coat: '#8a6a45', chest: '#8a6a45', ground: '#ccd' }))
    const tabby = await featuresOf(
      animal({ coat: '#8a6a45', chest: '#8a6a45', ground: '#ccd', stripes: '#3a2a15' }),
    )
    expect(tabby.coat.edges).toBeGreaterThan(plain.coat.edges + 0.2)
    expect(tabby.coat.contrast).toBeGreaterThan(plain.coat.contrast)
  })

  it('gives finite numbers for flat, tiny and one-colour pictures', () => {
    for (const flat of [picture(1, 1, () => 0), picture(2, 200, () => 255), picture(64, 64, () => 128)]) {
      const features = photoFeaturesOf(flat)
      for (const value of Object.values(features.coat))
        expect(value).toSatisfy((v: number) => v >= 0 && v <= 1)
      expect(features.palette).toHaveLength(1)
    }
  })
})

describe('comparing', () => {
  const brownDog = animal({ coat: '#7a4a21', chest: '#f3efe6', ground: '#6b8f4e' })
  const sameDogElsewhere = animal({ coat: '#83522a', chest: '#e9e4d8', ground: '#8d9aa5' })
  const blackDog = animal({ coat: '#1c1a1a', chest: '#1c1a1a', ground: '#6b8f4e' })

  it('favours the same coat before another background over another coat before the same one', async () => {
    const [one, same, other] = await Promise.all([brownDog, sameDogElsewhere, blackDog].map(featuresOf))
    const ratioOfSame = comparePhotos(one!, same!).likelihoodRatio
    const ratioOfOther = comparePhotos(one!, other!).likelihoodRatio
    expect(ratioOfSame).toBeGreaterThan(1)
    expect(ratioOfOther).toBeLessThan(1)
  })

  it('is sure of the same picture and only of that', async () => {
    const [one, same] = await Promise.all([brownDog, sameDogElsewhere].map(featuresOf))
    expect(comparePhotos(one!, one!)).toEqual({ similarity: 1, likelihoodRatio: 200 })
    expect(isSamePicture(one!, same!)).toBe(false)
  })

  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const anyFeatures: fc.Arbitrary<PhotoFeatures> = fc.record({
    thumbHash: fc.constantFrom(
      'IAgCBYBnC2V9eWpNvzlyl/nmB31r',
      '1QcSHQRnh493V4dIh4eXh1h4kJUI',
      'XBAKBQCAg4iAiHd3d3h3d4eJ',
    ),
    perceptualHash: fc
      .bigInt({ min: 0n, max: 2n ** 64n - 1n })
      .map((bits) => bits.toString(16).padStart(16, '0')),
    palette: fc.array(
      fc.record({
        hex: fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`),
        weight: share,
      }),
      { maxLength: 6 },
    ),
    coat: fc.record({ contrast: share, edges: share, texture: share, stripes: share, patches: share }),
  })

  it('is symmetric and stays within 0.05–200 for all features', () => {
    fc.assert(
      fc.property(anyFeatures, anyFeatures, (one, other) => {
        const there = comparePhotos(one, other)
        expect(comparePhotos(other, one).likelihoodRatio).toBeCloseTo(there.likelihoodRatio, 9)
        expect(there.likelihoodRatio).toBeGreaterThanOrEqual(0.05)
        expect(there.likelihoodRatio).toBeLessThanOrEqual(200)
      }),
    )
  })

  it('compares whole reports symmetrically, and says nothing where one has no photo', () => {
    const photos = fc.array(anyFeatures, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(photos, photos, (one, other) => {
        const there = comparePhotoSets(one, other)!
        expect(comparePhotoSets(other, one)!.likelihoodRatio).toBeCloseTo(there.likelihoodRatio, 9)
        expect(comparePhotoSets(one, [])).toBeUndefined()
      }),
    )
  })
})
