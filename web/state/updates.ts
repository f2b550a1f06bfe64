import { signal } from '@preact/signals'
import type { FirstPage } from '../../api/pages/draw.ts'
import { keepFirstPage } from './keep-first-page.ts'
import { whenNewerWorkerIsInCharge } from './newer-worker.ts'
import { openedLink } from './opened-link.ts'
import { isCodeGone, mayLeaveCode } from './own-code.ts'

/**
 * True when a newer version of the app is there. A page never changes under somebody's hands: the newer one takes over
 * when they say so (Notices) or go to another page.
 */
export const updateReady = signal(false)

/** A page may stay open for days; browsers look for a newer version on their own only when one is loaded. */
const LOOK_EVERY_MS = 3_600_000

/** Registers the service worker once the page is idle: it must not compete with the first screen, which it then keeps. */
export function startUpdates(first: FirstPage | undefined): void {
  if (import.meta.env.DEV) return
  addEventListener('vite:preloadError', () => void leaveIfOutdated())
  // Before the app's router, which listens at the window and would stay in this version.
  document.addEventListener('click', takeOverOnTheWay)
  const workers = navigator.serviceWorker
  if (!workers) return
  whenNewerWorkerIsInCharge(workers, () => {
    updateReady.value = true
  })
  const register = async () => {
    keepLooking(await workers.register('/sw.js'))
    if (first) await keepFirstPage(first)
  }
  addEventListener('load', () => setTimeout(() => void register().catch(() => {}), 1_000), { once: true })
}

/** Loads the page anew, or the one to go to, in the newer version. */
export function applyUpdate(to?: string): void {
  if (to === undefined) location.reload()
  else location.assign(to)
}

function takeOverOnTheWay(event: MouseEvent) {
  const to = updateReady.peek() ? openedLink(event) : undefined
  if (!to || to.pathname === location.pathname) return
  event.preventDefault()
  event.stopPropagation()
  applyUpdate(to.href)
}

function keepLooking(registration: ServiceWorkerRegistration) {
  let looked = 0
  const look = () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < LOOK_EVERY_MS) return
    looked = Date.now()
    registration.update().catch(() => {})
  }
  // A browser looks by itself too, but only when the worker rests.
  look()
  document.addEventListener('visibilitychange', look)
  setInterval(look, LOOK_EVERY_MS)
}

/** A part of this version could not be loaded: only a newer one can help where the server has its files no more. */
async function leaveIfOutdated() {
  const own = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src
  if (!own || updateReady.peek() || !(await isCodeGone(own)) || !mayLeaveCode(own)) return
  // It would give the older page again. The server, which has just answered, gives the newer one, and that its own worker.
  const registration = await navigator.serviceWorker?.getRegistration()
  await registration?.unregister().catch(() => {})
  updateReady.value = true
}
