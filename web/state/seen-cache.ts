/** Where the service worker (offline.ts) keeps the answers that were seen. */
export const SEEN_CACHE = 'seen'
