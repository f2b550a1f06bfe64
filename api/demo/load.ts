import type { Context } from '../context.ts'
import { drawScene } from '../domain/drawing/draw-scene.ts'
import { attachPhoto } from '../photos/service.ts'
import { insertDemoReports } from '../reports/insert-demo-reports.ts'
import { buildDemoCity } from './city.ts'
import { countDemoPhotos, findDemoState, hasReports, saveDemoState } from './queries.ts'
import type { DemoReport } from './tell.ts'

export type DemoProgress = { reports: number; reportsOf: number; photos: number; photosOf: number }

export type LoadOptions = {
  /** A drawing as the bytes of a photograph; a port, so that this module needs no decoder. */
  rasterise: (svg: string) => Promise<Uint8Array>
  /** The usual city unless another one is wanted. */
  build?: typeof buildDemoCity
  onProgress?: (progress: DemoProgress) => void
  /** Stops between two steps; the next load goes on from there. */
  signal?: AbortSignal
}

const SEED = 'moscow'

/** Rows a transaction: the embedded engine has one connection, and nobody's request should wait long for it. */
const BATCH = 20

/** True where a demo city belongs by itself: an empty database that was never cleared of one, or a load cut off. */
export async function wantsDemo(ctx: Pick<Context, 'sql'>): Promise<boolean> {
  const known = await findDemoState(ctx.sql)
  return known ? known.state === 'loading' : !(await hasReports(ctx.sql))
}

/**
 * Loads the demo city, newest reports first and then their photos, newest first. May be stopped or killed at any
 * moment and run again: what is there is not added twice.
 * @returns whether it is complete now
 */
export async function loadDemo(ctx: Context, options: LoadOptions): Promise<boolean> {
  const { signal, build = buildDemoCity, onProgress = () => {} } = options
  const known = await findDemoState(ctx.sql)
  const builtFor = known && known.state !== 'cleared' ? known.builtFor : ctx.clock()
  if (known?.state !== 'loaded') await saveDemoState(ctx.sql, { builtFor, state: 'loading' })

  const { reports } = build({ seed: SEED, now: builtFor })
  const photos = await countDemoPhotos(ctx.sql)
  const progress: DemoProgress = {
    reports: photos.size,
    reportsOf: reports.length,
    photos: [...photos.values()].reduce((sum, count) => sum + count, 0),
    photosOf: reports.reduce((sum, report) => sum + report.scenes.length, 0),
  }
  const missing = subjectsFirst(reports).filter((report) => !photos.has(report.id))
  for (let at = 0; at < missing.length; at += BATCH) {
    if (signal?.aborted) return false
    progress.reports += await insertDemoReports(ctx, missing.slice(at, at + BATCH))
    onProgress(progress)
    await letOthersRun()
  }

  for (const { id, look, scenes } of reports) {
    for (const scene of scenes.slice(photos.get(id) ?? 0)) {
      if (signal?.aborted) return false
      await attachPhoto(ctx, id, await options.rasterise(drawScene(look, scene)), { unmatched: true })
      progress.photos += 1
      onProgress(progress)
      await letOthersRun()
    }
  }
  await saveDemoState(ctx.sql, { builtFor, state: 'loaded' })
  return true
}

/** A sighting refers to an older report, which must be there before it. */
function subjectsFirst(reports: readonly DemoReport[]): DemoReport[] {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const ordered = new Set<DemoReport>()
  for (const report of reports) {
    const subject = report.body.aboutReportId && byId.get(report.body.aboutReportId)
    if (subject) ordered.add(subject)
    ordered.add(report)
  }
  return [...ordered]
}

const letOthersRun = () => new Promise<void>((done) => setTimeout(done, 0))
