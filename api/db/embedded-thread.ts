/** The embedded database's own thread: PGlite computes synchronously, and requests must not wait for it. */

import { setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

const { folder, socketPath } = workerData as { folder: string | undefined; socketPath: string }
const port = parentPort
if (!port) throw new Error('embedded-thread.ts runs as a worker thread only')

const database = await PGlite.create({
  ...(folder ? { dataDir: `file://${folder}` } : {}),
  extensions: { postgis },
})
const server = new PGLiteSocketServer({ db: database, path: socketPath })
await server.start()

port.once('message', async () => {
  await server.stop()
  // Connections that ended a moment ago still ask the database about their transaction.
  await setTimeout(50)
  await database.close()
  port.postMessage('closed')
})
port.postMessage('ready')
