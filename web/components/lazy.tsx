import { signal } from '@preact/signals'
import type { ComponentType, VNode } from 'preact'
import { useEffect } from 'preact/hooks'

type Loaded<P> = { component?: ComponentType<P>; error?: unknown }
type Stages = { waiting: () => VNode | null; failed: (retry: () => void) => VNode | null }

/**
 * A component whose code comes when it is first shown. Unlike preact-iso's `lazy` a failed load is shown and
 * can be tried again, which a phone in a lift needs; and it leans on no internals of the renderer.
 */
export function lazyComponent<P extends object>(load: () => Promise<ComponentType<P>>, stages: Stages) {
  const state = signal<Loaded<P>>({})
  let loading = false

  function start() {
    if (loading || state.peek().component) return
    loading = true
    state.value = {}
    load()
      .then(
        (component) => {
          state.value = { component }
        },
        (error: unknown) => {
          state.value = { error }
        },
      )
      .finally(() => {
        loading = false
      })
  }

  function Lazy(props: P) {
    const { component: Component, error } = state.value
    useEffect(start, [])
    if (Component) return <Component {...props} />
    return error === undefined ? stages.waiting() : stages.failed(start)
  }
  Lazy.preload = start
  return Lazy
}
