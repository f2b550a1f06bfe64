import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { firstLoadBudget } from './first-load-budget.ts'
import { inlineStyles } from './inline-styles.ts'
import { offline } from './offline.ts'
import { nameReportCode } from './report-code.ts'

const inWeb = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const api = process.env['API_URL'] ?? 'http://127.0.0.1:8080'

/** The web app: built into dist/web, which the API serves; in development Vite passes the API's paths on. */
export default defineConfig({
  root: inWeb('.'),
  plugins: [
    preact(),
    inlineStyles('web/index.html'),
    nameReportCode('web/index.html', '/pages/report/ReportPage.tsx', ['traits', 'report', 'animal']),
    VitePWA(offline),
    firstLoadBudget('web/index.html', 45),
  ],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: ['es2022', 'safari16.4'],
    manifest: true,
    // The app's oldest browsers ignore what it would fill in; it would be one file more on the first load.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      input: [inWeb('index.html'), inWeb('reference/index.html')],
      // The first load in one file, not ten: on a slow line every small file costs a journey.
      output: {
        codeSplitting: {
          groups: [
            { name: 'app', test: /\/web\/(main|App)\.tsx$/, priority: 2 },
            // And what a link to a report brings, in one more.
            { name: 'report', test: /\/web\/pages\/report\/ReportPage\.tsx$/, priority: 1 },
            { name: 'report-words-ru', test: /\/i18n\/ru\/(traits|report|animal)\.ts$/ },
            { name: 'report-words-en', test: /\/i18n\/en\/(traits|report|animal)\.ts$/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/cards', '/drawings', '/photos', '/tiles', '/tiles.json', '/healthz'].map((path) => [
        path,
        api,
      ]),
    ),
  },
})
