import { SingleBar } from 'cli-progress'
import { readSettings } from '../config.ts'
import { createSystemContext } from '../context.ts'
import { clearDemo } from '../demo/clear.ts'
import { loadDemo } from '../demo/load.ts'
import { rasteriseWithSharp } from '../demo/rasterise-sharp.ts'
import { UsageError } from '../explain-fault.ts'
import { openNodeDeps } from '../node-deps.ts'
import { runCommand } from './command.ts'

const USAGE = 'npm run demo -- --load | --clear'

/** `npm run demo -- --load` loads the demo city (or goes on where a load stopped), `--clear` removes exactly it. */
await runCommand(async ([flag]) => {
  if (flag !== '--load' && flag !== '--clear') throw new UsageError(USAGE)
  const settings = readSettings(process.env)
  if (flag === '--load' && settings.databaseUrl) {
    throw new UsageError('The demo city is for the embedded database only: DATABASE_URL is set.')
  }
  const { deps, close } = await openNodeDeps(settings)
  const ctx = createSystemContext(deps, 'demo')
  const say = (line: string) => process.stdout.write(`${line}\n`)
  try {
    if (flag === '--clear') {
      say(`Removed ${await clearDemo(ctx)} demo reports with their pictures.`)
      return 0
    }
    const bar = new SingleBar({
      format: '{bar} {percentage}% | {reports} reports | {photos} pictures | {eta_formatted} left',
      noTTYOutput: true,
      notTTYSchedule: 5_000,
    })
    bar.start(1, 0, { reports: 0, photos: 0 })
    await loadDemo(ctx, {
      rasterise: rasteriseWithSharp,
      onProgress: ({ reports, reportsOf, photos, photosOf }) => {
        bar.setTotal(reportsOf + photosOf)
        bar.update(reports + photos, { reports, photos })
      },
    })
    bar.stop()
    say('The demo city is complete.')
    return 0
  } finally {
    await close()
  }
})
