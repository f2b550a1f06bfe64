import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { PHOTO_SIDES_PX } from '../../../api/domain/photo-sizes.ts'
import { ServiceError } from '../../../api/errors.ts'
import { MAX_PHOTO_BYTES, PHOTO_SIZES } from '../../../api/photos/limits.ts'
import { processPhoto } from '../../../api/photos/process.ts'
import { createSharpProcessor } from '../../../api/photos/process-sharp.ts'
import { animatedPicture, petPicture, pngBomb, sidewaysPicture, talkativePicture } from './pictures.ts'

const images = createSharpProcessor()

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const error = await processPhoto(images, bytes).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ServiceError)) throw new Error(`expected a refusal, got ${String(error)}`)
  return `${error.slug}: ${error.errors[0]?.code}`
}

async function averageColour(bytes: Uint8Array, part: { top: number; height: number }) {
  const { width = 0, height = 0 } = await sharp(bytes).metadata()
  const region = await sharp(bytes)
    .extract({ left: 0, width, top: Math.round(height * part.top), height: Math.round(height * part.height) })
    .toBuffer()
  const { channels } = await sharp(region).stats()
  return channels.slice(0, 3).map((channel) => Math.round(channel.mean))
}

describe('ordinary photos', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)(
    'makes three WebP files of a %s',
    async (format) => {
      const photo = await processPhoto(images, await petPicture(2000, 1500).toFormat(format).toBuffer())
      for (const size of PHOTO_SIZES) {
        const metadata = await sharp(photo.files[size]).metadata()
        expect(metadata).toMatchObject({ format: 'webp', width: PHOTO_SIDES_PX[size], space: 'srgb' })
      }
      expect(photo).toMatchObject({ width: 1600, height: 1200 })
      expect(atob(photo.features.thumbHash).length).toBeGreaterThan(10)
    },
  )

  it('never enlarges a small photo', async () => {
    const photo = await processPhoto(images, await petPicture(90, 60).png().toBuffer())
    expect(photo).toMatchObject({ width: 90, height: 60 })
    expect(await sharp(photo.files.card).metadata()).toMatchObject({ width: 90, height: 60 })
  })

  it('stands a sideways photo up', async () => {
    const photo = await processPhoto(images, await sidewaysPicture())
    expect(photo).toMatchObject({ width: 300, height: 400 })
    const [red = 0, , blue = 0] = await averageColour(photo.files.full, { top: 0, height: 0.4 })
    expect(red).toBeGreaterThan(blue + 100)
  })

  it('drops place, author and profile, and keeps the colours of a wide-gamut photo', async () => {
    const photo = await processPhoto(images, await talkativePicture())
    for (const size of PHOTO_SIZES) {
      const metadata = await sharp(photo.files[size]).metadata()
      expect(metadata.exif ?? metadata.icc ?? metadata.xmp ?? metadata.iptc).toBeUndefined()
      expect(Buffer.from(photo.files[size]).toString('latin1')).not.toMatch(/Secret|EXIF|XMP |ICCP/)
    }
    const grass = await averageColour(photo.files.full, { top: 0, height: 0.1 })
    expect(Math.max(...grass.map((value, i) => Math.abs(value - [0x6b, 0x8f, 0x4e][i]!)))).toBeLessThan(6)
  })

  it('puts a transparent picture on white', async () => {
    const clear = sharp({ create: { width: 80, height: 80, channels: 4, background: '#0000' } })
    const photo = await processPhoto(images, await clear.png().toBuffer())
    expect(await averageColour(photo.files.thumb, { top: 0, height: 1 })).toEqual([255, 255, 255])
  })

  it('turns CMYK and 16-bit grey into sRGB', async () => {
    const cmyk = await processPhoto(images, await petPicture().toColourspace('cmyk').jpeg().toBuffer())
    const grey = await processPhoto(images, await petPicture().toColourspace('grey16').png().toBuffer())
    for (const photo of [cmyk, grey]) {
      expect(await sharp(photo.files.full).metadata()).toMatchObject({ space: 'srgb', channels: 3 })
    }
  })

  it.each(['gif', 'webp'] as const)('keeps the first frame of an animated %s', async (format) => {
    const photo = await processPhoto(images, await animatedPicture(format))
    expect(photo).toMatchObject({ width: 64, height: 48 })
    expect((await sharp(photo.files.full).metadata()).pages ?? 1).toBe(1)
    const [red = 0, green = 0] = await averageColour(photo.files.full, { top: 0, height: 1 })
    expect(red).toBeGreaterThan(green + 100)
  })
})

describe('hostile files', () => {
  it.each([
    ['an empty file', ''],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['PDF', '%PDF-1.7\n%âãÏÓ'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['TIFF', 'II*\0\x08\0\0\0\0\0'],
    ['an MP4 video', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'],
    ['HEIC, which needs a decoder that is not there', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ])('refuses %s as unsupported', async (_, text) => {
    expect(await refusalOf(Buffer.from(text, 'latin1'))).toBe('unsupported-media-type: unsupported_photo')
  })

  it('refuses a JPEG cut off anywhere', async () => {
    const whole = await petPicture().jpeg().toBuffer()
    for (const share of [0.02, 0.3, 0.7, 0.95]) {
      expect(await refusalOf(whole.subarray(0, whole.length * share))).toBe('invalid: broken_photo')
    }
  })

  it.each(['png', 'webp', 'avif', 'gif'] as const)('refuses a %s cut in half', async (format) => {
    const whole = await petPicture().toFormat(format).toBuffer()
    expect(await refusalOf(whole.subarray(0, whole.length / 2))).toBe('invalid: broken_photo')
  })

  it('refuses a bare signature', async () => {
    for (const signature of [
      '\xff\xd8\xff',
      '\x89PNG\r\n\x1a\n',
      'RIFF\0\0\0\0WEBP',
      'GIF89a',
      '\0\0\0\x14ftypavif',
    ]) {
      expect(await refusalOf(Buffer.from(signature, 'latin1'))).toBe('invalid: broken_photo')
    }
  })

  it('refuses a decompression bomb by its header', async () => {
    expect(await refusalOf(pngBomb(50_000, 50_000))).toBe('too-large: too_many_pixels')
    expect(await refusalOf(pngBomb(7_100, 7_100))).toBe('too-large: too_many_pixels')
  })

  it('refuses a thread of pixels, which is small and decodes for long', async () => {
    expect(await refusalOf(pngBomb(1, 49_000_000))).toBe('too-large: side_too_long')
    expect(await refusalOf(pngBomb(100_000, 2))).toBe('too-large: side_too_long')
    const panorama = await petPicture(16_000, 40).jpeg().toBuffer()
    expect(await processPhoto(images, panorama)).toMatchObject({ width: 1600, height: 4 })
  })

  it('refuses a picture that promises more rows than it holds', async () => {
    expect(await refusalOf(pngBomb(6_000, 6_000))).toBe('invalid: broken_photo')
  })

  it('refuses more than 15 MB unseen', async () => {
    expect(await refusalOf(new Uint8Array(MAX_PHOTO_BYTES + 1))).toBe('too-large: photo_too_big')
  })

  it('leaves nothing of what is hidden behind or inside a picture', async () => {
    const payload = '<script>alert(document.domain)</script>'
    const jpeg = await petPicture()
      .withExif({ IFD0: { ImageDescription: payload } })
      .jpeg()
      .toBuffer()
    const photo = await processPhoto(
      images,
      Buffer.concat([jpeg, Buffer.from(`PK\x03\x04${payload}`, 'latin1')]),
    )
    for (const size of PHOTO_SIZES) expect(Buffer.from(photo.files[size]).includes('script')).toBe(false)
  })

  it('answers every corruption of a photo with a refusal or a photo', async () => {
    const whole = await petPicture(160, 120).jpeg().toBuffer()
    for (let at = 2; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const broken = Buffer.from(whole)
      broken[at] = 255 - broken[at]!
      const answer = await processPhoto(images, broken).catch((error: unknown) => error)
      expect(answer instanceof ServiceError || (answer as { width: number }).width > 0).toBe(true)
    }
  })
})

describe('under load', () => {
  it('says that it is busy instead of queueing without end', async () => {
    const busy = createSharpProcessor({ concurrency: 1, maxWaiting: 2 })
    const bytes = await petPicture().jpeg().toBuffer()
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => busy.render(bytes, 'jpeg')))
    const refused = answers.filter((answer) => answer.status === 'rejected')
    expect(refused.length).toBeGreaterThanOrEqual(2)
    for (const answer of refused) expect(answer.reason).toMatchObject({ slug: 'unavailable', retryAfterS: 5 })
    expect(answers.some((answer) => answer.status === 'fulfilled')).toBe(true)
    await expect(busy.render(bytes, 'jpeg')).resolves.toMatchObject({ width: 800 })
  })
})
