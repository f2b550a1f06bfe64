import type { Context } from '../context.ts'
import { drawPet } from '../domain/drawing/index.ts'
import { lookOf } from '../domain/drawing/look-of.ts'
import { limitReads } from '../http/read-rate.ts'
import { getReport } from '../reports/service.ts'

/** Thirty a page at most: far above what a hand can ask for. */
const DRAW_LIMIT = { name: 'drawings.draw', max: 3_000, windowS: 60 }

/**
 * A report's animal as SVG, from public fields only, whoever asks.
 * @throws ServiceError not-found also for hidden reports, too-many-requests
 */
export async function drawReport(ctx: Context, id: string): Promise<string> {
  limitReads(ctx, DRAW_LIMIT)
  const report = await getReport({ ...ctx, actor: { ...ctx.actor, token: undefined } }, id)
  return drawPet(lookOf(report.properties), { background: 'field' })
}
