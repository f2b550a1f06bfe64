import { connect } from '../db/connect.ts'
import { MigrationError, migrate } from '../db/migrate.ts'
import { readMigrations } from '../db/migrations-folder.ts'

/** `npm run migrate`: brings DATABASE_URL up to date where no Node process will start on it (Workers). */
const url = process.env['DATABASE_URL']
if (!url) {
  process.stderr.write('DATABASE_URL: set it to the database to bring up to date\n')
  process.exit(1)
}
const sql = connect(url, { max: 1 })
try {
  const applied = await migrate(sql, await readMigrations())
  const lines = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['already up to date']
  process.stdout.write(`${lines.join('\n')}\n`)
} catch (error) {
  if (!(error instanceof MigrationError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  await sql.end()
}
