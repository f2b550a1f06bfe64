import { createServer } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { endServices, startService, withFolder } from './process.ts'

afterEach(endServices)

/** The very file that `npm start` runs: these ends come before it builds or opens anything. */
const ENTRY = 'api/node.ts'

test('a second process on the same data folder is refused, and the first is not disturbed', async () => {
  await withFolder(async (folder) => {
    const first = await startService({ DATA_DIR: folder })
    await first.answers
    const second = await startService({ DATA_DIR: folder })
    expect(await second.exit).toEqual({ code: 1, signal: null })
    expect(second.printed()).toContain(`The data folder ${folder} is in use by another Homeward process.`)
    expect(second.printed()).not.toContain('    at ')
    expect((await fetch(`${first.baseUrl}/readyz`)).status).toBe(200)
  })
}, 600_000)

test('a port that is taken is refused in plain words', async () => {
  const holder = createServer()
  await new Promise<void>((done) => holder.listen(0, '127.0.0.1', done))
  const address = holder.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  await withFolder(async (folder) => {
    const service = await startService({ DATA_DIR: folder, PORT: port })
    expect(await service.exit).toEqual({ code: 1, signal: null })
    expect(service.printed()).toContain('set PORT')
  })
  holder.close()
}, 600_000)

const settings: [what: string, env: Record<string, string>, named: RegExp][] = [
  ['a port of letters', { PORT: 'eighty' }, /PORT: must be a number/],
  ['a port beyond the last', { PORT: '70000' }, /PORT: /],
  ['an address without a scheme', { PUBLIC_URL: 'example.org' }, /PUBLIC_URL: /],
  ['a switch that is neither on nor off', { DEMO: 'yes' }, /DEMO: /],
  ['another database', { DATABASE_URL: 'mysql://localhost/pets' }, /DATABASE_URL: must start with postgres/],
  ['a mail server without a scheme', { SMTP_URL: 'localhost' }, /SMTP_URL: /],
  ['a mail server without a host', { SMTP_URL: 'smtp://' }, /SMTP_URL: /],
  ['a sender without an address', { MAIL_FROM: 'Homeward' }, /MAIL_FROM: must be an address/],
  ['a short secret', { SECRET: 'short' }, /SECRET: must have 16 characters/],
  ['a level that is none', { LOG_LEVEL: 'loud' }, /LOG_LEVEL: /],
  ['a server database without a secret', { DATABASE_URL: 'postgres://localhost/pets' }, /SECRET: required/],
  [
    'a replica of nothing',
    { DATABASE_READ_URL: 'postgres://localhost/pets' },
    /DATABASE_READ_URL: needs DATABASE_URL/,
  ],
  [
    'two faults at once',
    { PORT: 'eighty', TRUST_PROXY: 'maybe' },
    /PORT: must be a number[\s\S]*TRUST_PROXY: |TRUST_PROXY: [\s\S]*PORT: must be a number/,
  ],
]

test.each(settings)(
  '%s is refused by the name of its variable',
  async (_, env, named) => {
    const service = await startService(env, ENTRY)
    expect(await service.exit).toEqual({ code: 1, signal: null })
    expect(service.printed()).toMatch(named)
    expect(service.printed()).not.toContain('    at ')
  },
  120_000,
)

const places: [what: string, env: Record<string, string>, named: RegExp][] = [
  ['a data folder that is a file', { DATA_DIR: 'package.json' }, /DATA_DIR: package.json is not a folder/],
  [
    'a data folder below a file',
    { DATA_DIR: 'package.json/data' },
    /DATA_DIR: package.json\/data is not a folder/,
  ],
  [
    'a database on a host that is not known',
    { DATABASE_URL: 'postgres://homeward:hunter2@homeward.invalid/pets', SECRET: 'sixteen letters or more' },
    /host is not known. Look at DATABASE_URL/,
  ],
]

test.each(places)(
  '%s is refused in plain words when it is opened',
  async (_, env, named) => {
    const service = await startService(env)
    expect(await service.exit).toEqual({ code: 1, signal: null })
    expect(service.printed()).toMatch(named)
    expect(service.printed()).not.toMatch(/ {4}at |hunter2/)
  },
  120_000,
)

test('an address that is not this machine’s is refused by the name of its variable', async () => {
  await withFolder(async (folder) => {
    const service = await startService({ DATA_DIR: folder, HOST: '192.0.2.1' })
    expect(await service.exit).toEqual({ code: 1, signal: null })
    expect(service.printed()).toContain('HOST: 192.0.2.1 is no address of this machine')
    expect(service.printed()).not.toContain('    at ')
  })
}, 600_000)

test('a database server that does not answer is named, and its password is not shown', async () => {
  const env = {
    DATABASE_URL: 'postgres://homeward:hunter2@127.0.0.1:9/pets',
    SECRET: 'sixteen letters or more',
  }
  const service = await startService(env)
  expect(await service.exit).toEqual({ code: 1, signal: null })
  expect(service.printed()).toContain('DATABASE_URL')
  expect(service.printed()).not.toContain('hunter2')
}, 120_000)
