import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../api/app.ts'
import { type Context, createSystemContext, type Deps } from '../../api/context.ts'
import { createKeyring } from '../../api/crypto.ts'
import type { Sql } from '../../api/db/connect.ts'
import { startEmbedded } from '../../api/db/embedded.ts'
import { migrate } from '../../api/db/migrate.ts'
import { readMigrations } from '../../api/db/migrations-folder.ts'
import { createTemporaryDatabase } from '../../api/db/temporary.ts'
import { createReadCounts } from '../../api/http/read-counts.ts'
import { createLog } from '../../api/log.ts'
import { buildWebIfStale, loadDrawer, readShell } from '../../api/node-web.ts'
import { addPages } from '../../api/pages/routes.ts'
import { createSharpProcessor } from '../../api/photos/process-sharp.ts'
import { createDiskPhotoStore } from '../../api/photos/store-disk.ts'

export type Engine = {
  name: string
  deps: Deps
  system: Context
  app: ReturnType<typeof createApp>
  /** Where the photos lie. */
  photoFolder: string
  close: () => Promise<void>
}

/** The service on an empty database of its own: embedded with its files on disk, or a new one on a server. */
export async function openEngine(databaseUrl: string | undefined): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'homeward-bench-'))
  const database = databaseUrl
    ? await createTemporaryDatabase(databaseUrl, 'bench')
    : await startEmbedded(folder)
  await migrate(database.sql, await readMigrations())
  const clock = () => new Date()
  const photoFolder = join(folder, 'photos')
  const deps: Deps = {
    sql: database.sql,
    readSql: database.sql,
    clock,
    mailer: { send: async () => {} },
    photoStore: createDiskPhotoStore(photoFolder),
    images: createSharpProcessor(),
    config: {
      publicUrl: 'http://localhost',
      mapStyleUrl: 'http://localhost/style.json',
      mapView: { lng: 0, lat: 0, zoom: 10 },
      timeZone: 'UTC',
      geocoderUrl: undefined,
      rateLimits: false,
      trustProxy: false,
    },
    keyring: createKeyring('the secret of a benchmark'),
    log: createLog('silent', () => {}, clock),
    readCounts: createReadCounts(),
    wakeJobs: () => {},
  }
  const app = createApp(deps)
  await buildWebIfStale()
  addPages(app, { loadShell: readShell, loadDrawer })
  return {
    name: await describeDatabase(database.sql, databaseUrl ? 'server' : 'embedded'),
    deps,
    system: createSystemContext(deps, 'bench'),
    app,
    photoFolder,
    close: async () => {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function describeDatabase(sql: Sql, kind: string): Promise<string> {
  const [row] = await sql<{ server: string; postgis: string }[]>`
    select current_setting('server_version') as server, postgis_lib_version() as postgis`
  return `${kind}: PostgreSQL ${row?.server.split(' ')[0]}, PostGIS ${row?.postgis}`
}
