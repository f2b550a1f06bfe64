import type { Context } from '../context.ts'
import { enqueueMatchRefresh } from '../jobs/queue.ts'
import { type Embedding, packEmbedding } from './features/embedding.ts'
import { findPhotosToEmbed, setEmbedding } from './queries.ts'

/** So many an hour: a new model on an old machine must not keep the outbox waiting. */
const BATCH = 100

/** Undefined without a model. A model that fails costs its vector, never the photo. */
export async function embedPicture(
  ctx: Pick<Context, 'embedder' | 'log'>,
  webp: Uint8Array,
): Promise<Embedding | undefined> {
  if (!ctx.embedder) return undefined
  try {
    return packEmbedding(ctx.embedder.model, await ctx.embedder.embed(webp))
  } catch (error) {
    ctx.log.warn('photo.embedding_failed', { name: error instanceof Error ? error.name : 'unknown' })
    return undefined
  }
}

/** Gives photos that came before the model their vectors, and their reports another look at their matches. */
export async function embedOlderPhotos(ctx: Context): Promise<void> {
  if (!ctx.embedder) return
  for (const id of await findPhotosToEmbed(ctx.sql, ctx.embedder.model, BATCH)) {
    const picture = await ctx.photoStore.get(id, 'card')
    const embedding = picture && (await embedPicture(ctx, picture))
    if (!embedding) continue
    await ctx.sql.begin(async (tx) => {
      await enqueueMatchRefresh(ctx, tx, ...(await setEmbedding(tx, id, embedding)))
    })
  }
}
