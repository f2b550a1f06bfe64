import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { createApp } from './app.ts'
import { ConfigError, type NodeSettings, readSettings } from './config.ts'
import { createSystemContext, type Deps } from './context.ts'
import { startDemo } from './demo/background.ts'
import { rasteriseWithSharp } from './demo/rasterise-sharp.ts'
import { explainFault } from './explain-fault.ts'
import { jobHandlers } from './job-handlers.ts'
import { planHousekeeping } from './jobs/housekeeping.ts'
import { type JobLoop, startJobLoop } from './jobs/loop.ts'
import { JOB_LANES } from './jobs/queue.ts'
import { runDueJobs } from './jobs/run.ts'
import { openNodeDeps } from './node-deps.ts'
import { whenToldToStop } from './node-stop.ts'

/** What a process serves beside the API. */
export type Pages = {
  /** Runs while the database starts. */
  prepare: () => Promise<unknown>
  mount: (app: ReturnType<typeof createApp>) => void
}

/** Requests in flight get this long to finish when the process is told to stop. */
const SHUTDOWN_MS = 10_000

/**
 * The life of a server process: starts, answers until SIGTERM or SIGINT, finishes what is in flight, closes the
 * database and exits with 0; or with 1 and a clear line if it cannot start.
 */
export async function runServer(env: Record<string, string | undefined>, pages: Pages): Promise<void> {
  // Listened for from the first moment: told to stop while it starts, a process starts, stops and loses nothing.
  let stopping = false
  const told = whenToldToStop(env).then(() => {
    stopping = true
  })
  try {
    const stop = await start(readSettings(env), pages).catch((error: unknown) => {
      // Ctrl+C reaches the build of the web app as well: that it failed then is no fault.
      if (stopping) process.exit(0)
      throw error
    })
    await told
    await stop()
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${explainFault(error)}\n`)
    process.exit(1)
  }
}

/** @returns how to stop */
async function start(settings: NodeSettings, pages: Pages): Promise<() => Promise<void>> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(settings.databaseUrl ? 'Connecting to the database …' : 'Starting the embedded database …')
  const [{ deps, close }] = await Promise.all([openNodeDeps(settings), pages.prepare()])
  await planHousekeeping(deps)
  const jobs = startJobs(deps)
  deps.wakeJobs = jobs.wake

  const app = createApp(deps)
  pages.mount(app)
  // Handed over whole: a route of another app would lose the answer to what it does not know.
  const site = new Hono().use(compress()).all('*', (c) => app.fetch(c.req.raw, c.env))
  const server = await listen(site.fetch, settings).catch(async (error: unknown) => {
    await jobs.stop()
    await close()
    throw error
  })
  say(`Homeward answers at ${settings.publicUrl}`)
  const stopDemo = settings.demo ? startDemo(deps, rasteriseWithSharp, say) : async () => {}

  return async () => {
    await finish(server)
    await stopDemo()
    await jobs.stop()
    await close()
  }
}

function startJobs(deps: Deps): JobLoop {
  const loops = JOB_LANES.map((types) =>
    startJobLoop(
      (signal) => runDueJobs(createSystemContext(deps, 'jobs'), jobHandlers, { types, signal }),
      (error) => deps.log.error('jobs.stalled', { name: error instanceof Error ? error.name : 'unknown' }),
    ),
  )
  return {
    wake: () => {
      for (const { wake } of loops) wake()
    },
    stop: async () => void (await Promise.all(loops.map(({ stop }) => stop()))),
  }
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], settings: NodeSettings): Promise<ServerType> {
  return new Promise((fulfil, reject) => {
    const server = serve({ fetch, port: settings.port, hostname: settings.host }, () => fulfil(server))
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListening(error, settings)))
  })
}

/** @returns the error itself where the port is taken, which has words of its own */
function explainListening(error: NodeJS.ErrnoException, { host, port }: NodeSettings): Error {
  if (error.code === 'EADDRINUSE') return error
  if (error.code === 'EACCES') return new ConfigError(`PORT: ${port} may not be listened on by this user`)
  return new ConfigError(`HOST: ${host} is no address of this machine`)
}

function finish(server: ServerType): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), SHUTDOWN_MS).unref()
  })
}
