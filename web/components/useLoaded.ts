import { useCallback, useLayoutEffect, useState } from 'preact/hooks'

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown }

/** What `load` gives, loaded again when `key` changes or `reload` is called; late answers are dropped. */
export function useLoaded<T>(key: string, load: () => Promise<T>) {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  const [turn, setTurn] = useState(0)
  // Before the picture, so that what is here already is in it.
  useLayoutEffect(() => {
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
