import { useCallback, useEffect, useState } from 'preact/hooks'

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown }

/**
 * What `load` gives, loaded again when `key` changes or `reload` is called; late answers are dropped. What is here
 * already when the component is first shown, if anything, is taken first.
 */
export function useLoaded<T>(key: string, load: () => Promise<T>, here?: T) {
  const [loaded, setLoaded] = useState<Loaded<T>>(
    here === undefined ? { state: 'loading' } : { state: 'ready', value: here },
  )
  const [turn, setTurn] = useState(0)
  const [taken] = useState(here === undefined ? undefined : key)
  useEffect(() => {
    if (turn === 0 && key === taken) return
    let current = true
    load().then(
      (value) => current && setLoaded({ state: 'ready', value }),
      (error: unknown) => current && setLoaded({ state: 'failed', error }),
    )
    return () => {
      current = false
    }
  }, [key, turn])
  const reload = useCallback(() => setTurn((now) => now + 1), [])
  const replace = useCallback((value: T) => setLoaded({ state: 'ready', value }), [])
  return { loaded, reload, replace }
}
