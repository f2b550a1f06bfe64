import { withCommandFolder } from './command-folder.ts'
import { startService } from './process.ts'

/** A command with a service of its own that goes on until it is stopped. */
await withCommandFolder(async (folder) => {
  const { answers, baseUrl } = await startService({ DATA_DIR: folder })
  await answers
  process.stdout.write(`${JSON.stringify({ folder, baseUrl })} answers at last\n`)
  await new Promise(() => {})
})
