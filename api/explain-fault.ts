import { ConfigError } from './config.ts'
import { DataFolderInUseError } from './db/embedded.ts'
import { MigrationError } from './db/migrate.ts'

/** The caller's words were off; the message says how they go. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Faults that the person who starts us can mend get their own words; anything else shows its stack. */
export function explainFault(error: unknown): string {
  if (error instanceof ConfigError) return `Settings need another look:\n${error.message}`
  const ours =
    error instanceof UsageError || error instanceof DataFolderInUseError || error instanceof MigrationError
  if (ours) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'The port is taken by another program. Stop that one, or set PORT.'
  }
  if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') {
    return 'The database does not answer. Look at DATABASE_URL.'
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
