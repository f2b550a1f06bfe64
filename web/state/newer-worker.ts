/**
 * Calls `tell` when a newer version's service worker takes this page over from the one that answered it so far. The first
 * worker of all, which takes over a page that came without one, is of the page's own version.
 */
export function whenNewerWorkerIsInCharge(workers: ServiceWorkerContainer, tell: () => void): void {
  let before = workers.controller
  workers.addEventListener('controllerchange', () => {
    if (before && workers.controller) tell()
    before = workers.controller
  })
}
