import { photoRefused } from './errors.ts'
import { type PhotoFeatures, photoFeaturesOf } from './features/photo-features.ts'
import { sniffPhotoFormat } from './format.ts'
import { MAX_PHOTO_BYTES, MAX_PHOTO_PIXELS, MAX_PHOTO_SIDE_PX } from './limits.ts'
import type { ImageProcessor, PhotoFiles } from './ports.ts'

export type ProcessedPhoto = {
  files: PhotoFiles
  width: number
  height: number
  features: PhotoFeatures
}

/**
 * From hostile bytes to clean files and features.
 * @throws ServiceError naming what is wrong with the photo
 */
export async function processPhoto(images: ImageProcessor, bytes: Uint8Array): Promise<ProcessedPhoto> {
  if (bytes.length > MAX_PHOTO_BYTES) throw photoRefused('photo_too_big')
  const format = sniffPhotoFormat(bytes)
  if (!format) throw photoRefused('unsupported_photo')
  const { width, height } = await images.inspect(bytes, format)
  if (width * height > MAX_PHOTO_PIXELS) throw photoRefused('too_many_pixels')
  if (Math.max(width, height) > MAX_PHOTO_SIDE_PX) throw photoRefused('side_too_long')
  const { working, ...rendered } = await images.render(bytes, format)
  return { ...rendered, features: photoFeaturesOf(working) }
}
