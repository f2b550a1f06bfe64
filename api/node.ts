import { readFile } from 'node:fs/promises'
import { serveStatic } from '@hono/node-server/serve-static'
import { runServer } from './node-server.ts'
import { buildWebIfStale, WEB_FOLDER } from './node-web.ts'
import { addPages } from './pages/routes.ts'

/** `npm start`: the API and the web app from one port. */
await runServer(process.env, {
  prepare: buildWebIfStale,
  mount: (app) => {
    addPages(app, () => readFile(`${WEB_FOLDER}/index.html`, 'utf8'))
    app.get('/assets/*', serveStatic({ root: WEB_FOLDER, onFound: (_, c) => cacheForGood(c) }))
    app.get('/assets/*', (c) => c.notFound())
    app.get('*', serveStatic({ root: WEB_FOLDER, onFound: (_, c) => c.header('Cache-Control', 'no-cache') }))
    app.get('*', serveStatic({ root: WEB_FOLDER, path: 'index.html' }))
  },
})

/** Names of built files change with their content. */
function cacheForGood(c: { header: (name: string, value: string) => void }): void {
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
}
