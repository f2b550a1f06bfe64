import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'

const inWeb = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Rooms that the server never draws: their code, the map's above all, stays out. */
const NEVER_DRAWN =
  /\/(MapPanel|ReportMap|PostPage|ManagePage|ReplyPage|MinePage|AboutPage|PrivacyPage|PosterPage)\.tsx$/

const leaveOutUndrawn: Plugin = {
  name: 'leave-out-undrawn',
  enforce: 'pre',
  resolveId: (id) => (NEVER_DRAWN.test(id) ? '\0undrawn' : null),
  load: (id) => (id === '\0undrawn' ? 'export {}' : null),
}

/** The same components as the web app's, built into one file that draws the first page on the server. */
export default defineConfig({
  root: inWeb('.'),
  plugins: [preact(), leaveOutUndrawn],
  ssr: { noExternal: true, target: 'webworker' },
  // Whoever asked for the page has a connection; Node's own `navigator` does not say.
  define: { 'navigator.onLine': 'true' },
  build: {
    ssr: inWeb('draw.tsx'),
    outDir: '../dist/draw',
    emptyOutDir: true,
    target: 'es2023',
    copyPublicDir: false,
    rolldownOptions: {
      output: { entryFileNames: 'draw.js', codeSplitting: false },
      transform: {
        inject: { location: [inWeb('draw-location.ts'), 'location'] },
      },
    },
  },
})
