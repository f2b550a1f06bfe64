import type { R2Bucket } from '@cloudflare/workers-types'
import type { PhotoSize } from '../domain/photo-sizes.ts'
import { isPhotoId, PHOTO_SIZES } from './limits.ts'
import type { PhotoStore } from './ports.ts'

/** `photos/{id}/{size}.webp`. `full` is written last and asked for first, so it stands for the whole photo. */
export function createR2PhotoStore(bucket: R2Bucket): PhotoStore {
  const keyOf = (id: string, size: PhotoSize) => {
    if (!isPhotoId(id)) throw new Error('not a photo id')
    return `photos/${id}/${size}.webp`
  }
  return {
    put: async (id, files) => {
      const httpMetadata = { contentType: 'image/webp' }
      for (const size of PHOTO_SIZES) await bucket.put(keyOf(id, size), files[size], { httpMetadata })
    },
    has: async (id) => (await bucket.head(keyOf(id, 'full'))) !== null,
    get: async (id, size) => {
      const object = await bucket.get(keyOf(id, size))
      return object ? new Uint8Array(await object.arrayBuffer()) : undefined
    },
    delete: (id) => bucket.delete([...PHOTO_SIZES].reverse().map((size) => keyOf(id, size))),
    async *list(after) {
      let cursor: string | undefined
      let previous = ''
      // A tilde stands behind the name of every size.
      const start = after === undefined ? {} : { startAfter: `photos/${after}/~` }
      do {
        const page = await bucket.list({ prefix: 'photos/', ...(cursor ? { cursor } : start) })
        for (const object of page.objects) {
          const id = object.key.split('/')[1] ?? ''
          // Keys come in order, so the sizes of one photo stand together, also across pages.
          if (id !== previous && isPhotoId(id)) yield { id, storedAt: object.uploaded }
          previous = id
        }
        cursor = page.truncated ? page.cursor : undefined
      } while (cursor)
    },
  }
}
