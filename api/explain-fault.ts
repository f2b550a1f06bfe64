import { ConfigError } from './config.ts'
import { DataFolderInUseError } from './db/embedded.ts'
import { MigrationError } from './db/migrate.ts'

/** The caller's words were off; the message says how they go. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** By the codes of the system, of the driver and of PostgreSQL. */
const DATABASE_FAULTS: Record<string, string> = {
  ECONNREFUSED: 'The database does not answer.',
  ECONNRESET: 'The database does not answer.',
  EHOSTUNREACH: 'The database does not answer.',
  ETIMEDOUT: 'The database does not answer.',
  CONNECT_TIMEOUT: 'The database does not answer.',
  ENOTFOUND: "The database's host is not known.",
  EAI_AGAIN: "The database's host is not known.",
  '3D000': 'There is no database of this name.',
  '28000': 'The database does not know this user.',
  '28P01': 'The database refuses this password.',
}

/** Faults that the person who starts us can mend get their own words; anything else shows its stack. */
export function explainFault(error: unknown): string {
  if (error instanceof ConfigError) return `Settings need another look:\n${error.message}`
  const ours =
    error instanceof UsageError || error instanceof DataFolderInUseError || error instanceof MigrationError
  if (ours) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE') return 'The port is taken by another program. Stop that one, or set PORT.'
  if (error instanceof Error && DATABASE_FAULTS[code]) {
    return `${DATABASE_FAULTS[code]} Look at DATABASE_URL.`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
