import { useEffect, useState } from 'preact/hooks'
import { isFirstPage } from '../state/first-page.ts'
import { whenIdle } from './when-idle.ts'

/**
 * The first `step` of the items at once, the others by as many whenever the browser is idle: a cheap phone shows and
 * obeys the first screen before it has drawn what lies below. What is there already at the start comes whole, so that
 * a step back in the history finds its place; but not on the page that the server drew so far.
 */
export function useGradually<T>(items: readonly T[], step: number): readonly T[] {
  const [room, setRoom] = useState(items.length > 0 && !isFirstPage() ? Number.POSITIVE_INFINITY : step)
  useEffect(() => {
    if (items.length > room) return whenIdle(() => setRoom(room + step))
    return
  }, [items.length, room])
  return items.slice(0, room)
}
