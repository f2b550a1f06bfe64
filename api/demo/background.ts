import { type Context, createSystemContext, type Deps } from '../context.ts'
import { type DemoProgress, type LoadOptions, loadDemo, wantsDemo } from './load.ts'

/** One line of progress for so many steps. */
const STEPS_A_LINE = 100

export function describeProgress({ reports, reportsOf, photos, photosOf }: DemoProgress): string {
  return `Demo city: ${reports} of ${reportsOf} reports, ${photos} of ${photosOf} pictures`
}

/**
 * Loads the demo city behind a server that answers already, where one belongs.
 * @returns a function that stops it and waits for the step in hand
 */
export function startDemo(
  deps: Deps,
  rasterise: LoadOptions['rasterise'],
  say: (line: string) => void,
): () => Promise<void> {
  const stopping = new AbortController()
  const running = run(createSystemContext(deps, 'demo'), rasterise, say, stopping.signal).catch(
    (error: unknown) => {
      deps.log.error('demo.failed', { name: error instanceof Error ? error.name : 'unknown' })
    },
  )
  return async () => {
    stopping.abort()
    await running
  }
}

async function run(
  ctx: Context,
  rasterise: LoadOptions['rasterise'],
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  if (!(await wantsDemo(ctx))) return
  let steps = 0
  const complete = await loadDemo(ctx, {
    rasterise,
    signal,
    onProgress: (progress) => {
      if (steps++ % STEPS_A_LINE === 0) say(describeProgress(progress))
    },
  })
  if (complete) say('Demo city: complete. Remove it with: npm run demo -- --clear')
}
