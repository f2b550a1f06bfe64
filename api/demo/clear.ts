import type { Context } from '../context.ts'
import { releasePhotos } from '../photos/service.ts'
import { deleteDemoReports, findDemoIds, findDemoState, findPhotoIds, saveDemoState } from './queries.ts'

const BATCH = 40

/**
 * Removes every demo report with its photos, messages and matches, and nothing else; they do not come back by
 * themselves. May be stopped at any moment and run again.
 * @returns how many reports were removed
 */
export async function clearDemo(
  ctx: Context,
  onProgress: (removed: number) => void = () => {},
): Promise<number> {
  const builtFor = (await findDemoState(ctx.sql))?.builtFor ?? ctx.clock()
  await saveDemoState(ctx.sql, { builtFor, state: 'cleared' })
  let removed = 0
  for (;;) {
    const ids = await findDemoIds(ctx.sql, BATCH)
    if (ids.length === 0) return removed
    const photos = await findPhotoIds(ctx.sql, ids)
    await ctx.sql.begin((tx) => deleteDemoReports(tx, ids))
    await releasePhotos(ctx, photos)
    removed += ids.length
    onProgress(removed)
  }
}
