import type {
  ExecutionContext,
  Fetcher,
  Hyperdrive,
  ImagesBinding,
  R2Bucket,
  ScheduledController,
  SendEmail,
} from '@cloudflare/workers-types'
import { createApp } from './app.ts'
import { ConfigError, type NodeSettings, readSettings } from './config.ts'
import { createSystemContext, type Deps } from './context.ts'
import { createKeyring } from './crypto.ts'
import { connect } from './db/connect.ts'
import { createReadCounts } from './http/read-counts.ts'
import { jobHandlers } from './job-handlers.ts'
import { planHousekeeping } from './jobs/housekeeping.ts'
import { runDueJobs } from './jobs/run.ts'
import { createLog } from './log.ts'
import { createEmailBindingMailer } from './mail/mailer-email-binding.ts'
import { addPages } from './pages/routes.ts'
import { createImagesBindingProcessor } from './photos/process-images-binding.ts'
import { createR2PhotoStore } from './photos/store-r2.ts'

/** Bindings of wrangler.toml; its [vars] and secrets are the settings that the README names. */
export type WorkerEnv = {
  HYPERDRIVE: Hyperdrive
  /** A second configuration that leads to a read replica. */
  HYPERDRIVE_READ?: Hyperdrive
  PHOTOS: R2Bucket
  IMAGES: ImagesBinding
  EMAIL: SendEmail
  ASSETS: Fetcher
  [setting: string]: unknown
}

/** workerd lets one request keep six connections open. */
const CONNECTIONS = 4
/** After an answer the request's own jobs get to run; the cron does the rest. */
const JOBS_PER_REQUEST = 10
const JOBS_PER_CRON = 500

/** Lives as long as the platform keeps this instance. */
const readCounts = createReadCounts()

export default {
  async fetch(request: Request, env: WorkerEnv, execution: ExecutionContext): Promise<Response> {
    const { deps, runJobs, close } = openWorkerDeps(env)
    let jobsWanted = false
    deps.wakeJobs = () => {
      jobsWanted = true
    }
    const app = createApp(deps)
    addPages(app, {
      loadShell: async () => (await env.ASSETS.fetch(new URL('/', request.url))).text(),
      loadDrawer: () => import('#draw'),
    })
    app.get('/assets/*', (c) => c.notFound())
    app.get('*', (c) => fetchAsset(env, c.req.raw))
    try {
      return await app.fetch(request, env, execution as never)
    } finally {
      execution.waitUntil((jobsWanted ? runJobs(JOBS_PER_REQUEST) : Promise.resolve()).finally(close))
    }
  },

  async scheduled(_: ScheduledController, env: WorkerEnv): Promise<void> {
    const { deps, runJobs, close } = openWorkerDeps(env)
    try {
      await planHousekeeping(deps)
      await runJobs(JOBS_PER_CRON)
    } finally {
      await close()
    }
  },
}

/** A file of the web app, or its shell, in which the app finds the page that was asked for. */
async function fetchAsset(env: WorkerEnv, { url, headers }: Request): Promise<Response> {
  const asset = await env.ASSETS.fetch(url, { headers: [...headers] })
  const answer = asset.status === 404 ? await env.ASSETS.fetch(new URL('/', url)) : asset
  // A copy: the platform's own answer takes no more headers, and the app adds its security ones.
  return new Response(answer.body as BodyInit | null, answer as unknown as Response)
}

/** Connections belong to the request that opened them, so everything is made anew each time; all of it is lazy. */
function openWorkerDeps(env: WorkerEnv) {
  const settings = readWorkerSettings(env)
  const clock = () => new Date()
  const sql = connect(env.HYPERDRIVE.connectionString, { max: CONNECTIONS })
  const readSql = env.HYPERDRIVE_READ
    ? connect(env.HYPERDRIVE_READ.connectionString, { max: CONNECTIONS / 2 })
    : sql
  const deps: Deps = {
    sql,
    readSql,
    clock,
    mailer: createEmailBindingMailer(env.EMAIL, settings.mailFrom),
    photoStore: createR2PhotoStore(env.PHOTOS),
    images: createImagesBindingProcessor(env.IMAGES),
    config: settings,
    keyring: createKeyring(settings.secret),
    log: createLog(settings.logLevel, (line) => console.log(line), clock),
    readCounts,
    wakeJobs: () => {},
  }
  return {
    deps,
    runJobs: (max: number) => runDueJobs(createSystemContext(deps, 'jobs'), jobHandlers, { max }),
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), readSql === sql ? undefined : readSql.end({ timeout: 5 })])
    },
  }
}

function readWorkerSettings(env: WorkerEnv): NodeSettings & { secret: string } {
  const texts = Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const settings = readSettings(Object.fromEntries(texts))
  if (!settings.secret) throw new ConfigError('SECRET: set it with `wrangler secret put SECRET`')
  if (!texts.some(([name]) => name === 'PUBLIC_URL'))
    throw new ConfigError('PUBLIC_URL: set it in wrangler.toml')
  return { ...settings, secret: settings.secret }
}
