import type { Context } from '../context.ts'
import { toBase64Url } from '../crypto.ts'
import type { Db } from '../db/connect.ts'
import type { PhotoSize } from '../domain/photo-sizes.ts'
import { notFound } from '../errors.ts'
import { limitRate } from '../http/rate-limit.ts'
import { enqueueMatchRefresh } from '../jobs/queue.ts'
import { requireAuthor } from '../reports/author.ts'
import { embedPicture } from './embed.ts'
import { photoRefused } from './errors.ts'
import type { PhotoFeatures } from './features/photo-features.ts'
import { isPhotoId, MAX_PHOTOS, PHOTO_ID_LENGTH } from './limits.ts'
import { processPhoto } from './process.ts'
import {
  deletePhotoRow,
  findFeatures,
  findPhotos,
  findUnreferenced,
  insertPhoto,
  isPhotoVisible,
  lockPhotoFiles,
  type PhotoRow,
  touchReport,
} from './queries.ts'

const UPLOAD_LIMIT = { name: 'photo.upload', max: 120, windowS: 600 }

/**
 * Whether the caller may send a photo at all; asked before its megabytes are read.
 * @throws ServiceError not-found or too-many-requests
 */
export async function admitUpload(ctx: Context, reportId: string): Promise<void> {
  await requireAuthor(ctx, ctx.sql, reportId)
  await limitRate(ctx, UPLOAD_LIMIT)
}

/**
 * The author, admitted before, adds a photo. The same bytes again give the same photo.
 * @throws ServiceError not-found or what is wrong with the photo
 */
export async function uploadPhoto(ctx: Context, reportId: string, bytes: Uint8Array): Promise<PhotoRow> {
  await requireAuthor(ctx, ctx.sql, reportId)
  return attachPhoto(ctx, reportId, bytes)
}

/**
 * The same without asking who does it: for imports and the demo city. `unmatched` spares the search for matches where
 * there is nobody to tell of one.
 */
export async function attachPhoto(
  ctx: Context,
  reportId: string,
  bytes: Uint8Array,
  options: { unmatched?: boolean } = {},
): Promise<PhotoRow> {
  const id = toBase64Url(await ctx.keyring.hash('photo', bytes)).slice(0, PHOTO_ID_LENGTH)
  const known = admit(await findPhotos(ctx.sql, reportId), id)
  if (known) return known
  const { files, features: seen, ...shape } = await processPhoto(ctx.images, bytes)
  const features = { ...seen, embedding: await embedPicture(ctx, files.card) }
  await ctx.photoStore.put(id, files)
  try {
    const photo = await ctx.sql.begin(async (tx) => {
      if (!(await touchReport(tx, reportId, ctx.clock()))) throw notFound()
      const twin = admit(await findPhotos(tx, reportId), id)
      if (twin) return twin
      await lockPhotoFiles(tx, id)
      // The last other report with this picture may have been deleted since, and its files with it.
      if (!(await ctx.photoStore.has(id))) await ctx.photoStore.put(id, files)
      await insertPhoto(tx, { reportId, id, ...shape, features, at: ctx.clock() })
      if (!options.unmatched) {
        await enqueueMatchRefresh(ctx, tx, reportId)
      }
      return { id, ...shape, thumbHash: features.thumbHash, palette: features.palette }
    })
    ctx.wakeJobs()
    return photo
  } catch (error) {
    await releasePhotos(ctx, [id])
    throw error
  }
}

/** @returns the photo if it is there already; throws when there is no room for another */
function admit(photos: readonly PhotoRow[], id: string): PhotoRow | undefined {
  const known = photos.find((photo) => photo.id === id)
  if (!known && photos.length >= MAX_PHOTOS) throw photoRefused('too_many_photos')
  return known
}

/** Gone from every page at once; its files follow by the job that the row leaves behind. */
export async function deletePhoto(ctx: Context, reportId: string, id: string): Promise<void> {
  await ctx.sql.begin(async (tx) => {
    await requireAuthor(ctx, tx, reportId, { lock: true })
    if (!(await deletePhotoRow(tx, reportId, id))) throw notFound()
    await touchReport(tx, reportId, ctx.clock())
    await enqueueMatchRefresh(ctx, tx, reportId)
  })
  ctx.wakeJobs()
}

/** @throws ServiceError not-found also for the photos of hidden and deleted reports */
export async function requireVisiblePhoto(ctx: Context, id: string): Promise<void> {
  if (!isPhotoId(id) || !(await isPhotoVisible(ctx.sql, id))) throw notFound()
}

export async function readPhoto(ctx: Context, id: string, size: PhotoSize): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await ctx.photoStore.get(id, size)
  if (!bytes) throw notFound()
  return bytes
}

/** Drops the files of those photos that no report has any more. */
export async function releasePhotos(ctx: Context, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await ctx.sql.begin(async (tx) => {
      await lockPhotoFiles(tx, id)
      const unreferenced = await findUnreferenced(tx, [id])
      if (unreferenced.length > 0) await ctx.photoStore.delete(id)
    })
  }
}

/** What matching compares, by report; reports without photos are left out. */
export async function readPhotoFeatures(
  db: Db,
  reportIds: readonly string[],
): Promise<Map<string, PhotoFeatures[]>> {
  const byReport = new Map<string, PhotoFeatures[]>()
  for (const { reportId, features } of await findFeatures(db, reportIds)) {
    byReport.set(reportId, [...(byReport.get(reportId) ?? []), features])
  }
  return byReport
}
