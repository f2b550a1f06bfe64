import type { PhotoSize } from '../domain/photo-sizes.ts'
import type { RgbaPicture } from './features/picture.ts'
import type { PhotoFormat } from './format.ts'

/** WebP bytes of every size: upright, sRGB, without any metadata. */
export type PhotoFiles = Record<PhotoSize, Uint8Array>

export type RenderedPhoto = {
  files: PhotoFiles
  /** pixels of the `full` file */
  width: number
  height: number
  /** longest side at most WORKING_SIDE_PX, on white where the original is transparent */
  working: RgbaPicture
}

/** Decodes and encodes pictures: sharp on Node, the Images binding on Workers. Both throw ServiceError. */
export type ImageProcessor = {
  /** From the header alone, before any pixel is decoded. */
  inspect: (bytes: Uint8Array, format: PhotoFormat) => Promise<{ width: number; height: number }>
  /** The first frame of an animation. */
  render: (bytes: Uint8Array, format: PhotoFormat) => Promise<RenderedPhoto>
}

/** Optional: a vector for each picture that says which animal it shows. */
export type PhotoEmbedder = {
  /** tells vectors of one model from those of another */
  model: string
  embed: (webp: Uint8Array) => Promise<Float32Array>
}

/** Keeps the files of a photo under its id. Every call may be repeated; a photo is there whole or not at all. */
export type PhotoStore = {
  put: (id: string, files: PhotoFiles) => Promise<void>
  has: (id: string) => Promise<boolean>
  get: (id: string, size: PhotoSize) => Promise<Uint8Array<ArrayBuffer> | undefined>
  delete: (id: string) => Promise<void>
  /** In the order of ids from the one behind `after` on, read piece by piece as it is asked for. */
  list: (after?: string) => AsyncIterable<{ id: string; storedAt: Date }>
}
