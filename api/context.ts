import type { CardPainter } from './cards/ports.ts'
import type { Config } from './config.ts'
import type { Keyring } from './crypto.ts'
import type { Sql } from './db/connect.ts'
import type { ReadCounts } from './http/read-counts.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail/mailer.ts'
import type { ImageProcessor, PhotoEmbedder, PhotoStore } from './photos/ports.ts'

/** The time of day, as rules see it. */
export type Clock = () => Date

/** What an entry builds once (or once a request, on Workers) and hands to `createApp`. */
export type Deps = {
  sql: Sql
  /** A read replica where there is one, else the same pool. */
  readSql: Sql
  clock: Clock
  mailer: Mailer
  photoStore: PhotoStore
  images: ImageProcessor
  /** Only where PHOTO_MODEL names a model. */
  embedder?: PhotoEmbedder | undefined
  /** Not on Workers, where nothing draws SVG. */
  cards?: CardPainter | undefined
  config: Config
  keyring: Keyring
  log: Log
  /** One for the process, so that a caller is one caller from request to request. */
  readCounts: ReadCounts
  /** Says that a job was committed, so that it runs soon and not at the next poll. */
  wakeJobs: () => void
}

export type Actor = {
  /** Bearer token as presented; not checked yet. */
  token: string | undefined
  /** Address for rate limits; never stored or logged in the clear. Undefined for our own work, which none counts. */
  address: string | undefined
}

export type Context = Deps & { actor: Actor; requestId: string }

/** For work that nobody's request asks for: jobs, imports, the demo city. */
export function createSystemContext(deps: Deps, requestId: string): Context {
  return { ...deps, actor: { token: undefined, address: undefined }, requestId }
}
