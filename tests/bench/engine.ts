import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../api/app.ts'
import { type Context, createSystemContext, type Deps } from '../../api/context.ts'
import { createKeyring } from '../../api/crypto.ts'
import { connect, type Sql } from '../../api/db/connect.ts'
import { startEmbedded } from '../../api/db/embedded.ts'
import { migrate } from '../../api/db/migrate.ts'
import { readMigrations } from '../../api/db/migrations-folder.ts'
import { createLog } from '../../api/log.ts'
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
  const database = databaseUrl ? await createDatabase(databaseUrl) : await startEmbedded(folder)
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
      geocoderUrl: undefined,
      rateLimits: false,
      trustProxy: false,
    },
    keyring: createKeyring('the secret of a benchmark'),
    log: createLog('silent', () => {}, clock),
    wakeJobs: () => {},
  }
  return {
    name: await describeDatabase(database.sql, databaseUrl ? 'server' : 'embedded'),
    deps,
    system: createSystemContext(deps, 'bench'),
    app: createApp(deps),
    photoFolder,
    close: async () => {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Never touches what the server holds already. */
async function createDatabase(url: string): Promise<{ sql: Sql; close: () => Promise<void> }> {
  const name = `homeward_bench_${crypto.randomUUID().slice(0, 8)}`
  const admin = connect(url, { max: 1 })
  await admin.unsafe(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const sql = connect(own.href)
  return {
    sql,
    close: async () => {
      await sql.end()
      await admin.unsafe(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

async function describeDatabase(sql: Sql, kind: string): Promise<string> {
  const [row] = await sql<{ server: string; postgis: string }[]>`
    select current_setting('server_version') as server, postgis_lib_version() as postgis`
  return `${kind}: PostgreSQL ${row?.server.split(' ')[0]}, PostGIS ${row?.postgis}`
}
