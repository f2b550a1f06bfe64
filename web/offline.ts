import type { VitePWAOptions } from 'vite-plugin-pwa'
import { SEEN_CACHE } from './state/seen-cache.ts'

const DAY_S = 86_400

/**
 * Larger files are the map and the PDF writer; they are kept once they were used. The grid that places are coarsened with is
 * just below: without a connection too the review shows what strangers will see.
 */
const LARGEST_KEPT_BYTES = 220_000

/**
 * What the device keeps so that the app opens without a connection: the shell before it is asked for, and what was
 * seen when it was seen. Answers to a manage token are never kept: they hold what only the author may read.
 */
export const offline: Partial<VitePWAOptions> = {
  injectRegister: false,
  manifest: false,
  workbox: {
    // A newer version's worker is in charge as soon as it is there, while the pages go on as they are until somebody leaves
    // them (state/updates.ts). Told to take over when somebody is on the way to a page, it may not come: a request in the
    // same moment wakes the older worker again, and Chromium then holds the newer one back for minutes.
    skipWaiting: true,
    clientsClaim: true,
    globPatterns: ['index.html', 'icon.svg', 'assets/*.{js,css,woff2}'],
    // What only the PDF writer and the API's reference use.
    globIgnores: ['**/html2canvas*', '**/purify*', '**/index.es*', '**/index-*'],
    maximumFileSizeToCacheInBytes: 4_000_000,
    manifestTransforms: [
      (entries) => ({ manifest: entries.filter(({ size }) => size <= LARGEST_KEPT_BYTES), warnings: [] }),
    ],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/(api|cards|drawings|photos|tiles|reference|healthz|readyz)/],
    cleanupOutdatedCaches: true,
    runtimeCaching: [
      {
        urlPattern: ({ request, url, sameOrigin }) =>
          sameOrigin &&
          request.method === 'GET' &&
          !request.headers.has('authorization') &&
          // Who is on the way now is of no use later, and would mislead.
          !url.pathname.endsWith('/walkers') &&
          /^\/(api\/(reports|config|places)|tiles)/.test(url.pathname),
        handler: 'NetworkFirst',
        options: {
          cacheName: SEEN_CACHE,
          networkTimeoutSeconds: 8,
          expiration: { maxEntries: 400, maxAgeSeconds: 7 * DAY_S, purgeOnQuotaError: true },
          cacheableResponse: { statuses: [200] },
        },
      },
      {
        urlPattern: ({ url, sameOrigin }) => sameOrigin && /^\/(photos|drawings|assets)\//.test(url.pathname),
        handler: 'CacheFirst',
        options: {
          cacheName: 'files',
          expiration: { maxEntries: 300, maxAgeSeconds: 30 * DAY_S, purgeOnQuotaError: true },
          cacheableResponse: { statuses: [200] },
        },
      },
    ],
  },
}
