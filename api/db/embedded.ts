import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { connect, type Sql } from './connect.ts'

export type EmbeddedDatabase = { sql: Sql; close: () => Promise<void> }

export class DataFolderInUseError extends Error {
  override name = 'DataFolderInUseError'
  constructor(folder: string) {
    super(`The data folder ${folder} is in use by another Homeward process. Stop that one, or set DATA_DIR.`)
  }
}

/** Longest path that a Unix socket address holds on every system we run on. */
const MAX_SOCKET_PATH = 100

/**
 * Starts PostgreSQL with PostGIS inside this process, with its files in `dataDir`, or in memory without one.
 * @throws DataFolderInUseError if another process holds the folder
 */
export async function startEmbedded(dataDir?: string): Promise<EmbeddedDatabase> {
  const lock = dataDir ? lockFolder(dataDir) : undefined
  const socketPath = chooseSocketPath(dataDir)
  rmSync(socketPath, { force: true })
  const folder = dataDir ? join(resolve(dataDir), 'database') : undefined
  const thread = new Worker(new URL('./embedded-thread.ts', import.meta.url), {
    workerData: { folder, socketPath },
  })
  try {
    await nextMessage(thread)
  } catch (error) {
    lock?.close()
    throw error
  }
  // One connection: PGlite is one session, and unnamed portals of several connections would collide.
  const sql = connect('postgres://postgres@localhost/postgres', { socketPath, max: 1 })
  return {
    sql,
    close: async () => {
      await sql.end({ timeout: 5 })
      const closed = nextMessage(thread)
      thread.postMessage('close')
      await closed
      await thread.terminate()
      rmSync(socketPath, { force: true })
      lock?.close()
    },
  }
}

/** SQLite's exclusive lock is the system's own file lock: it goes with the process, however that ends. */
function lockFolder(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true })
  const lock = new DatabaseSync(join(dataDir, 'lock'), { timeout: 0 })
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch {
    lock.close()
    throw new DataFolderInUseError(resolve(dataDir))
  }
  return lock
}

function chooseSocketPath(dataDir: string | undefined): string {
  if (!dataDir) return join(tmpdir(), `homeward-${crypto.randomUUID().slice(0, 13)}.sock`)
  const inside = join(resolve(dataDir), 'database.sock')
  if (Buffer.byteLength(inside) <= MAX_SOCKET_PATH) return inside
  const name = createHash('sha256').update(inside).digest('hex').slice(0, 16)
  return join(tmpdir(), `homeward-${name}.sock`)
}

function nextMessage(thread: Worker): Promise<unknown> {
  return new Promise((fulfil, reject) => {
    thread.once('message', fulfil)
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`The embedded database stopped with code ${code}.`)))
  })
}
