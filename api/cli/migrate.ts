import { connect } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import { readMigrations } from '../db/migrations-folder.ts'
import { UsageError } from '../explain-fault.ts'
import { runCommand } from './command.ts'

/** `npm run migrate`: brings DATABASE_URL up to date where no Node process will start on it (Workers). */
await runCommand(async () => {
  const url = process.env['DATABASE_URL']
  if (!url) throw new UsageError('DATABASE_URL: set it to the database to bring up to date')
  const sql = connect(url, { max: 1 })
  try {
    const applied = await migrate(sql, await readMigrations())
    const lines = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['already up to date']
    process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  } finally {
    await sql.end()
  }
})
