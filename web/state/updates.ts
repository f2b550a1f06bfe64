import { signal } from '@preact/signals'
import type { FirstPage } from '../../api/pages/draw.ts'
import { keepFirstPage } from './keep-first-page.ts'

/** True when a newer version of the app has been fetched and waits. */
export const updateReady = signal(false)

let apply: () => Promise<void> = async () => location.reload()

/** Registers the service worker once the page is idle: it must not compete with the first screen, which it then keeps. */
export function startUpdates(first: FirstPage | undefined): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const register = async () => {
    const { registerSW } = await import('virtual:pwa-register')
    apply = registerSW({
      onNeedRefresh: () => {
        updateReady.value = true
      },
    })
    if (first) await keepFirstPage(first)
  }
  addEventListener('load', () => setTimeout(() => void register().catch(() => {}), 1_000), { once: true })
}

export function applyUpdate(): void {
  void apply()
}
