import type { Db } from '../db/connect.ts'

export async function hasDemoReports(db: Db): Promise<boolean> {
  const rows = await db`select 1 from reports where is_demo limit 1`
  return rows.length > 0
}

/** @throws what the driver throws when the database does not answer */
export async function askDatabase(db: Db): Promise<void> {
  await db`select 1`
}
