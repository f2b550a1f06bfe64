import type { Context } from '../context.ts'
import { findSweepMark, findUnreferenced, saveSweepMark } from './queries.ts'
import { releasePhotos } from './service.ts'

/** Between storing files and committing their row a crash may come; no upload takes an hour. */
const ORPHAN_AGE_MS = 3_600_000
const BATCH = 500
/** A run: a million photos are gone through in two days, and none holds up the outbox for long. */
const MAX_PHOTOS = 20_000

/**
 * Drops what crashes left in the store: files whose row was never committed. Each run goes on in the order of ids where
 * the last one came to, also one that was cut off, and past the end begins anew.
 */
export async function sweepPhotos(ctx: Context, { max = MAX_PHOTOS } = {}): Promise<void> {
  const before = ctx.clock().getTime() - ORPHAN_AGE_MS
  let seen = 0
  let batch: { id: string; storedAt: Date }[] = []
  const flush = async () => {
    const old = batch.filter(({ storedAt }) => storedAt.getTime() < before).map(({ id }) => id)
    await releasePhotos(ctx, await findUnreferenced(ctx.sql, old))
    const last = batch.at(-1)
    if (last) await saveSweepMark(ctx.sql, last.id)
    batch = []
  }
  for await (const photo of ctx.photoStore.list(await findSweepMark(ctx.sql))) {
    batch.push(photo)
    seen += 1
    if (batch.length === BATCH || seen === max) await flush()
    if (seen === max) return
  }
  await flush()
  await saveSweepMark(ctx.sql, undefined)
}
