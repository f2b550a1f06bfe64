import type { RgbaPicture } from './picture.ts'

/** Minkowski norm between the grey-world (1) and the white-patch (infinite) assumptions. */
const NORM = 6
/** The whole correction would turn a red dog that fills the picture grey. */
const STRENGTH = 0.8
/** Where the brightest parts of a well exposed picture lie, 0–255. */
const BRIGHT = 215

/** Takes out most of the light's colour and strength ("shades of grey", Finlayson & Trezzi, CIC 2004). */
export function evenLight(picture: RgbaPicture): RgbaPicture {
  const gains = [0, 1, 2].map((channel) => (BRIGHT / minkowskiMean(picture, channel)) ** STRENGTH)
  const data = picture.data.map((value, i) => (i % 4 === 3 ? 255 : Math.min(255, value * gains[i % 4]!)))
  return { ...picture, data }
}

function minkowskiMean({ data, width, height }: RgbaPicture, channel: number): number {
  let sum = 0
  for (let i = channel; i < data.length; i += 4) sum += (data[i]! / 255) ** NORM
  return Math.max(1, 255 * (sum / (width * height)) ** (1 / NORM))
}
