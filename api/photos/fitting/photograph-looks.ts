import { drawScene } from '../../domain/drawing/draw-scene.ts'
import { makeRandom } from '../../domain/drawing/random.ts'
import { PLACES } from '../../domain/drawing/scenery.ts'
import type { PetLook } from '../../domain/drawing/types.ts'
import { photoDistances } from '../features/compare-photos.ts'
import { type PhotoFeatures, photoFeaturesOf } from '../features/photo-features.ts'
import { distortScene } from './distort.ts'
import type { LabelledPair } from './fit-likelihood.ts'

/** `photos[animal][n]`: each animal in `perAnimal` other places, poses and lights. */
export async function photographLooks(
  looks: readonly PetLook[],
  perAnimal: number,
  onAnimal: () => void,
): Promise<PhotoFeatures[][]> {
  const photos: PhotoFeatures[][] = []
  for (const look of looks) {
    const shots = Array.from({ length: perAnimal }, async (_, shot) => {
      const seed = `${look.species}/${look.seed}/${shot}`
      const random = makeRandom(seed)
      const place = PLACES[Math.floor(random() * PLACES.length)]!
      return photoFeaturesOf(await distortScene(drawScene(look, { place, seed }), seed))
    })
    photos.push(await Promise.all(shots))
    onAnimal()
  }
  return photos
}

/** Every pair of photos of one animal, and `perPhoto` strangers for each photo. */
export function pairPhotos(
  photos: readonly PhotoFeatures[][],
  perPhoto: number,
  seed: string,
): LabelledPair[] {
  const random = makeRandom(`pairs/${seed}`)
  const pairs: LabelledPair[] = []
  photos.forEach((own, animal) => {
    own.forEach((photo, shot) => {
      for (const twin of own.slice(shot + 1)) {
        pairs.push({ distances: photoDistances(photo, twin), same: true })
      }
      for (let n = 0; n < perPhoto; n++) {
        const other = (animal + 1 + Math.floor(random() * (photos.length - 1))) % photos.length
        const stranger = photos[other]![Math.floor(random() * own.length)]!
        pairs.push({ distances: photoDistances(photo, stranger), same: false })
      }
    })
  })
  return pairs
}
