import type { Sql } from '../../api/db/connect.ts'
import { startEmbedded } from '../../api/db/embedded.ts'
import { migrate } from '../../api/db/migrate.ts'
import { readMigrations } from '../../api/db/migrations-folder.ts'
import { createTemporaryDatabase } from '../../api/db/temporary.ts'

type TestDatabase = { sql: Sql; engine: 'embedded' | 'server'; close: () => Promise<void> }

const kept = globalThis as { homewardTestDatabase?: Promise<TestDatabase> }

/**
 * The suite's one database, started by the first file that asks: a real PostGIS where TEST_DATABASE_URL names one,
 * else the embedded engine in memory. Files run one after another in one process.
 */
export function openTestDatabase(): Promise<TestDatabase> {
  kept.homewardTestDatabase ??= open()
  return kept.homewardTestDatabase
}

export async function emptyDatabase(sql: Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select quote_ident(tablename) as name
    from pg_tables
    where schemaname = 'public'
      and tablename not in ('migrations', 'spatial_ref_sys')`
  await sql.unsafe(`truncate ${tables.map((table) => table.name).join(', ')} restart identity cascade`)
}

async function open(): Promise<TestDatabase> {
  const url = process.env['TEST_DATABASE_URL']
  const database = url ? await createServerDatabase(url) : await startInMemory()
  await migrate(database.sql, await readMigrations())
  // Tests of plans gather statistics themselves: a server's own turn in between would hold back or change them.
  await database.sql`alter table reports set (autovacuum_enabled = off)`
  return database
}

async function startInMemory(): Promise<TestDatabase> {
  const { sql, close } = await startEmbedded()
  return { sql, close, engine: 'embedded' }
}

/** A database of its own on that server, dropped at the end, so that a run never meets another's rows. */
async function createServerDatabase(url: string): Promise<TestDatabase> {
  return { ...(await createTemporaryDatabase(url, 'test')), engine: 'server' }
}

/** Closes the database when the process's last file is done. */
export async function closeTestDatabase(): Promise<void> {
  const database = await kept.homewardTestDatabase
  delete kept.homewardTestDatabase
  await database?.close()
}
