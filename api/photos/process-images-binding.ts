import type { ImageOutputOptions, ImagesBinding } from '@cloudflare/workers-types'
import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png'
import { PHOTO_SIDES_PX, type PhotoSize } from '../domain/photo-sizes.ts'
import { photoRefused } from './errors.ts'
import { type RgbaPicture, WORKING_SIDE_PX } from './features/picture.ts'
import { PHOTO_SIZES, WEBP_QUALITY } from './limits.ts'
import type { ImageProcessor, PhotoFiles } from './ports.ts'

/**
 * Cloudflare's Images binding in place of sharp. It applies the orientation, converts to sRGB and drops
 * metadata; its own service bounds time and memory.
 */
export function createImagesBindingProcessor(images: ImagesBinding): ImageProcessor {
  return {
    inspect: async (bytes, format) => {
      const info = await images.info(streamOf(bytes)).catch((error: unknown) => {
        throw photoRefused(isUnknownType(error) || format === 'heic' ? 'unsupported_photo' : 'broken_photo')
      })
      if (!('width' in info)) throw photoRefused('unsupported_photo')
      return { width: info.width, height: info.height }
    },
    render: async (bytes) => {
      const resize = async (side: number, output: ImageOutputOptions) => {
        const transformer = images
          .input(streamOf(bytes))
          .transform({ width: side, height: side, fit: 'scale-down' })
        const result = await transformer.output({ ...output, anim: false, background: '#ffffff' })
        return new Uint8Array(await result.response().arrayBuffer())
      }
      const encode = async (size: PhotoSize) => [
        size,
        await resize(PHOTO_SIDES_PX[size], { format: 'image/webp', quality: WEBP_QUALITY[size] }),
      ]
      try {
        const files: PhotoFiles = Object.fromEntries(await Promise.all(PHOTO_SIZES.map(encode)))
        const full = await images.info(streamOf(files.full))
        if (!('width' in full)) throw photoRefused('broken_photo')
        const working = toRgba(decode(await resize(WORKING_SIDE_PX, { format: 'image/png' })))
        return { files, width: full.width, height: full.height, working }
      } catch {
        throw photoRefused('broken_photo')
      }
    },
  }
}

/** The binding's own number for an input whose type it does not know. */
const UNKNOWN_TYPE = 9520

function isUnknownType(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNKNOWN_TYPE
}

function streamOf(bytes: Uint8Array) {
  // The DOM's stream type and the runtime's own are one thing under two names.
  return new Blob([new Uint8Array(bytes)]).stream() as never
}

/** PNG of 8 or 16 bits with 1 to 4 channels, or with a palette, onto white. */
export function toRgba(png: DecodedPng): RgbaPicture {
  const { width, height } = png
  const { data, channels } = png.palette
    ? { data: convertIndexedToRgb(png), channels: png.palette[0]?.length ?? 3 }
    : png
  const scale = png.depth === 16 ? 257 : 1
  const rgba = new Uint8Array(width * height * 4)
  const grey = channels < 3
  for (let pixel = 0; pixel < width * height; pixel++) {
    const from = pixel * channels
    const alpha = channels % 2 === 0 ? data[from + channels - 1]! / scale / 255 : 1
    for (let channel = 0; channel < 3; channel++) {
      const value = data[from + (grey ? 0 : channel)]! / scale
      rgba[pixel * 4 + channel] = Math.round(value * alpha + 255 * (1 - alpha))
    }
    rgba[pixel * 4 + 3] = 255
  }
  return { width, height, data: rgba }
}
