import type { Db } from '../db/connect.ts'
import { visible } from '../reports/visibility.ts'
import type { CoatStatistics } from './features/coat.ts'
import type { Embedding } from './features/embedding.ts'
import type { PaletteColour } from './features/palette.ts'
import { bigintOfHash, hashOfBigint } from './features/perceptual-hash.ts'
import type { PhotoFeatures } from './features/photo-features.ts'

export type PhotoRow = {
  id: string
  width: number
  height: number
  thumbHash: string
  palette: PaletteColour[]
}

export type NewPhoto = {
  id: string
  reportId: string
  width: number
  height: number
  features: PhotoFeatures
  at: Date
}

/** Holds the report's row until the transaction ends, so that its photos are counted one upload at a time. */
export async function touchReport(db: Db, reportId: string, at: Date): Promise<boolean> {
  const rows = await db`
    update reports
    set updated_at = ${at}
    where id = ${reportId}
    returning 1`
  return rows.length > 0
}

export async function findPhotos(db: Db, reportId: string): Promise<PhotoRow[]> {
  return db<PhotoRow[]>`
    select
      id,
      width,
      height,
      thumb_hash as "thumbHash",
      palette
    from photos
    where report_id = ${reportId}
    order by position`
}

export async function insertPhoto(db: Db, photo: NewPhoto): Promise<void> {
  const { features } = photo
  await db`
    insert into photos (
      report_id, id, position, width, height, thumb_hash, perceptual_hash, palette, coat,
      embedding_model, embedding, created_at
    )
    select
      ${photo.reportId},
      ${photo.id},
      coalesce(max(position), 0) + 1,
      ${photo.width},
      ${photo.height},
      ${features.thumbHash},
      ${bigintOfHash(features.perceptualHash)},
      ${db.json(features.palette)},
      ${db.json(features.coat)},
      ${features.embedding?.model ?? null},
      ${features.embedding?.bytes ?? null},
      ${photo.at}
    from photos
    where report_id = ${photo.reportId}`
}

/** Photos without a vector of this model, newest first. */
export async function findPhotosToEmbed(db: Db, model: string, limit: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id
    from photos
    where embedding_model is distinct from ${model}
    group by id
    order by max(created_at) desc
    limit ${limit}`
  return rows.map((row) => row.id)
}

/** @returns the reports that have the photo */
export async function setEmbedding(db: Db, id: string, embedding: Embedding): Promise<string[]> {
  const rows = await db<{ report_id: string }[]>`
    update photos
    set embedding_model = ${embedding.model}, embedding = ${embedding.bytes}
    where id = ${id}
    returning report_id`
  return rows.map((row) => row.report_id)
}

export async function deletePhotoRow(db: Db, reportId: string, id: string): Promise<boolean> {
  const rows = await db`
    delete from photos
    where report_id = ${reportId}
      and id = ${id}
    returning 1`
  return rows.length > 0
}

/** Whether a report that strangers may see has this photo. */
export async function isPhotoVisible(db: Db, id: string): Promise<boolean> {
  const rows = await db`
    select 1
    from photos p
    join reports r on r.id = p.report_id
    where p.id = ${id}
      and ${visible(db)}
    limit 1`
  return rows.length > 0
}

/** Until the transaction ends nobody else stores or drops the files of this photo. */
export async function lockPhotoFiles(db: Db, id: string): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended(${`photo ${id}`}, 0))`
}

/** Which of these no report has. */
export async function findUnreferenced(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select wanted.id
    from unnest(${[...ids]}::text[]) as wanted (id)
    where not exists (select 1 from photos p where p.id = wanted.id)`
  return rows.map((row) => row.id)
}

/** The photo that the last sweep of the store came to; undefined where the next one begins anew. */
export async function findSweepMark(db: Db): Promise<string | undefined> {
  const [row] = await db<{ after_id: string | null }[]>`select after_id from photo_sweep`
  return row?.after_id ?? undefined
}

export async function saveSweepMark(db: Db, afterId: string | undefined): Promise<void> {
  await db`
    insert into photo_sweep (after_id)
    values (${afterId ?? null})
    on conflict (id) do update
    set after_id = excluded.after_id`
}

export type PictureTwinRow = {
  own_id: string
  other_id: string
  other_report_id: string
  distance_m: number
}

/**
 * Photos of other visible reports that may be the same picture: equal anywhere, alike (at most `bits` of 64 differ)
 * within `radiusM`. Places and distances are the public ones.
 */
export function findPictureTwins(
  db: Db,
  reportId: string,
  alike: { bits: number; radiusM: number },
): Promise<PictureTwinRow[]> {
  return db<PictureTwinRow[]>`
    with own as (
      select p.id, p.report_id, p.perceptual_hash, r.public_location
      from photos p
      join reports r on r.id = p.report_id
      where p.report_id = ${reportId}
    ),
    twins as (
      select own.id as own_id, other.id as other_id, other.report_id
      from own
      join photos other on other.id = own.id
      union
      select own.id, other.id, other.report_id
      from own
      join photos other on other.perceptual_hash = own.perceptual_hash
      union
      select own.id, other.id, other.report_id
      from own
      join reports near
        on st_dwithin(near.public_location, own.public_location, ${alike.radiusM})
        and near.status = 'active'
      join photos other
        on other.report_id = near.id
        and bit_count((other.perceptual_hash # own.perceptual_hash)::bit(64)) <= ${alike.bits}
    )
    select
      twins.own_id,
      twins.other_id,
      twins.report_id as other_report_id,
      st_distance(r.public_location, mine.public_location) as distance_m
    from twins
    join reports r on r.id = twins.report_id
    join reports mine on mine.id = ${reportId}
    where twins.report_id <> ${reportId}
      and ${visible(db)}
    order by distance_m
    limit 100`
}

export async function findFeatures(
  db: Db,
  reportIds: readonly string[],
): Promise<{ reportId: string; id: string; features: PhotoFeatures }[]> {
  const rows = await db<
    {
      report_id: string
      id: string
      thumb_hash: string
      perceptual_hash: bigint
      palette: PaletteColour[]
      coat: CoatStatistics
      embedding_model: string | null
      embedding: Uint8Array | null
    }[]
  >`
    select
      report_id,
      id,
      thumb_hash,
      perceptual_hash,
      palette,
      coat,
      embedding_model,
      embedding
    from photos
    where report_id = any(${[...reportIds]}::uuid[])
    order by report_id, position`
  return rows.map(
    ({ report_id, id, thumb_hash, perceptual_hash, palette, coat, embedding_model, embedding }) => ({
      reportId: report_id,
      id,
      features: {
        thumbHash: thumb_hash,
        perceptualHash: hashOfBigint(perceptual_hash),
        palette,
        coat,
        embedding:
          embedding_model && embedding
            ? { model: embedding_model, bytes: new Uint8Array(embedding) }
            : undefined,
      },
    }),
  )
}
