import { randomBytes } from 'node:crypto'
import { access, constants, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSharpCardPainter } from './cards/paint-sharp.ts'
import { ConfigError, type NodeSettings } from './config.ts'
import type { Deps } from './context.ts'
import { createKeyring } from './crypto.ts'
import { connect, type Sql } from './db/connect.ts'
import { startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { readMigrations } from './db/migrations-folder.ts'
import { createReadCounts } from './http/read-counts.ts'
import { createLog } from './log.ts'
import { createFileMailer } from './mail/mailer-files.ts'
import { createSmtpMailer } from './mail/mailer-smtp.ts'
import type { PhotoEmbedder } from './photos/ports.ts'
import { createSharpProcessor } from './photos/process-sharp.ts'
import { createDiskPhotoStore } from './photos/store-disk.ts'

export type NodeDeps = { deps: Deps; close: () => Promise<void> }

/** Opens everything that the server and the commands run on, migrated and ready. */
export async function openNodeDeps(settings: NodeSettings): Promise<NodeDeps> {
  const clock = () => new Date()
  const log = createLog(settings.logLevel, (line) => process.stderr.write(`${line}\n`), clock)
  // Before the database: a model that does not load must not leave it open.
  const embedder = settings.photoModel ? await openEmbedder(settings.photoModel) : undefined
  const database = await openDatabase(settings)
  const secret = settings.secret ?? (await keepSecret(settings.dataDir))
  const readSql = settings.databaseReadUrl ? connect(settings.databaseReadUrl) : database.sql
  const mailer = settings.smtpUrl
    ? createSmtpMailer(settings.smtpUrl, settings.mailFrom)
    : createFileMailer(join(settings.dataDir, 'outbox'), settings.mailFrom, clock)
  return {
    deps: {
      sql: database.sql,
      readSql,
      clock,
      mailer,
      photoStore: createDiskPhotoStore(join(settings.dataDir, 'photos')),
      images: createSharpProcessor(),
      embedder,
      cards: createSharpCardPainter(),
      config: settings,
      keyring: createKeyring(secret),
      log,
      readCounts: createReadCounts(),
      wakeJobs: () => {},
    },
    close: async () => {
      if (readSql !== database.sql) await readSql.end({ timeout: 5 })
      await database.close()
    },
  }
}

/** The runtime is large, so it is loaded only where a model is set. */
async function openEmbedder(path: string): Promise<PhotoEmbedder> {
  const { loadOnnxEmbedder } = await import('./photos/embed-onnx.ts')
  return loadOnnxEmbedder(path)
}

async function openDatabase(settings: NodeSettings): Promise<{ sql: Sql; close: () => Promise<void> }> {
  const database = settings.databaseUrl
    ? openServer(settings.databaseUrl)
    : await openFolder(settings.dataDir)
  try {
    await migrate(database.sql, await readMigrations())
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

/** @throws ConfigError where the folder is none, or not ours to write in */
async function openFolder(dataDir: string): Promise<{ sql: Sql; close: () => Promise<void> }> {
  try {
    await mkdir(dataDir, { recursive: true })
    await access(dataDir, constants.W_OK | constants.X_OK)
  } catch {
    throw new ConfigError(`DATA_DIR: ${dataDir} is not a folder that can be written in`)
  }
  return startEmbedded(dataDir)
}

function openServer(url: string): { sql: Sql; close: () => Promise<void> } {
  const sql = connect(url)
  return { sql, close: () => sql.end({ timeout: 5 }) }
}

/** The embedded service's own secret: made once, readable by its user only. */
async function keepSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret')
  try {
    return readKeptSecret(file, await readFile(file, 'utf8'))
  } catch (error) {
    // Only a missing file is made anew: another secret would break every link and hash there is.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    await mkdir(dataDir, { recursive: true })
    const secret = randomBytes(32).toString('base64url')
    // Flushed and renamed: a crash between may not leave an empty file, which would be taken for the secret.
    await writeFile(`${file}.new`, secret, { mode: 0o600, flush: true })
    await rename(`${file}.new`, file)
    return secret
  }
}

function readKeptSecret(file: string, text: string): string {
  const secret = text.trim()
  if (!secret) throw new ConfigError(`SECRET: ${file} is empty. Put the secret back, or set SECRET.`)
  return secret
}
