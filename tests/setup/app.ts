import { createApp } from '../../api/app.ts'
import type { Config } from '../../api/config.ts'
import { type Context, createSystemContext, type Deps } from '../../api/context.ts'
import { createKeyring } from '../../api/crypto.ts'
import { createReadCounts } from '../../api/http/read-counts.ts'
import { jobHandlers } from '../../api/job-handlers.ts'
import { runDueJobs } from '../../api/jobs/run.ts'
import { createLog } from '../../api/log.ts'
import type { Mail } from '../../api/mail/mailer.ts'
import type { PhotoFiles, PhotoStore } from '../../api/photos/ports.ts'
import { createSharpProcessor } from '../../api/photos/process-sharp.ts'
import { emptyDatabase, openTestDatabase } from './database.ts'

/** The moment that every test lives in, unless it moves the clock. */
export const NOW = new Date('2026-11-20T18:00:00Z')

export type TestApp = {
  deps: Deps
  /** A context that no rate limit counts. */
  system: Context
  request: (path: string, init?: RequestInit) => Promise<Response>
  send: (
    method: string,
    path: string,
    body?: unknown,
    more?: { token?: string; headers?: Record<string, string> },
  ) => Promise<Response>
  runJobs: () => Promise<number>
  mails: Mail[]
  /** Apart from the others, since nearly every post brings one: the mails with the link that manages it. */
  linkMails: Mail[]
  logs: string[]
  setNow: (now: Date) => void
}

/** An empty service on the suite's database, with fakes at our own ports only: mail, photo files, clock. */
export async function createTestApp(config: Partial<Config> = {}): Promise<TestApp> {
  const { sql } = await openTestDatabase()
  await emptyDatabase(sql)
  let now = NOW
  const mails: Mail[] = []
  const linkMails: Mail[] = []
  const logs: string[] = []
  const clock = () => now
  const deps: Deps = {
    sql,
    readSql: sql,
    clock,
    mailer: {
      send: async (mail) => void (/\/manage#[\w-]{43}/.test(mail.text) ? linkMails : mails).push(mail),
    },
    photoStore: createMemoryPhotoStore(clock),
    images: createSharpProcessor(),
    config: {
      publicUrl: 'https://homeward.example',
      mapStyleUrl: 'https://tiles.example/style',
      mapView: { lng: 0, lat: 0, zoom: 10 },
      timeZone: 'Europe/Moscow',
      geocoderUrl: undefined,
      rateLimits: false,
      trustProxy: true,
      ...config,
    },
    keyring: createKeyring('a secret that only tests use'),
    log: createLog('debug', (line) => logs.push(line), clock),
    readCounts: createReadCounts(),
    wakeJobs: () => {},
  }
  const app = createApp(deps)
  const system = createSystemContext(deps, 'test')
  const request = async (path: string, init?: RequestInit) => app.request(path, init)
  return {
    deps,
    system,
    request,
    send: (method, path, body, more = {}) =>
      request(path, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(more.token ? { Authorization: `Bearer ${more.token}` } : {}),
          ...more.headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    runJobs: () => runDueJobs(system, jobHandlers),
    mails,
    linkMails,
    logs,
    setNow: (next) => {
      now = next
    },
  }
}

function createMemoryPhotoStore(clock: () => Date): PhotoStore {
  const photos = new Map<string, { files: PhotoFiles; storedAt: Date }>()
  return {
    put: async (id, files) => void photos.set(id, { files, storedAt: clock() }),
    has: async (id) => photos.has(id),
    get: async (id, size) => {
      const bytes = photos.get(id)?.files[size]
      return bytes ? new Uint8Array(bytes) : undefined
    },
    delete: async (id) => void photos.delete(id),
    list: async function* (after = '') {
      for (const id of [...photos.keys()].toSorted()) {
        const photo = photos.get(id)
        if (photo && id > after) yield { id, storedAt: photo.storedAt }
      }
    },
  }
}
