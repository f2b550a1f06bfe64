import { type ErrorSlug, ServiceError } from '../errors.ts'
import { MAX_PHOTO_BYTES, MAX_PHOTO_PIXELS, MAX_PHOTO_SIDE_PX, MAX_PHOTOS } from './limits.ts'

const REFUSALS = {
  unsupported_photo: [
    'unsupported-media-type',
    'This is not a picture that can be read here: send JPEG, PNG or WebP.',
  ],
  photo_too_big: ['too-large', `A photo may have at most ${MAX_PHOTO_BYTES / 1024 / 1024} MB.`],
  too_many_pixels: ['too-large', `A photo may have at most ${MAX_PHOTO_PIXELS / 1e6} megapixels.`],
  side_too_long: ['too-large', `A photo may be at most ${MAX_PHOTO_SIDE_PX} pixels wide and as tall.`],
  broken_photo: ['invalid', 'The photo is damaged or incomplete.'],
  photo_too_slow: ['invalid', 'The photo takes too long to decode.'],
  too_many_photos: ['conflict', `A report may have at most ${MAX_PHOTOS} photos.`],
  photos_busy: ['unavailable', 'Many photos are being processed just now; try again in a moment.'],
} as const satisfies Record<string, readonly [ErrorSlug, string]>

export type PhotoRefusal = keyof typeof REFUSALS

/** Why a photo is not taken, in words for the person who sends it; the code stands beside the field. */
export function photoRefused(code: PhotoRefusal): ServiceError {
  const [slug, message] = REFUSALS[code]
  return new ServiceError(slug, message, {
    errors: [{ pointer: '/photo', code }],
    ...(code === 'photos_busy' ? { retryAfterS: 5 } : {}),
  })
}
