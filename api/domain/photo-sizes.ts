/** Longest side in pixels of each stored WebP; never enlarged. */
export const PHOTO_SIDES_PX = { thumb: 160, card: 640, full: 1600 } as const
export type PhotoSize = keyof typeof PHOTO_SIDES_PX

type SizedPhoto = { width: number; height: number; urls: Readonly<Record<PhotoSize, string>> }

/** How wide a report's page shows its photo: half of it from 56rem on, else the screen without its margins. */
const LARGE_SIZES = '(min-width: 56rem) 36rem, 88vw'

/** What an `img` or a preload of a large photo chooses from: a phone needs a fifth of the bytes of a desktop. */
export function largePhotoSources({ width, height, urls }: SizedPhoto): { srcset: string; sizes: string } {
  const widthOf = (size: PhotoSize) =>
    Math.round(width * Math.min(1, PHOTO_SIDES_PX[size] / Math.max(width, height)))
  const srcset = (['card', 'full'] as const).map((size) => `${urls[size]} ${widthOf(size)}w`).join(', ')
  return { srcset, sizes: LARGE_SIZES }
}
