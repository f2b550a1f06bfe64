import { signal } from '@preact/signals'

/** The time of the moment in milliseconds, to the minute: what "3 hours ago" is counted from. */
export const nowMs = signal(Date.now())

/** Whose clocks instants are written by: the device's own unless an IANA name says otherwise, as on the server. */
export const timeZone = signal<string | undefined>(undefined)

export function startClock(): () => void {
  const timer = setInterval(() => {
    nowMs.value = Date.now()
  }, 60_000)
  return () => clearInterval(timer)
}
