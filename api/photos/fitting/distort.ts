import sharp from 'sharp'
import { makeRandom } from '../../domain/drawing/random.ts'
import { type RgbaPicture, WORKING_SIDE_PX } from '../features/picture.ts'

/**
 * A drawn scene as a hurried person's telephone would have it: cropped, askew, too dark or too bright, with a
 * colour cast, soft, noisy and compressed. @returns the picture that features are taken from
 */
export async function distortScene(svg: string, seed: string): Promise<RgbaPicture> {
  const random = makeRandom(`distort/${seed}`)
  const between = (low: number, high: number) => low + (high - low) * random()
  const drawn = await sharp(Buffer.from(svg))
    .resize({ width: 640 })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer()
  const { width, height } = await sharp(drawn).metadata()
  const share = between(0.72, 1)
  const cropped = { width: Math.floor(width * share), height: Math.floor(height * share) }
  const taken = sharp(drawn)
    .extract({
      ...cropped,
      left: Math.floor((width - cropped.width) * between(0.2, 0.8)),
      top: Math.floor((height - cropped.height) * between(0.2, 0.8)),
    })
    .rotate(between(-5, 5), { background: '#888' })
    .modulate({ brightness: between(0.65, 1.35), saturation: between(0.6, 1.25) })
    .linear([between(0.88, 1.12), 1, between(0.85, 1.15)], [0, 0, 0])
    .blur(between(0.3, 2.2))
  const jpeg = await taken.jpeg({ quality: Math.round(between(35, 90)) }).toBuffer()
  const { data, info } = await sharp(jpeg)
    .resize({ width: WORKING_SIDE_PX, height: WORKING_SIDE_PX, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const grain = between(0, 14)
  for (let at = 0; at < data.length; at++) {
    if (at % 4 !== 3) data[at] = Math.min(255, Math.max(0, data[at]! + grain * (random() + random() - 1)))
  }
  return { width: info.width, height: info.height, data }
}
