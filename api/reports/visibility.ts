import type { Db } from '../db/connect.ts'
import type { Status } from '../domain/vocabulary.ts'

/** Not published yet, or taken away by moderation: only the author reads these. */
const UNSEEN: readonly Status[] = ['pending', 'hidden']

export function isVisible(status: Status): boolean {
  return !UNSEEN.includes(status)
}

/** The same as a condition on a table of reports: whether strangers may see the row. */
export function visible(db: Db, table = 'r') {
  return db`${db(table)}.status not in ${db(UNSEEN)}`
}
