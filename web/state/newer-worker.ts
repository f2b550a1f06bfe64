/** A newer version that is there answers sooner; a page that was asked for is not held up longer. */
const PATIENCE_MS = 3_000

/**
 * Lets the newer version's service worker answer this device's requests; at once where it does already, as another tab may
 * have said so. Ends when it is in charge, or after three seconds: a page asked for in between would wait for the change.
 */
export async function putNewerInCharge(): Promise<void> {
  const late = new Promise((done) => setTimeout(done, PATIENCE_MS))
  await Promise.race([changeWorkers().catch(() => {}), late])
}

async function changeWorkers() {
  const registration = await navigator.serviceWorker?.getRegistration()
  registration?.waiting?.postMessage({ type: 'SKIP_WAITING' })
  const next = registration?.waiting ?? registration?.active
  if (next) await reached(next, 'activated')
}

/** Ends when a worker that is being installed may be put in charge, or failed. */
export async function whenInstalled(registration: ServiceWorkerRegistration): Promise<void> {
  const { installing } = registration
  if (installing) await reached(installing, 'installed')
}

/** Ends at once where it is so already, and where the worker has no future. */
function reached(worker: ServiceWorker, state: ServiceWorkerState): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (worker.state !== state && worker.state !== 'redundant') return
      worker.removeEventListener('statechange', look)
      done()
    }
    worker.addEventListener('statechange', look)
    look()
  })
}
