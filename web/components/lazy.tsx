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
  let loading: Promise<void> | undefined

  /** Fulfilled when the component is here or is known not to come. */
  function start(): Promise<void> {
    if (state.peek().component) return Promise.resolve()
    if (loading) return loading
    state.value = {}
    loading = load()
      .then(
        (component) => {
          state.value = { component }
        },
        (error: unknown) => {
          state.value = { error }
        },
      )
      .finally(() => {
        loading = undefined
      })
    return loading
  }

  function Lazy(props: P) {
    const { component: Component, error } = state.value
    useEffect(() => void start(), [])
    if (Component) return <Component {...props} />
    return error === undefined ? stages.waiting() : stages.failed(start)
  }
  Lazy.preload = start
  return Lazy
}
