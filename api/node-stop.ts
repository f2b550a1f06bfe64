import { readFileSync } from 'node:fs'

const PARENT_POLL_MS = 250

/** Settles when this process is told to stop: by a signal, or because the npm that started it is gone. */
export function whenToldToStop(env: Record<string, string | undefined>): Promise<NodeJS.Signals> {
  return new Promise((stop) => {
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
    if (env['npm_lifecycle_event']) watchParent(() => stop('SIGTERM'))
  })
}

/**
 * npm starts us through a shell, and neither passes a signal on: what npm started stops when its shell
 * or npm itself is gone, however they went.
 */
function watchParent(gone: () => void): void {
  const shell = process.ppid
  const npm = readParentOf(shell)
  const timer = setInterval(() => {
    if (process.ppid === shell && readParentOf(shell) === npm) return
    clearInterval(timer)
    gone()
  }, PARENT_POLL_MS)
  timer.unref()
}

/** Undefined where the system has no /proc. */
function readParentOf(pid: number): string | undefined {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}
