import { readFile } from 'node:fs/promises'
import { type ServerType, serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { createApp } from './app.ts'
import { explainFault } from './cli/command.ts'
import { type NodeSettings, readSettings } from './config.ts'
import { createSystemContext } from './context.ts'
import { startDemo } from './demo/background.ts'
import { rasteriseWithSharp } from './demo/rasterise-sharp.ts'
import { jobHandlers } from './jobs/handlers.ts'
import { planHousekeeping } from './jobs/housekeeping.ts'
import { startJobLoop } from './jobs/loop.ts'
import { runDueJobs } from './jobs/run.ts'
import { openNodeDeps } from './node-deps.ts'
import { buildWebIfStale, WEB_FOLDER } from './node-web.ts'
import { addPages } from './pages/routes.ts'

/** Requests in flight get this long to finish when the process is told to stop. */
const SHUTDOWN_MS = 10_000

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(settings.databaseUrl ? 'Connecting to the database …' : 'Starting the embedded database …')
  const [opened] = await Promise.all([openNodeDeps(settings), buildWebIfStale()])
  const { deps, close } = opened
  await planHousekeeping(deps)
  const loop = startJobLoop(() => runDueJobs(createSystemContext(deps, 'jobs'), jobHandlers))
  deps.wakeJobs = loop.wake

  const app = createApp(deps)
  addPages(app, () => readFile(`${WEB_FOLDER}/index.html`, 'utf8'))
  app.get('/assets/*', serveStatic({ root: WEB_FOLDER, onFound: (_, c) => cacheForGood(c) }))
  app.get('/assets/*', (c) => c.notFound())
  app.get('*', serveStatic({ root: WEB_FOLDER }))
  app.get('*', serveStatic({ root: WEB_FOLDER, path: 'index.html' }))

  const site = new Hono().use(compress()).route('/', app)
  const server = await listen(site.fetch, settings)
  say(`Homeward answers at ${settings.publicUrl}`)
  const stopDemo = settings.demo ? startDemo(deps, rasteriseWithSharp, say) : async () => {}

  const stop = async () => {
    await new Promise<void>((done) => {
      server.close(() => done())
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), SHUTDOWN_MS).unref()
    })
    await stopDemo()
    await loop.stop()
    await close()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], settings: NodeSettings): Promise<ServerType> {
  return new Promise((fulfil, reject) => {
    const server = serve({ fetch, port: settings.port, hostname: settings.host }, () => fulfil(server))
    server.once('error', reject)
  })
}

/** Names of built files change with their content. */
function cacheForGood(c: { header: (name: string, value: string) => void }): void {
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFault(error)}\n`)
  process.exit(1)
})
