import { beforeAll, describe, expect, test } from 'vitest'
import { COLOURS } from '../../../api/domain/vocabulary.ts'
import { MAX_PHOTO_BYTES } from '../../../api/photos/limits.ts'
import { lostDog, type Posted, post } from '../../factories.ts'
import { createTestApp, type TestApp } from '../../setup/app.ts'
import { petPicture, pngBomb } from '../../unit/photos/pictures.ts'
import { fingerprint, readProblem } from './problems.ts'

let app: TestApp
let known: Posted
// One store for all: a refused request leaves nothing in it, which is what each test checks.
beforeAll(async () => {
  app = await createTestApp()
  known = await post(app, lostDog())
})

/** Sends, and expects a refusal that names the field and leaves the store as it was. */
async function expectRefusal(
  request: () => Promise<Response>,
  expected: { status: number; pointer?: string; code?: string },
): Promise<void> {
  const before = await fingerprint(app.deps.sql)
  const response = await request()
  expect(response.status).toBe(expected.status)
  const { errors = [] } = await readProblem(response)
  if (expected.pointer !== undefined) {
    expect(errors.map(({ pointer, code }) => ({ pointer, code }))).toContainEqual({
      pointer: expected.pointer,
      code: expected.code,
    })
  }
  expect(await fingerprint(app.deps.sql)).toBe(before)
}

const raw = (text: string, contentType = 'application/json') =>
  app.request('/api/reports', { method: 'POST', headers: { 'Content-Type': contentType }, body: text })

describe('a report body is refused with the field and the reason', () => {
  const NUL = '\u0000'
  const HALF = '\ud83d'
  const at = (over: Record<string, number>) => ({ location: { lng: 37.62, lat: 55.75, ...over } })
  const cases: [what: string, over: Record<string, unknown>, pointer: string, code: string][] = [
    ['an unknown field', { colour: 'red' }, '/colour', 'unknown_field'],
    ['an unknown field inside another', at({ alt: 200 }), '/location/alt', 'unknown_field'],
    ['a field whose name needs escaping', { 'a/b~c': 1 }, '/a~1b~0c', 'unknown_field'],
    ['a wrong type', { name: 5 }, '/name', 'invalid_type'],
    ['null where nothing can be cleared', { species: null }, '/species', 'invalid_value'],
    ['an object for a list', { colours: { 0: 'red' } }, '/colours', 'invalid_type'],
    ['a word that is no choice', { size: 'huge' }, '/size', 'invalid_value'],
    ['a missing place', { location: undefined }, '/location', 'required'],
    ['latitude 91', at({ lat: 91 }), '/location/lat', 'too_big'],
    ['longitude −180.001', at({ lng: -180.001 }), '/location/lng', 'too_small'],
    ['a place without a number', { location: { lng: '37', lat: 55 } }, '/location/lng', 'invalid_type'],
    ['a negative accuracy', at({ accuracyM: -1 }), '/location/accuracyM', 'too_small'],
    ['an accuracy of a planet', at({ accuracyM: 1e7 }), '/location/accuracyM', 'too_big'],
    ['tomorrow', { occurredAt: '2026-11-21T18:00:00Z' }, '/occurredAt', 'in_future'],
    ['the last century', { occurredAt: '1999-12-31T23:59:59Z' }, '/occurredAt', 'before_2000'],
    ['the year 0', { occurredAt: '0000-01-01T00:00:00Z' }, '/occurredAt', 'before_2000'],
    ['the 30th of February', { occurredAt: '2026-02-30T00:00:00Z' }, '/occurredAt', 'invalid_format'],
    [
      'the last day of JavaScript',
      { occurredAt: '+275760-09-13T00:00:00Z' },
      '/occurredAt',
      'invalid_format',
    ],
    ['a time without a zone', { occurredAt: '2026-11-19T18:30:00' }, '/occurredAt', 'invalid_format'],
    ['a time as a number', { occurredAt: 1_763_568_000 }, '/occurredAt', 'invalid_type'],
    ['20 colours', { colours: Array.from({ length: 20 }, (_, i) => COLOURS[i % 8]) }, '/colours', 'too_big'],
    ['a colour that is none', { colours: ['red', 'plaid'] }, '/colours/1', 'invalid_value'],
    ['21 marks', { marks: Array(21).fill({ part: 'ear', type: 'notch' }) }, '/marks', 'too_big'],
    ['a mark nowhere', { marks: [{ type: 'notch' }] }, '/marks/0/part', 'invalid_value'],
    ['a long description', { description: 'а'.repeat(5_001) }, '/description', 'too_big'],
    ['an empty name', { name: '' }, '/name', 'too_small'],
    ['14 digits of a chip', { microchip: '64309410012345' }, '/microchip', 'chip_length'],
    ['letters in a chip', { microchip: '64309410012345Я' }, '/microchip', 'chip_characters'],
    ['a chip of no country', { microchip: '000094100123456' }, '/microchip', 'chip_prefix'],
    ['a chip above 38 bits', { microchip: '643274877906944' }, '/microchip', 'chip_range'],
    ['a NUL byte', { description: `a${NUL}b` }, '/description', 'bad_characters'],
    ['a NUL byte in a brand', { brand: NUL }, '/brand', 'bad_characters'],
    ['half a surrogate pair', { name: `Rex ${HALF}` }, '/name', 'bad_characters'],
    ['half a pair in an external id', { externalId: HALF }, '/externalId', 'bad_characters'],
    ['an address that is none', { contact: { email: 'anna' } }, '/contact/email', 'invalid_format'],
    ['two addresses in one', { contact: { email: 'a@b.ru,c@d.ru' } }, '/contact/email', 'invalid_format'],
    [
      'a header in an address',
      { contact: { email: 'a@b.ru\nBcc: c@d.ru' } },
      '/contact/email',
      'invalid_format',
    ],
    ['a telephone of words', { contact: { phone: 'call me' } }, '/contact/phone', 'invalid_format'],
    [
      'a report that is not there',
      { aboutReportId: crypto.randomUUID() },
      '/aboutReportId',
      'unknown_report',
    ],
    ['a report id that is none', { aboutReportId: '7' }, '/aboutReportId', 'invalid_format'],
  ]
  test.each(cases)('%s', async (_, over, pointer, code) => {
    const body = { ...lostDog(), ...over }
    await expectRefusal(() => app.send('POST', '/api/reports', body), { status: 422, pointer, code })
  })

  test('naming every field at fault, not the first alone', async () => {
    const response = await app.send('POST', '/api/reports', { kind: 'lost', species: 'dragon', sex: 'yes' })
    const { errors = [] } = await readProblem(response)
    expect(errors.map((fault) => fault.pointer).sort()).toEqual([
      '/location',
      '/occurredAt',
      '/sex',
      '/species',
    ])
  })
})

describe('a body that cannot be read', () => {
  const unreadable: [what: string, text: string][] = [
    ['half of a document', JSON.stringify(lostDog()).slice(0, 50)],
    ['nothing at all', ''],
    ['NaN', '{"location":{"lng":NaN,"lat":55}}'],
    ['a comment', `/* hi */ ${JSON.stringify(lostDog())}`],
    ['an unquoted key', '{kind:"lost"}'],
  ]
  test.each(unreadable)('is answered 400: %s', async (_, text) => {
    await expectRefusal(() => raw(text), { status: 400, pointer: '', code: 'unreadable' })
  })

  const readableButNoReport: [what: string, text: string][] = [
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '-0'],
    ['a word', '"lost"'],
    ['100,000 brackets', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ]
  test.each(readableButNoReport)('is answered 422 when it is JSON but no report: %s', async (_, text) => {
    await expectRefusal(() => raw(text), { status: 422, pointer: '', code: 'invalid_type' })
  })

  test('is answered 422 when a number is beyond all numbers', async () => {
    const text = JSON.stringify(lostDog()).replace('37.62', '1e999')
    await expectRefusal(() => raw(text), { status: 422, pointer: '/location/lng', code: 'invalid_type' })
  })

  test('does not let a key named __proto__ through', async () => {
    const text = JSON.stringify(lostDog()).replace('{', '{"__proto__":{"kind":"lost"},')
    await expectRefusal(() => raw(text), { status: 422, pointer: '/__proto__', code: 'unknown_field' })
  })

  test('is answered 413 when it has 10 MB of description, with and without a declared length', async () => {
    const text = JSON.stringify(lostDog({ description: 'x'.repeat(10_000_000) }))
    const expected = { status: 413, pointer: '', code: 'too_big' }
    await expectRefusal(() => raw(text), expected)
    const streamed = () =>
      app.request('/api/reports', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: new Blob([text]).stream(),
        duplex: 'half',
      } as RequestInit)
    await expectRefusal(streamed, expected)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'is answered 415 when it says it is %s',
    async (type) => {
      await expectRefusal(() => raw(JSON.stringify(lostDog()), type), { status: 415 })
    },
  )
})

describe('a query is refused with the parameter and the reason', () => {
  const cases: [query: string, pointer: string, code: string][] = [
    ['limit=-1', '?limit', 'too_small'],
    ['limit=0', '?limit', 'too_small'],
    ['limit=101', '?limit', 'too_big'],
    ['limit=ten', '?limit', 'invalid_format'],
    ['limit=1e3', '?limit', 'invalid_format'],
    ['limit=', '?limit', 'invalid_format'],
    ['near=37.62', '?near', 'not_lng_lat'],
    ['near=37.62,91', '?near', 'not_lng_lat'],
    ['near=NaN,Infinity', '?near', 'not_lng_lat'],
    ['near=1e2,5', '?near', 'not_lng_lat'],
    ['near=37,55&radiusM=-5', '?radiusM', 'too_small'],
    ['near=37,55&radiusM=99999999', '?radiusM', 'too_big'],
    ['radiusM=500', '?radiusM', 'needs_near'],
    ['bbox=37,55,38', '?bbox', 'not_a_bbox'],
    ['bbox=37,56,38,55', '?bbox', 'not_a_bbox'],
    ['bbox=37,55,38,95', '?bbox', 'not_a_bbox'],
    ['kind=stolen', '?kind', 'invalid_value'],
    ['kind=lost,', '?kind', 'invalid_value'],
    ['species=dragon', '?species', 'invalid_value'],
    ['status=hidden', '?status', 'invalid_value'],
    ['status=pending', '?status', 'invalid_value'],
    ['since=yesterday', '?since', 'bad_date'],
    ['since=0000-01-01', '?since', 'bad_date'],
    ['until=2026-13-01', '?until', 'bad_date'],
    ['until=9999-12-31T23:59:59-23:59', '?until', 'bad_date'],
    ['q=%00', '?q', 'bad_characters'],
    [`q=${'a'.repeat(201)}`, '?q', 'too_big'],
    ['aboutReportId=1', '?aboutReportId', 'invalid_format'],
    ['kind=lost&kind=found', '?kind', 'invalid_type'],
  ]
  test.each(cases)('%s', async (query, pointer, code) => {
    await expectRefusal(() => app.request(`/api/reports?${query}`), { status: 422, pointer, code })
  })

  test('on tiles and their description as on lists', async () => {
    for (const path of ['/tiles/3/4/2.mvt', '/tiles.json']) {
      await expectRefusal(() => app.request(`${path}?kind=stolen`), {
        status: 422,
        pointer: '?kind',
        code: 'invalid_value',
      })
      await expectRefusal(() => app.request(`${path}?since=0000-01-01`), {
        status: 422,
        pointer: '?since',
        code: 'bad_date',
      })
    }
  })

  describe('a stale cursor', () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const id = crypto.randomUUID()
    const cursors: [what: string, cursor: string][] = [
      ['no base64', '***'],
      ['no JSON', Buffer.from('{').toString('base64url')],
      ['null', encode(null)],
      ['the other order', encode({ order: 'nearest', distanceM: 5, id })],
      ['no id', encode({ order: 'newest', at: '2026-11-19T15:30:00.000000Z' })],
      ['an id that is SQL', encode({ order: 'newest', at: '2026-11-19T15:30:00.000000Z', id: "' or 1=1" })],
      ['the year 0', encode({ order: 'newest', at: '0000-01-01T00:00:00.000000Z', id })],
      ['the 30th of February', encode({ order: 'newest', at: '2026-02-30T00:00:00.000000Z', id })],
      ['the 61st second', encode({ order: 'newest', at: '2026-01-01T00:00:61.000000Z', id })],
    ]
    test.each(cursors)('%s', async (_, cursor) => {
      await expectRefusal(() => app.request(`/api/reports?cursor=${cursor}`), {
        status: 422,
        pointer: '?cursor',
        code: 'stale_cursor',
      })
    })

    test('of a report deleted since leads on as if it were there', async () => {
      const horse = (day: number) =>
        post(app, lostDog({ species: 'horse', occurredAt: `2026-11-${day}T00:00:00Z` }))
      const [, oldest, newest] = [await horse(19), await horse(18), await horse(20)]
      const { links } = await (await app.request('/api/reports?species=horse&limit=2')).json()
      await app.send('DELETE', `/api/reports/${newest.id}`, undefined, { token: newest.token })
      const next = await (await app.request(links.next)).json()
      expect(next.features.map((feature: { id: string }) => feature.id)).toEqual([oldest.id])
    })
  })
})

describe('a method that an address has not', () => {
  test.each([
    ['PUT', '/api/reports', 'GET, HEAD, OPTIONS, POST'],
    ['DELETE', '/api/reports', 'GET, HEAD, OPTIONS, POST'],
    ['POST', '/api/reports/{id}', 'DELETE, GET, HEAD, OPTIONS, PATCH'],
    ['PATCH', '/api/reports/{id}/matches', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/reports/{id}/photos', 'OPTIONS, POST'],
    ['POST', '/tiles/0/0/0.mvt', 'GET, HEAD, OPTIONS'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
  ])('is answered 405 with those it has: %s %s', async (method, path, allow) => {
    const address = path.replace('{id}', known.id)
    await expectRefusal(() => app.request(address, { method }), { status: 405 })
    expect((await app.request(address, { method })).headers.get('Allow')).toBe(allow)
    const asked = await app.request(address, { method: 'OPTIONS' })
    expect([asked.status, asked.headers.get('Allow')]).toEqual([204, allow])
  })

  test('is unknown where the address is', async () => {
    await expectRefusal(() => app.request('/api/nothing', { method: 'DELETE' }), { status: 404 })
  })
})

describe('tiles off the grid', () => {
  test.each([
    ['/tiles/a/0/0.mvt', 400],
    ['/tiles/1/-1/0.mvt', 400],
    ['/tiles/1/1.5/0.mvt', 400],
    ['/tiles/1/2/0.mvt', 404],
    ['/tiles/23/0/0.mvt', 404],
    ['/tiles/999999999999/0/0.mvt', 400],
    ['/tiles/1/0/0.png', 404],
  ])('%s is answered %i', async (path, status) => {
    await expectRefusal(() => app.request(path), { status })
  })
})

describe('somebody who is not the author', () => {
  const attempts: [method: string, tail: string, body?: unknown][] = [
    ['GET', ''],
    ['PATCH', '', { name: 'Шарик' }],
    ['DELETE', ''],
    ['POST', '/resolve', { resolution: 'other' }],
    ['GET', '/messages'],
    ['DELETE', `/photos/${'a'.repeat(32)}`],
  ]
  test.each(attempts)('is answered 404 to %s %s', async (method, tail, body) => {
    const path = `/api/reports/${known.id}${tail}`
    for (const token of ['wrong', known.id, 'a'.repeat(43), 'a'.repeat(5_000)]) {
      await expectRefusal(() => app.send(method, path, body, { token }), { status: 404 })
    }
    for (const header of ['Bearer', 'Bearer ', 'Basic YTpi', `bearer  ${known.token}`, known.token]) {
      const headers = { Authorization: header }
      await expectRefusal(() => app.send(method, path, body, { headers }), { status: 404 })
    }
  })

  test.each(['0', 'null', '%00', '%E0%A4%A', '..', "';drop table reports;--", `${'a'.repeat(3_000)}`])(
    'is answered 404 for the id %s',
    async (id) => {
      const path = `/api/reports/${id.startsWith('%') ? id : encodeURIComponent(id)}x`
      await expectRefusal(() => app.request(path), { status: 404 })
    },
  )
})

describe('an edit', () => {
  test.each([
    ['an unknown field', { status: 'reunited' }, '/status', 'unknown_field'],
    ['an external id, which is for good', { externalId: 'new' }, '/externalId', 'unknown_field'],
    ['nothing where something must be', { location: null }, '/location', 'invalid_type'],
    ['half a place', { location: { lat: 55 } }, '/location/lng', 'required'],
    ['a future date', { occurredAt: '2030-01-01T00:00:00Z' }, '/occurredAt', 'in_future'],
  ])('is refused with the field and the reason: %s', async (_, patch, pointer, code) => {
    await expectRefusal(() => app.send('PATCH', `/api/reports/${known.id}`, patch, { token: known.token }), {
      status: 422,
      pointer,
      code,
    })
  })

  test('cannot make a report speak of itself, however its id is written', async () => {
    for (const aboutReportId of [known.id, known.id.toUpperCase()]) {
      await expectRefusal(
        () => app.send('PATCH', `/api/reports/${known.id}`, { aboutReportId }, { token: known.token }),
        { status: 422, pointer: '/aboutReportId', code: 'unknown_report' },
      )
    }
  })
})

describe('an idempotency key', () => {
  test('that is empty or endless is refused by the name of its header', async () => {
    for (const [key, code] of [
      ['', 'too_small'],
      ['x'.repeat(201), 'too_big'],
    ] as const) {
      const headers = { 'Idempotency-Key': key }
      await expectRefusal(() => app.send('POST', '/api/reports', lostDog(), { headers }), {
        status: 422,
        pointer: 'idempotency-key:',
        code,
      })
    }
  })

  test('used with another body is answered 409', async () => {
    const headers = { 'Idempotency-Key': 'one' }
    await app.send('POST', '/api/reports', lostDog(), { headers })
    await expectRefusal(() => app.send('POST', '/api/reports', lostDog({ name: 'Шарик' }), { headers }), {
      status: 409,
      pointer: 'idempotency-key:',
      code: 'idempotency_key_reused',
    })
  })

  test('of a deleted report is answered 410 and brings nothing back', async () => {
    const headers = { 'Idempotency-Key': 'three' }
    const made = await (await app.send('POST', '/api/reports', lostDog(), { headers })).json()
    const { id } = made.report
    await app.send('DELETE', `/api/reports/${id}`, undefined, { token: made.manageToken })
    const count = async () => (await app.deps.sql`select 1 from reports`).length
    const before = await count()
    await expectRefusal(() => app.send('POST', '/api/reports', lostDog(), { headers }), {
      status: 410,
      pointer: 'idempotency-key:',
      code: 'report_deleted',
    })
    expect(await count()).toBe(before)
  })

  test('of a refused body is free again', async () => {
    const headers = { 'Idempotency-Key': 'two' }
    expect((await app.send('POST', '/api/reports', { ...lostDog(), size: 'huge' }, { headers })).status).toBe(
      422,
    )
    expect((await app.send('POST', '/api/reports', lostDog(), { headers })).status).toBe(201)
  })
})

describe('an upload', () => {
  const upload = (body: BodyInit, headers: Record<string, string> = {}) =>
    app.request(`/api/reports/${known.id}/photos`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${known.token}`, ...headers },
      body,
    })
  const form = (bytes: Uint8Array, field = 'photo') => {
    const body = new FormData()
    body.set(field, new File([new Uint8Array(bytes)], 'cat.jpg', { type: 'image/jpeg' }))
    return body
  }
  const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' }

  test('that is too big is answered 413', async () => {
    await expectRefusal(() => upload(form(new Uint8Array(MAX_PHOTO_BYTES + 1))), {
      status: 413,
      pointer: '/photo',
      code: 'photo_too_big',
    })
  })

  test.each([
    ['text', Buffer.from('not a picture')],
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<html><script>alert(1)</script>')],
    ['a drawing that can run', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a document', Buffer.from('%PDF-1.7\n')],
  ])('that is %s is answered 415', async (_, bytes) => {
    await expectRefusal(() => upload(form(bytes)), {
      status: 415,
      pointer: '/photo',
      code: 'unsupported_photo',
    })
  })

  test('that is cut off is answered 422, and one with too many pixels 413', async () => {
    const whole = await petPicture().jpeg().toBuffer()
    await expectRefusal(() => upload(form(whole.subarray(0, whole.length / 2))), {
      status: 422,
      pointer: '/photo',
      code: 'broken_photo',
    })
    await expectRefusal(() => upload(form(pngBomb(30_000, 30_000))), {
      status: 413,
      pointer: '/photo',
      code: 'too_many_pixels',
    })
  })

  test.each([
    ['no boundaries', 'garbage', multipart],
    ['no boundary named', 'garbage', { 'Content-Type': 'multipart/form-data' }],
    ['no end', '--x\r\nContent-Disposition: form-data; name="photo"; filename="a"\r\n\r\nabc', multipart],
    ['nothing', '', multipart],
  ])('whose multipart has %s is answered 400', async (_, body, headers) => {
    await expectRefusal(() => upload(body, headers), { status: 400, pointer: '', code: 'unreadable' })
  })

  test('under another name, as a word, or as JSON is refused', async () => {
    await expectRefusal(() => upload(form(Buffer.from('x'), 'picture')), {
      status: 422,
      pointer: '/picture',
      code: 'unknown_field',
    })
    const word = '--x\r\nContent-Disposition: form-data; name="photo"\r\n\r\nabc\r\n--x--\r\n'
    await expectRefusal(() => upload(word, multipart), { status: 422, pointer: '/photo', code: 'not_a_file' })
    await expectRefusal(() => upload('{}', { 'Content-Type': 'application/json' }), { status: 415 })
  })
})
