import { computed, signal } from '@preact/signals'

/** Path and search of the page, without the fragment; kept true by `navigate` and by App's bridge. */
export const currentUrl = signal(location.pathname + location.search)
export const currentPath = computed(() => new URL(currentUrl.value, location.origin).pathname)
export const currentSearch = computed(() => new URL(currentUrl.value, location.origin).search)

/** Goes to a page of the app from anywhere, components or not; preact-iso hears of it as a popstate. */
export function navigate(url: string, { replace = false, state = null as unknown } = {}) {
  const before = location.pathname
  if (replace) history.replaceState(state, '', url)
  else history.pushState(state, '', url)
  currentUrl.value = location.pathname + location.search
  dispatchEvent(new PopStateEvent('popstate'))
  // Another page begins at its top, as after a click on a link.
  if (location.pathname !== before) scrollTo(0, 0)
}
