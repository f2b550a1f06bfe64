import type { Sql } from './connect.ts'

export type Migration = { name: string; text: string }

export class MigrationError extends Error {
  override name = 'MigrationError'
}

/** Any number that no other program on this database locks. */
const ADVISORY_LOCK = 4_863_915_004

/**
 * Applies what is missing, in the order of names, each in a transaction of its own, one process at a time.
 * @returns names of the migrations applied by this call
 * @throws MigrationError if one that was applied has changed since, or has gone
 */
export async function migrate(sql: Sql, migrations: readonly Migration[]): Promise<string[]> {
  const sorted = [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1))
  const applied: string[] = []
  const connection = await sql.reserve()
  try {
    await connection`select pg_advisory_lock(${ADVISORY_LOCK})`
    await connection`
      create table if not exists migrations (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`
    const known = await connection<{ name: string; checksum: string }[]>`
      select name, checksum
      from migrations
      order by name`
    const checksums = new Map(known.map((row) => [row.name, row.checksum]))
    for (const row of known) {
      if (!sorted.some((migration) => migration.name === row.name)) {
        throw new MigrationError(`The database has migration ${row.name}, which this version does not know.`)
      }
    }
    for (const { name, text } of sorted) {
      const checksum = await sha256(text)
      const before = checksums.get(name)
      if (before === checksum) continue
      if (before) throw new MigrationError(`Migration ${name} was changed after it was applied.`)
      await connection`begin`
      try {
        await connection.unsafe(text)
        await connection`insert into migrations (name, checksum) values (${name}, ${checksum})`
        await connection`commit`
      } catch (error) {
        await connection`rollback`
        throw error
      }
      applied.push(name)
    }
  } finally {
    await connection`select pg_advisory_unlock(${ADVISORY_LOCK})`.catch(() => {})
    connection.release()
  }
  return applied
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
