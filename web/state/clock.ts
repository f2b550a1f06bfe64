import { signal } from '@preact/signals'

/** The time of the moment in milliseconds, to the minute: what "3 hours ago" is counted from. */
export const nowMs = signal(Date.now())

export function startClock(): () => void {
  const timer = setInterval(() => {
    nowMs.value = Date.now()
  }, 60_000)
  return () => clearInterval(timer)
}
