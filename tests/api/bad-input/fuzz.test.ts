import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { foundDog, lostDog, type Posted, post } from '../../factories.ts'
import { createTestApp, type TestApp } from '../../setup/app.ts'
import { fuzz } from '../../setup/fuzz.ts'
import { petPicture } from '../../unit/photos/pictures.ts'
import { fromSchema, hostileText, hostileValue, type JsonSchema, maimed } from './hostile.ts'
import { fingerprint, readProblem } from './problems.ts'

/*
 * Every route of the API's own description, with values that it allows and values that nobody should send: never a
 * 500, every refusal a problem document, and nothing stored by what was refused.
 */

type Operation = {
  parameters?: { name: string; in: 'path' | 'query' | 'header'; schema: JsonSchema }[]
  requestBody?: { content: Record<string, { schema: JsonSchema }> }
}
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, JsonSchema> }
}

const { describeApi } = await import('../../../api/openapi.ts')
const document = describeApi() as unknown as Document
const definitions = document.components.schemas
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
)

let app: TestApp
let own: Posted
let other: Posted
beforeAll(async () => {
  app = await createTestApp()
})
/** The report under attack may have been deleted by the attack before. */
beforeEach(async () => {
  own = await post(app, lostDog())
  other = await post(app, foundDog())
})

type Attack = {
  path: Record<string, string>
  query: [string, string][]
  headers: Record<string, string | undefined>
  body: unknown
  token: 'own' | 'none' | 'wrong'
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** Header values that a request can carry at all: visible Latin-1. */
const headerText = fc.string({
  unit: fc.integer({ min: 33, max: 255 }).map((code) => String.fromCharCode(code)),
})

function attacksOn({ operation }: (typeof operations)[number]): fc.Arbitrary<Attack> {
  const parameters = (where: string) =>
    operation.parameters?.filter((parameter) => parameter.in === where) ?? []
  const schema = operation.requestBody?.content['application/json']?.schema
  return fc.record({
    path: fc.record(
      Object.fromEntries(
        parameters('path').map(({ name, schema }) => [
          name,
          fc.oneof(
            { weight: 6, arbitrary: fc.constant('') },
            { weight: 1, arbitrary: fromSchema(schema, definitions).map(asText) },
            { weight: 1, arbitrary: hostileText },
          ),
        ]),
      ),
    ),
    query: fc
      .subarray(parameters('query'))
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map(({ name, schema }) =>
            fc.tuple(fc.constant(name), fromSchema(schema, definitions, 6).map(asText)),
          ),
        ),
      ),
    headers: fc.record(Object.fromEntries(parameters('header').map(({ name }) => [name, headerText])), {
      requiredKeys: [],
    }),
    body: schema ? fromSchema(schema, definitions) : fc.constant(undefined),
    token: fc.constantFrom('own', 'own', 'own', 'none', 'wrong'),
  })
}

async function launch(method: string, path: string, attack: Attack): Promise<Response> {
  const known: Record<string, string> = { id: own.id, otherId: other.id, z: '11', x: '1238', y: '641' }
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((attack.path[name] || known[name] || 'a'.repeat(32)).toWellFormed()),
  )
  const query = new URLSearchParams(attack.query.map(([name, value]) => [name, value.toWellFormed()]))
  const token = { own: own.token, none: undefined, wrong: 'wrong' }[attack.token]
  return app.send(method, `${address}${query.size ? `?${query}` : ''}`, attack.body, {
    headers: Object.fromEntries(Object.entries(attack.headers).map(([name, value]) => [name, value ?? ''])),
    ...(token ? { token } : {}),
  })
}

/** Whatever was asked: an answer of the contract, and no trace of a refusal. */
async function expectManners(method: string, ask: () => Promise<Response>): Promise<void> {
  const writes = method !== 'GET' && method !== 'HEAD'
  const before = writes ? await fingerprint(app.deps.sql) : ''
  const response = await ask()
  expect(response.status).toBeLessThan(500)
  if (response.status < 400) return void (await response.arrayBuffer())
  if (method !== 'HEAD') await readProblem(response)
  if (writes) expect(await fingerprint(app.deps.sql)).toBe(before)
}

describe('any request to', () => {
  test.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    '%s is served or refused, never broken',
    async (_, operation) => {
      await fc.assert(
        fc.asyncProperty(attacksOn(operation), (attack) =>
          expectManners(operation.method, () => launch(operation.method, operation.path, attack)),
        ),
        fuzz(25),
      )
    },
  )
})

describe('a report', () => {
  const body = fromSchema({ $ref: '#/components/schemas/ReportBody' }, definitions, 60)

  test('that the contract allows is taken, read back and listed with the same words', async () => {
    let taken = 0
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        await expectManners('POST', () => app.send('POST', '/api/reports', value))
        const response = await app.send('POST', '/api/reports', {
          ...(value as object),
          externalId: undefined,
        })
        if (response.status !== 201) return
        taken += 1
        const { report, manageToken } = await response.json()
        const sent = value as Record<string, unknown>
        for (const field of ['name', 'breed', 'collar', 'description', 'contact', 'sex', 'size', 'kind']) {
          expect(report.properties[field]).toEqual(sent[field] ?? (field === 'contact' ? {} : undefined))
        }
        await app.runJobs()
        for (const tail of ['', '/matches', '/search-area']) {
          const path = `/api/reports/${report.id}${tail}`
          expect((await app.send('GET', path, undefined, { token: manageToken })).status).toBeLessThan(500)
        }
        const deleted = await app.send('DELETE', `/api/reports/${report.id}`, undefined, {
          token: manageToken,
        })
        expect(deleted.status).toBe(204)
      }),
      fuzz(60),
    )
    expect(taken).toBeGreaterThan(5)
    expect(await app.deps.sql`select type, last_error from jobs where last_error is not null`).toEqual([])
  })

  test('whose text is maimed is refused in order', async () => {
    const text = maimed(body.map((value) => JSON.stringify(value) ?? ''))
    await fc.assert(
      fc.asyncProperty(text, (broken) =>
        expectManners('POST', () =>
          app.request('/api/reports', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: Buffer.from(broken, 'utf16le').length % 3 ? broken : Buffer.from(broken, 'latin1'),
          }),
        ),
      ),
      fuzz(60),
    )
  })
})

test('methods, addresses and types that nobody foresaw get a problem document or an answer', async () => {
  const paths = operations.map(({ path }) => path.replace('{id}', own.id).replaceAll(/\{\w+\}/g, '1'))
  const address = fc
    .tuple(fc.constantFrom(...paths, '/', '/api', '/api/', '/photos/', '/tiles/'), fc.option(hostileText))
    .map(([path, tail]) => (tail === null ? path : `${path}/${encodeURIComponent(tail.toWellFormed())}`))
  const method = fc.constantFrom(
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'PROPFIND',
    'get',
    'X',
  )
  const type = fc.constantFrom(
    'application/json',
    'APPLICATION/JSON',
    'application/a+json',
    'text/json',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    '',
    'a',
  )
  await fc.assert(
    fc.asyncProperty(address, method, type, hostileValue, async (path, verb, contentType, value) => {
      const hasBody = !['GET', 'HEAD', 'get'].includes(verb)
      await expectManners(verb.toUpperCase(), () =>
        app.request(path, {
          method: verb,
          headers: { 'Content-Type': contentType, Authorization: `Bearer ${own.token}` },
          ...(hasBody ? { body: JSON.stringify(value) } : {}),
        }),
      )
    }),
    fuzz(120),
  )
})

test('a photo with some of its bytes changed, dropped or glued on is read or refused', async () => {
  const formats = await Promise.all([
    petPicture(96, 64).jpeg().toBuffer(),
    petPicture(96, 64).png().toBuffer(),
    petPicture(96, 64).webp().toBuffer(),
    petPicture(96, 64).gif().toBuffer(),
  ])
  const damage = fc.record({
    file: fc.constantFrom(...formats),
    flips: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
    keep: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
    tail: fc.uint8Array({ maxLength: 50 }),
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, flips, keep, tail }) => {
      const bytes = new Uint8Array([...file.subarray(0, Math.floor(file.length * keep)), ...tail])
      for (const [at, value] of flips) if (bytes.length) bytes[at % bytes.length] = value
      const form = new FormData()
      form.set('photo', new File([bytes], 'photo'))
      const headers = { Authorization: `Bearer ${own.token}` }
      await expectManners('POST', () =>
        app.request(`/api/reports/${own.id}/photos`, { method: 'POST', headers, body: form }),
      )
      await app.deps.sql`delete from photos where report_id = ${own.id}`
    }),
    fuzz(60),
  )
})

test('a multipart body of any shape is read or refused', async () => {
  const part = fc.oneof(
    fc.constantFrom(
      '--x',
      '--x--',
      '\r\n',
      '\r\n\r\n',
      'Content-Disposition: form-data; name="photo"',
      '; filename="a"',
      'Content-Type: image/png',
      'Content-Disposition: form-data; name="__proto__"',
      'Content-Length: 99999',
    ),
    hostileText,
  )
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 14 }), async (parts) => {
      const headers = {
        Authorization: `Bearer ${own.token}`,
        'Content-Type': 'multipart/form-data; boundary=x',
      }
      await expectManners('POST', () =>
        app.request(`/api/reports/${own.id}/photos`, { method: 'POST', headers, body: parts.join('') }),
      )
    }),
    fuzz(80),
  )
})
