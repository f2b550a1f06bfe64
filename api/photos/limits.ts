export const MAX_PHOTOS = 6
export const MAX_PHOTO_BYTES = 15 * 1024 * 1024
export const MAX_PHOTO_PIXELS = 50_000_000

/** Longest side in pixels of each stored WebP; never enlarged. */
export const PHOTO_SIDES_PX = { thumb: 160, card: 640, full: 1600 } as const
export type PhotoSize = keyof typeof PHOTO_SIDES_PX
export const WEBP_QUALITY: Record<PhotoSize, number> = { thumb: 74, card: 78, full: 80 }
export const PHOTO_SIZES = Object.keys(PHOTO_SIDES_PX) as PhotoSize[]

/** 192 bits of a keyed content hash in base64url. */
export const PHOTO_ID_LENGTH = 32
export const PHOTO_ID_PATTERN = /^[\w-]{32}$/

export function isPhotoId(text: string): boolean {
  return PHOTO_ID_PATTERN.test(text)
}
