import { z } from 'zod'

/** What the rules need to know of their surroundings. Adapters get their own settings at the entries. */
export type Config = {
  /** Origin that links in mails and manage links start with, without a slash at the end. */
  publicUrl: string
  mapStyleUrl: string
  /** Where the map opens for somebody whose place is not known. */
  mapView: MapView
  /** IANA name: the clocks that a page drawn by the server goes by, until the reader's own are known. */
  timeZone: string
  geocoderUrl: string | undefined
  rateLimits: boolean
  /** True where a proxy that sets X-Forwarded-For stands in front. */
  trustProxy: boolean
}

/** A place in degrees and a zoom of the map, 0 the whole world, 18 a house. */
export type MapView = { lng: number; lat: number; zoom: number }

export type NodeSettings = Config & {
  port: number
  /** Address to listen on; loopback unless asked otherwise. */
  host: string
  dataDir: string
  demo: boolean
  databaseUrl: string | undefined
  databaseReadUrl: string | undefined
  /** Undefined only when embedded: the entry then makes one and keeps it in the data folder. */
  secret: string | undefined
  smtpUrl: string | undefined
  /** Path of an ONNX model that embeds photos. */
  photoModel: string | undefined
  mailFrom: string
  logLevel: LogLevel
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export class ConfigError extends Error {
  override name = 'ConfigError'
}

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on')
const httpUrl = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''))
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://')

const MAIL_FROM = /^([^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/

const MOSCOW: MapView = { lng: 37.6176, lat: 55.7558, zoom: 10 }

const mapView = z
  .string()
  .transform((value) => value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part))))
  .pipe(
    z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90), z.number().min(0).max(18)], {
      error: 'must be a longitude, a latitude and a zoom such as 37.62,55.75,10',
    }),
  )
  .transform(([lng, lat, zoom]): MapView => ({ lng, lat, zoom }))

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, 'must be a number')
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: httpUrl.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DEMO: onOff.default(true),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_READ_URL: postgresUrl.optional(),
  SECRET: z.string().min(16, 'must have 16 characters or more').optional(),
  PHOTO_MODEL: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/\s]/, 'must start with smtp:// or smtps:// and name a host')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(MAIL_FROM, 'must be an address, or a name and an <address>')
    .default('Homeward <no-reply@localhost>'),
  MAP_STYLE_URL: httpUrl.default('https://tiles.openfreemap.org/styles/liberty'),
  MAP_VIEW: mapView.default(MOSCOW),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone such as Europe/Moscow')
    .default('Europe/Moscow'),
  GEOCODER_URL: httpUrl.optional(),
  TRUST_PROXY: onOff.default(false),
  RATE_LIMITS: onOff.default(true),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
})

/**
 * Reads the settings, treating an empty variable as one that is not set.
 * @throws ConfigError with one line a fault, each naming its variable
 */
export function readSettings(env: Record<string, string | undefined>): NodeSettings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(lines.join('\n'))
  }
  const values = parsed.data
  if (values.DATABASE_URL && !values.SECRET) {
    throw new ConfigError('SECRET: required with DATABASE_URL (16 random characters or more, kept for good)')
  }
  if (values.DATABASE_READ_URL && !values.DATABASE_URL) {
    throw new ConfigError('DATABASE_READ_URL: needs DATABASE_URL beside it')
  }
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    dataDir: values.DATA_DIR,
    demo: values.DEMO && !values.DATABASE_URL,
    databaseUrl: values.DATABASE_URL,
    databaseReadUrl: values.DATABASE_READ_URL,
    secret: values.SECRET,
    smtpUrl: values.SMTP_URL,
    photoModel: values.PHOTO_MODEL,
    mailFrom: values.MAIL_FROM,
    mapStyleUrl: values.MAP_STYLE_URL,
    mapView: values.MAP_VIEW,
    timeZone: values.TIME_ZONE,
    geocoderUrl: values.GEOCODER_URL,
    trustProxy: values.TRUST_PROXY,
    rateLimits: values.RATE_LIMITS,
    logLevel: values.LOG_LEVEL,
  }
}
