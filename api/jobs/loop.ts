/** Runs the outbox in a long-lived process: at once when woken, else every second. */
export type JobLoop = { wake: () => void; stop: () => Promise<void> }

const POLL_MS = 1_000

/** @param runOnce runs what is due, up to the signal; its faults are its own to log */
export function startJobLoop(runOnce: (signal: AbortSignal) => Promise<unknown>): JobLoop {
  const stopping = new AbortController()
  let wokenWhileRunning = false
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  const plan = (delayMs: number) => {
    clearTimeout(timer)
    if (!stopping.signal.aborted) timer = setTimeout(start, delayMs)
  }
  const start = () => {
    if (running) {
      wokenWhileRunning = true
      return
    }
    wokenWhileRunning = false
    running = runOnce(stopping.signal).then(
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
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
