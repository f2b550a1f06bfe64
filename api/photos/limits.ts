import { PHOTO_SIDES_PX, type PhotoSize } from '../domain/photo-sizes.ts'

export const MAX_PHOTOS = 6
export const MAX_PHOTO_BYTES = 15 * 1024 * 1024
export const MAX_PHOTO_PIXELS = 50_000_000
/** What a JPEG can have. A PNG one pixel wide and fifty million tall is a few kilobytes, and decodes for half a minute. */
export const MAX_PHOTO_SIDE_PX = 65_535

export const WEBP_QUALITY: Record<PhotoSize, number> = { thumb: 74, card: 78, full: 80 }
export const PHOTO_SIZES = Object.keys(PHOTO_SIDES_PX) as PhotoSize[]

/** 192 bits of a keyed content hash in base64url. */
export const PHOTO_ID_LENGTH = 32
export const PHOTO_ID_PATTERN = /^[\w-]{32}$/

export function isPhotoId(text: string): boolean {
  return PHOTO_ID_PATTERN.test(text)
}
