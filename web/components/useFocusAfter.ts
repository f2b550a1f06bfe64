import { useEffect, useRef } from 'preact/hooks'

/** Focus goes to what carries the ref each time that `turns` grows, since what was pressed is gone after it. */
export function useFocusAfter<T extends HTMLElement>(turns: number) {
  const ref = useRef<T>(null)
  useEffect(() => {
    if (turns > 0) ref.current?.focus()
  }, [turns])
  return ref
}
