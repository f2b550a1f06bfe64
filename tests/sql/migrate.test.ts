import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect, type Sql } from '../../api/db/connect.ts'
import { MigrationError, migrate } from '../../api/db/migrate.ts'
import { readMigrations } from '../../api/db/migrations-folder.ts'
import { createTemporaryDatabase } from '../../api/db/temporary.ts'
import { openTestDatabase } from '../setup/database.ts'

/** Two migrations of a scratch schema of their own. */
const FIRST = { name: '0001-pets.sql', text: 'create table pets (id int); insert into pets values (1)' }
const SECOND = { name: '0002-names.sql', text: 'alter table pets add column name text' }

let sql: Sql
let close: () => Promise<void>
beforeEach(async () => {
  const { sql: shared, engine } = await openTestDatabase()
  if (engine === 'server') {
    ;({ sql, close } = await createTemporaryDatabase(process.env['TEST_DATABASE_URL'] ?? '', 'test'))
    return
  }
  // One session is all there is: a schema of its own takes the place of a database.
  sql = shared
  await sql`create schema scratch`
  await sql`set search_path to scratch, public`
  close = async () => {
    await sql`set search_path to public`
    await sql`drop schema scratch cascade`
  }
})
afterEach(() => close())

const names = async () => (await sql`select name from migrations order by name`).map((row) => row['name'])

describe('migrating', () => {
  test('applies what is missing, in order, once', async () => {
    expect(await migrate(sql, [SECOND, FIRST])).toEqual([FIRST.name, SECOND.name])
    expect(await migrate(sql, [FIRST, SECOND])).toEqual([])
    expect(await sql`select id, name from pets`).toEqual([{ id: 1, name: null }])
  })

  test('refuses one that was changed after it was applied, and applies nothing else', async () => {
    await migrate(sql, [FIRST])
    const changed = { ...FIRST, text: `${FIRST.text}; drop table pets` }
    await expect(migrate(sql, [changed, SECOND])).rejects.toThrow(MigrationError)
    await expect(migrate(sql, [changed, SECOND])).rejects.toThrow('0001-pets.sql was changed')
    expect(await names()).toEqual([FIRST.name])
    expect(await sql`select id from pets`).toEqual([{ id: 1 }])
  })

  test('refuses a database that a newer version has migrated', async () => {
    await migrate(sql, [FIRST, SECOND])
    await expect(migrate(sql, [FIRST])).rejects.toThrow('0002-names.sql, which this version does not know')
  })

  test('leaves nothing of one that fails half way, and goes on when it is mended', async () => {
    const broken = { ...SECOND, text: `${SECOND.text}; select 1 / 0` }
    await expect(migrate(sql, [FIRST, broken])).rejects.toThrow()
    expect(await names()).toEqual([FIRST.name])
    expect(await migrate(sql, [FIRST, SECOND])).toEqual([SECOND.name])
  })

  test('is done once when several ask at the same time', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => migrate(sql, [FIRST, SECOND])))
    expect(applied.flat()).toEqual([FIRST.name, SECOND.name])
    expect(await sql`select id from pets`).toHaveLength(1)
  })
})

// One session is all that the embedded engine has: this one is for a server alone.
const server = process.env['TEST_DATABASE_URL']
if (server) {
  test('several processes may start on one empty server database at once', async () => {
    const database = await createTemporaryDatabase(server, 'test')
    const pools = [1, 2, 3].map(() => connect(database.url, { max: 2 }))
    const migrations = await readMigrations()
    try {
      const applied = await Promise.all(pools.map((pool) => migrate(pool, migrations)))
      expect(applied.flat().sort()).toEqual(migrations.map(({ name }) => name))
    } finally {
      await Promise.all(pools.map((pool) => pool.end()))
      await database.close()
    }
  })
}
