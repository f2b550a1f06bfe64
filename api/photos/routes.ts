import { createRoute, z } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import type { PhotoSize } from '../domain/photo-sizes.ts'
import { notFound, ServiceError } from '../errors.ts'
import { holdsAlready } from '../http/conditional.ts'
import { AUTHOR, jsonAnswer, problems } from '../http/contract.ts'
import type { AppEnv } from '../http/env.ts'
import { limitBody } from '../http/limit-body.ts'
import { idParam } from '../http/params.ts'
import { createRouter } from '../http/router.ts'
import { toPhotoView } from '../reports/row.ts'
import { photoRefused } from './errors.ts'
import { MAX_PHOTO_BYTES } from './limits.ts'
import { findSamePictures } from './same-pictures.ts'
import { photoCreated, photoFileParam, photoForm, photoParam, samePictureList } from './schema.ts'
import { admitUpload, deletePhoto, readPhoto, requireVisiblePhoto, uploadPhoto } from './service.ts'
import { createUploadGate } from './upload-gate.ts'

const tags = ['Photos']

/** Boundaries and headers of the multipart body around the photo. */
const MULTIPART_BYTES = 16 * 1024

const enterUpload = createUploadGate()

/** Before the body is read: neither strangers nor a flood get to send megabytes. */
const admitFirst = createMiddleware<AppEnv>(async (c, next) => {
  const params = idParam.safeParse(c.req.param())
  if (!params.success) throw notFound()
  await admitUpload(c.var.ctx, params.data.id)
  const leave = enterUpload(c.var.ctx)
  try {
    await next()
  } finally {
    leave()
  }
})

const requireMultipart = createMiddleware<AppEnv>(async (c, next) => {
  if (!/^multipart\/form-data\b/i.test(c.req.header('Content-Type') ?? '')) {
    throw new ServiceError('unsupported-media-type', 'Send multipart/form-data with a field named photo.')
  }
  await next()
})

const limitPhotoBody = limitBody({
  maxSize: MAX_PHOTO_BYTES + MULTIPART_BYTES,
  onError: () => {
    throw photoRefused('photo_too_big')
  },
})

const upload = createRoute({
  method: 'post',
  path: '/api/reports/{id}/photos',
  tags,
  summary: 'Add a photo to a report',
  security: AUTHOR,
  middleware: [admitFirst, requireMultipart, limitPhotoBody] as const,
  request: {
    params: idParam,
    body: { required: true, content: { 'multipart/form-data': { schema: photoForm } } },
  },
  responses: {
    201: jsonAnswer('The photo, upright and without metadata, in three sizes', photoCreated),
    ...problems,
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/reports/{id}/photos/{photoId}',
  tags,
  summary: 'Delete a photo for good',
  security: AUTHOR,
  request: { params: photoParam },
  responses: { 204: { description: 'Gone' }, ...problems },
})

const read = createRoute({
  method: 'get',
  path: '/photos/{photoId}/{file}',
  tags,
  summary: 'A picture of at most 160 (thumb), 640 (card) or 1600 (full) pixels a side',
  request: { params: photoFileParam },
  responses: {
    200: {
      description: 'The picture; one id always has the same bytes',
      headers: z.object({ ETag: z.string(), 'Cache-Control': z.string() }),
      content: { 'image/webp': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    304: { description: 'You have it already' },
    ...problems,
  },
})

const samePictures = createRoute({
  method: 'get',
  path: '/api/reports/{id}/same-pictures',
  tags,
  summary: 'Other reports with the same picture: nearby a duplicate, far away a reason for care',
  request: { params: idParam },
  responses: {
    200: jsonAnswer('Nearest first; distances are between public places', samePictureList),
    ...problems,
  },
})

/**
 * Browsers may keep a picture for good, since its bytes never change; caches in between only for a minute, so
 * that a deleted or hidden one is gone there too.
 */
const CACHE_CONTROL = 'public, max-age=31536000, s-maxage=60, immutable'

export const photoRoutes = createRouter()
  .openapi(upload, async (c) => {
    const { photo } = c.req.valid('form')
    const bytes = new Uint8Array(await photo.arrayBuffer())
    const { palette, ...shape } = await uploadPhoto(c.var.ctx, c.req.valid('param').id, bytes)
    return c.json({ photo: { ...toPhotoView(shape), palette } }, 201)
  })
  .openapi(remove, async (c) => {
    const { id, photoId } = c.req.valid('param')
    await deletePhoto(c.var.ctx, id, photoId)
    return c.body(null, 204)
  })
  .openapi(samePictures, async (c) => {
    const items = await findSamePictures(c.var.ctx, c.req.valid('param').id)
    return c.json({ items }, 200)
  })
  .openapi(read, async (c) => {
    const { photoId, file } = c.req.valid('param')
    const size = file.slice(0, -'.webp'.length) as PhotoSize
    await requireVisiblePhoto(c.var.ctx, photoId)
    const headers = { ETag: `"${photoId}-${size}"`, 'Cache-Control': CACHE_CONTROL }
    if (holdsAlready(c, headers.ETag)) return c.body(null, 304, headers)
    return c.body(await readPhoto(c.var.ctx, photoId, size), 200, {
      ...headers,
      'Content-Type': 'image/webp',
    })
  })
