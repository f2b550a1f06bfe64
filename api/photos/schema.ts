import { z } from '@hono/zod-openapi'
import { idParam } from '../http/params.ts'
import { photoView } from '../reports/schema.ts'
import { PHOTO_ID_PATTERN, PHOTO_SIZES } from './limits.ts'

const photoId = z
  .string()
  .regex(PHOTO_ID_PATTERN)
  .openapi({ param: { name: 'photoId', in: 'path' } })

export const photoParam = idParam.extend({ photoId })

export const photoFileParam = z.object({
  photoId,
  file: z
    .enum(PHOTO_SIZES.map((size) => `${size}.webp` as const))
    .openapi({ param: { name: 'file', in: 'path' } }),
})

/** What the file claims to be called or to contain is not looked at. */
export const photoForm = z.strictObject({
  photo: z
    .custom<File>((value) => value instanceof File, { params: { code: 'not_a_file' } })
    .openapi({
      type: 'string',
      format: 'binary',
      description: 'JPEG, PNG, WebP, AVIF or GIF, at most 15 MB',
    }),
})

export const photoCreated = z
  .object({
    photo: photoView.extend({
      palette: z
        .array(z.object({ hex: z.string(), weight: z.number() }))
        .openapi({ description: 'main colours of the animal and their shares' }),
    }),
  })
  .openapi('PhotoCreated')

export const samePictureList = z
  .object({
    items: z.array(
      z.object({
        reportId: z.uuid(),
        photoId: z.string().openapi({ description: 'of the report that was asked about' }),
        otherPhotoId: z.string(),
        distanceM: z.number(),
        far: z.boolean().openapi({ description: 'too far for one animal to be in both places' }),
      }),
    ),
  })
  .openapi('SamePictureList')
export type SamePicture = z.output<typeof samePictureList>['items'][number]
