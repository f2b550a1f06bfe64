/** Runs the outbox in a long-lived process: at once when woken, else every second. */
export type JobLoop = { wake: () => void; stop: () => Promise<void> }

const POLL_MS = 1_000

/**
 * @param runOnce runs what is due, up to the signal
 * @param onFault is told what it threw, as when the database is away; the loop goes on at its pace
 */
export function startJobLoop(
  runOnce: (signal: AbortSignal) => Promise<unknown>,
  onFault: (error: unknown) => void,
): JobLoop {
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
    running = runOnce(stopping.signal)
      .catch(onFault)
      .then(() => finish())
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
