import { signal } from '@preact/signals'
import type { FirstPage } from '../../api/pages/draw.ts'
import { keepFirstPage } from './keep-first-page.ts'
import { openedLink } from './opened-link.ts'

/**
 * True when a newer version of the app is there. A page never changes under somebody's hands: the newer one takes over
 * when they say so (Notices) or go to another page.
 */
export const updateReady = signal(false)

/** A page may stay open for days; browsers look for a newer version on their own only when one is loaded. */
const LOOK_EVERY_MS = 3_600_000
/** The newer version's worker answers sooner, or another tab has already put it in charge and nothing answers. */
const TAKE_OVER_MS = 3_000

let putInCharge: (() => void) | undefined
let leave: (() => void) | undefined

/** Registers the service worker once the page is idle: it must not compete with the first screen, which it then keeps. */
export function startUpdates(first: FirstPage | undefined): void {
  if (import.meta.env.DEV) return
  addEventListener('vite:preloadError', () => void lookForOwnCode())
  // Before the app's router, which listens at the window and would stay in this version.
  document.addEventListener('click', takeOverOnTheWay)
  if (!('serviceWorker' in navigator)) return
  const register = async () => {
    const { registerSW } = await import('virtual:pwa-register')
    putInCharge = registerSW({
      onNeedRefresh: () => {
        updateReady.value = true
      },
      // In every tab, by whichever of them; the others go on as they are until they leave their page.
      onNeedReload: () => void whenActivated().then(() => leave?.()),
      onRegisteredSW: (_, registration) => registration && keepLooking(registration),
    })
    if (first) await keepFirstPage(first)
  }
  addEventListener('load', () => setTimeout(() => void register().catch(() => {}), 1_000), { once: true })
}

/** A page that is asked for while its worker is still being put in charge may wait for it long. */
async function whenActivated() {
  const worker = navigator.serviceWorker.controller
  if (!worker || worker.state === 'activated') return
  await new Promise((done) => worker.addEventListener('statechange', done, { once: true }))
}

/** Loads the page anew, or the one to go to, in the newer version. */
export function applyUpdate(to?: string): void {
  leave = () => {
    leave = undefined
    if (to === undefined) location.reload()
    else location.assign(to)
  }
  if (putInCharge) setTimeout(() => leave?.(), TAKE_OVER_MS)
  else leave()
  putInCharge?.()
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

/** A part of this version could not be loaded: without a connection it may come yet, but not if the server has a newer one. */
async function lookForOwnCode() {
  const own = document.querySelector<HTMLScriptElement>('script[type=module][src]')
  if (!own || updateReady.peek()) return
  // No worker answers a HEAD from what it keeps.
  const answer = await fetch(own.src, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
  if (answer?.status !== 404) return
  const registration = await navigator.serviceWorker?.getRegistration()
  await registration?.update().catch(() => {})
  updateReady.value = true
}
