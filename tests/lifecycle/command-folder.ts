import { rmSync } from 'node:fs'
import { constants } from 'node:os'
import { whenToldToStop } from '../../api/node-stop.ts'
import { killServices, withFolder } from './process.ts'

/** As `withFolder`, for a command: it leaves neither folder nor services behind when it is told to stop either. */
export function withCommandFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  return withFolder((folder) => {
    void whenToldToStop(process.env).then((signal) => {
      killServices()
      // At once: Playwright ends the process by itself on Ctrl+C, and does not wait for us.
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
      process.exit(128 + constants.signals[signal])
    })
    return use(folder)
  })
}
