import { readdir, readFile } from 'node:fs/promises'
import type { Migration } from './migrate.ts'

const FOLDER = new URL('../../sql/migrations/', import.meta.url)

/** Every `NNNN-name.sql` of sql/migrations. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(new URL(name, FOLDER), 'utf8') })),
  )
}
