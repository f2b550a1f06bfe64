import type { Context } from '../context.ts'
import type { Log } from '../log.ts'

/** What the middleware of app.ts puts on every request. */
export type AppEnv = { Variables: { ctx: Context; requestId: string; log: Log } }
