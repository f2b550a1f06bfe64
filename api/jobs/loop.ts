/** Runs the outbox in a long-lived process: at once when woken, else every second. */
export type JobLoop = { wake: () => void; stop: () => Promise<void> }

const POLL_MS = 1_000

/** @param runOnce runs what is due; its faults are its own to log */
export function startJobLoop(runOnce: () => Promise<unknown>): JobLoop {
  let stopped = false
  let wokenWhileRunning = false
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  const plan = (delayMs: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(start, delayMs)
  }
  const start = () => {
    if (running) {
      wokenWhileRunning = true
      return
    }
    wokenWhileRunning = false
    running = runOnce().then(
      () => finish(),
      () => finish(),
    )
  }
  const finish = () => {
    running = undefined
    plan(wokenWhileRunning ? 0 : POLL_MS)
  }
  plan(POLL_MS)
  return {
    wake: () => plan(0),
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
