import pLimit from 'p-limit'
import sharp from 'sharp'
import { PHOTO_SIDES_PX, type PhotoSize } from '../domain/photo-sizes.ts'
import type { ServiceError } from '../errors.ts'
import { photoRefused } from './errors.ts'
import { WORKING_SIDE_PX } from './features/picture.ts'
import type { PhotoFormat } from './format.ts'
import { MAX_PHOTO_PIXELS, PHOTO_SIZES, WEBP_QUALITY } from './limits.ts'
import type { ImageProcessor, RenderedPhoto } from './ports.ts'

const SHARP_FORMATS: Record<PhotoFormat, string> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  avif: 'heif',
  heic: 'heif',
}

export type SharpOptions = {
  /** pictures decoded at the same time */
  concurrency?: number
  /** more than this many waiting are refused, so that a flood costs no memory */
  maxWaiting?: number
  /** a single decode or encode is stopped after this */
  timeoutS?: number
}

export function createSharpProcessor(options: SharpOptions = {}): ImageProcessor {
  const { concurrency = 2, maxWaiting = 24, timeoutS = 20 } = options
  const limit = pLimit(concurrency)
  const queued = async <T>(work: () => Promise<T>): Promise<T> => {
    if (limit.pendingCount >= maxWaiting) throw photoRefused('photos_busy')
    return limit(work)
  }
  return {
    inspect: async (bytes, format) => {
      const metadata = await open(bytes)
        .metadata()
        .catch((error: unknown) => {
          throw explain(error, format)
        })
      if (metadata.format !== SHARP_FORMATS[format]) throw photoRefused('unsupported_photo')
      return { width: metadata.width, height: metadata.height }
    },
    render: (bytes, format) =>
      queued(() =>
        render(bytes, timeoutS).catch((error: unknown) => {
          throw explain(error, format)
        }),
      ),
  }
}

/** `failOn: 'error'` refuses truncated data but not the harmless oddities that phones write. */
function open(bytes: Uint8Array) {
  return sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PHOTO_PIXELS, pages: 1, sequentialRead: true })
}

/** Decodes once to the largest size; everything smaller is made from those pixels. */
async function render(bytes: Uint8Array, timeoutS: number): Promise<RenderedPhoto> {
  const full = await open(bytes)
    .timeout({ seconds: timeoutS })
    .autoOrient()
    .resize({ ...fitInside(PHOTO_SIDES_PX.full) })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = full.info
  const pixels = () => sharp(full.data, { raw: { width, height, channels } }).timeout({ seconds: timeoutS })
  const encode = async (size: PhotoSize): Promise<[PhotoSize, Uint8Array]> => {
    const resized = pixels().resize(fitInside(PHOTO_SIDES_PX[size]))
    return [size, await resized.webp({ quality: WEBP_QUALITY[size] }).toBuffer()]
  }
  const working = pixels()
    .resize(fitInside(WORKING_SIDE_PX))
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const files = Object.fromEntries(await Promise.all(PHOTO_SIZES.map(encode))) as Record<
    PhotoSize,
    Uint8Array
  >
  const { data, info } = await working
  return { files, width, height, working: { width: info.width, height: info.height, data } }
}

function fitInside(side: number) {
  return { width: side, height: side, fit: 'inside', withoutEnlargement: true } as const
}

/** sharp has one error class for everything; its texts are libvips' own and never shown to people. */
function explain(error: unknown, format: PhotoFormat): ServiceError {
  const text = error instanceof Error ? error.message : ''
  if (/pixel limit/i.test(text)) return photoRefused('too_many_pixels')
  if (/timeout/i.test(text)) return photoRefused('photo_too_slow')
  // The library comes without an HEVC decoder: a HEIC file is fine, only not readable here.
  return photoRefused(format === 'heic' ? 'unsupported_photo' : 'broken_photo')
}
