import { type Context, createSystemContext } from '../context.ts'
import { createKeyring } from '../crypto.ts'
import type { Sql } from '../db/connect.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { readMigrations } from '../db/migrations-folder.ts'
import { createTemporaryDatabase } from '../db/temporary.ts'
import { createReadCounts } from '../http/read-counts.ts'

export type Scratch = { sql: Sql; ctx: Context; close: () => Promise<void> }

const unused = (name: string) => async () => {
  throw new Error(`An evaluation has no ${name}.`)
}

/**
 * An empty database of our own, gone afterwards: in this process, or beside the others on the server of `url`.
 * Nothing that lies in the database `url` names is read or changed.
 */
export async function openScratch(url?: string): Promise<Scratch> {
  const database = url ? await createTemporaryDatabase(url, 'eval') : await startEmbedded()
  await migrate(database.sql, await readMigrations())
  const ctx = createSystemContext(
    {
      sql: database.sql,
      readSql: database.sql,
      clock: () => new Date(),
      mailer: { send: unused('mail') },
      photoStore: {
        put: unused('photos'),
        has: unused('photos'),
        get: unused('photos'),
        delete: unused('photos'),
        list: async function* () {},
      },
      images: { inspect: unused('photos'), render: unused('photos') },
      config: {
        publicUrl: 'http://localhost',
        mapStyleUrl: '',
        mapView: { lng: 0, lat: 0, zoom: 10 },
        timeZone: 'UTC',
        geocoderUrl: undefined,
        rateLimits: false,
        trustProxy: false,
      },
      keyring: createKeyring('scratch databases hold nothing worth a secret'),
      log: { debug() {}, info() {}, warn() {}, error() {} },
      readCounts: createReadCounts(),
      wakeJobs: () => {},
    },
    'evaluation',
  )
  return { sql: database.sql, ctx, close: database.close }
}
