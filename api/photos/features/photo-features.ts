import { rgbaToThumbHash } from 'thumbhash'
import { type CoatStatistics, coatStatisticsOf } from './coat.ts'
import type { Embedding } from './embedding.ts'
import { foregroundWeights } from './foreground.ts'
import { labRasterOf } from './lab.ts'
import { evenLight } from './light.ts'
import { type PaletteColour, paletteOf } from './palette.ts'
import { perceptualHashOf } from './perceptual-hash.ts'
import { type RgbaPicture, shrinkToSide } from './picture.ts'

/** What matching knows of a photo. Kept in the database; the pixels are not needed again. */
export type PhotoFeatures = {
  /** the placeholder shown until the picture has loaded: about 25 bytes, in base64 (by E. Wallace) */
  thumbHash: string
  perceptualHash: string
  palette: PaletteColour[]
  coat: CoatStatistics
  /** only where a model is set */
  embedding?: Embedding | undefined
}

const FEATURE_SIDE_PX = 64
const THUMB_HASH_SIDE_PX = 100

export function photoFeaturesOf(picture: RgbaPicture): PhotoFeatures {
  const raster = labRasterOf(evenLight(shrinkToSide(picture, FEATURE_SIDE_PX)))
  const weights = foregroundWeights(raster)
  return {
    thumbHash: thumbHashOf(picture),
    perceptualHash: perceptualHashOf(picture),
    palette: paletteOf(raster, weights),
    coat: coatStatisticsOf(raster, weights),
  }
}

function thumbHashOf(picture: RgbaPicture): string {
  const small = shrinkToSide(picture, THUMB_HASH_SIDE_PX)
  return btoa(String.fromCharCode(...rgbaToThumbHash(small.width, small.height, small.data)))
}
