import { useEffect, useState } from 'preact/hooks'

/** So long a slow line may need; without one, what a device kept is there at once or not at all. */
const PATIENCE_MS = 8_000
const OFFLINE_PATIENCE_MS = 2_000

/**
 * Whether something that is waited for is late. Once it is, `retry` is called when the line comes back.
 * @param waiting what is waited for; a new value begins anew, undefined waits for nothing
 */
export function useLateness(waiting: unknown, retry: () => void): boolean {
  const [late, setLate] = useState<unknown>()
  const isLate = waiting !== undefined && late === waiting
  useEffect(() => {
    if (waiting === undefined) return
    const patience = navigator.onLine ? PATIENCE_MS : OFFLINE_PATIENCE_MS
    let timer = setTimeout(() => setLate(waiting), patience)
    const cutOff = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setLate(waiting), OFFLINE_PATIENCE_MS)
    }
    addEventListener('offline', cutOff)
    return () => {
      clearTimeout(timer)
      removeEventListener('offline', cutOff)
    }
  }, [waiting])
  useEffect(() => {
    if (!isLate) return
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [isLate])
  return isLate
}
