import { serveStatic } from '@hono/node-server/serve-static'
import { runServer } from './node-server.ts'
import { buildWebIfStale, loadDrawer, readShell, WEB_FOLDER } from './node-web.ts'
import { addPages } from './pages/routes.ts'

/** `npm start`: the API and the web app from one port. */
await runServer(process.env, {
  prepare: buildWebIfStale,
  mount: (app) => {
    addPages(app, { loadShell: readShell, loadDrawer })
    app.get('/assets/*', serveStatic({ root: WEB_FOLDER, onFound: (_, c) => cacheForGood(c) }))
    app.get('/assets/*', (c) => c.notFound())
    const page = { root: WEB_FOLDER, onFound: (_: string, c: HasHeader) => askAgain(c) }
    app.get('*', serveStatic(page))
    app.get('*', serveStatic({ ...page, path: 'index.html' }))
  },
})

type HasHeader = { header: (name: string, value: string) => void }

/** Pages lead to files of one build: a kept one would ask for files that are gone. */
function askAgain(c: HasHeader): void {
  c.header('Cache-Control', 'no-cache')
}

/** Names of built files change with their content. */
function cacheForGood(c: HasHeader): void {
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
}
