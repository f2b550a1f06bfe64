import { fileURLToPath } from 'node:url'
import { createTestHarness } from 'wrangler'
import { buildWebIfStale } from '../../api/node-web.ts'
import type { WorkerEnv } from '../../api/worker.ts'
import { closeTestDatabase, openTestDatabase } from '../setup/database.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Quiet, and without asking anything of the network. */
const OFFLINE = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
}

/** The worker as wrangler.toml describes it, on a migrated database of its own. */
export async function startWorker() {
  const given = process.env['TEST_DATABASE_URL']
  if (!given)
    throw new Error('TEST_DATABASE_URL: set it to a PostgreSQL with PostGIS (the Workers suite needs one)')
  await buildWebIfStale()
  const { sql } = await openTestDatabase()
  const url = new URL(given)
  url.pathname = `/${sql.options.database}`
  // Hyperdrive insists on a password, also where the server asks for none.
  url.password ||= 'unused'
  Object.assign(process.env, OFFLINE, {
    CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: url.href,
  })
  const harness = createTestHarness({
    root: ROOT,
    workers: [
      {
        configPath: 'wrangler.toml',
        vars: { PUBLIC_URL: 'https://homeward.example', RATE_LIMITS: 'off', LOG_LEVEL: 'warn' },
        secrets: { SECRET: 'a secret that only tests use' },
      },
    ],
  })
  await harness.listen()
  return {
    sql,
    worker: harness.getWorker<WorkerEnv>(),
    fetch: harness.fetch,
    logs: () => harness.getLogs(),
    stop: async () => {
      await harness.close()
      await closeTestDatabase()
    },
  }
}
