import { connect, type Sql } from './connect.ts'

export type TemporaryDatabase = { sql: Sql; url: string; close: () => Promise<void> }

/**
 * A new, empty database on the server of `url`, dropped when it is closed. Nothing that the server holds already is
 * read or changed. `purpose` is a word in its name.
 */
export async function createTemporaryDatabase(url: string, purpose: string): Promise<TemporaryDatabase> {
  const name = `homeward_${purpose}_${crypto.randomUUID().slice(0, 8)}`
  const admin = connect(url, { max: 1 })
  await admin`create database ${admin(name)}`
  const own = new URL(url)
  own.pathname = `/${name}`
  const sql = connect(own.href)
  return {
    sql,
    url: own.href,
    close: async () => {
      await sql.end({ timeout: 5 })
      await admin`drop database ${admin(name)} with (force)`
      await admin.end({ timeout: 5 })
    },
  }
}
