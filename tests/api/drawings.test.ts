import { beforeEach, expect, test } from 'vitest'
import { lostDog, type Posted, post } from '../factories.ts'
import { createTestApp, type TestApp } from '../setup/app.ts'
import { readXml } from '../unit/drawing/xml.ts'

let app: TestApp
let lost: Posted

beforeEach(async () => {
  app = await createTestApp()
  lost = await post(app, lostDog({ colours: ['black'] }))
})

/** What a scar is drawn with. */
const SCAR_INK = '#b56b66'

const pathOf = ({ id }: Posted) => `/drawings/${id}.svg`

test('draws the animal of a report, and anew when its description changes', async () => {
  const first = await app.request(pathOf(lost))
  expect(first.status).toBe(200)
  expect(first.headers.get('Content-Type')).toBe('image/svg+xml')
  expect(first.headers.get('Cache-Control')).toBe('public, max-age=86400, s-maxage=60')
  const svg = await first.text()
  expect(readXml(svg).root).toBe('svg')
  const etag = first.headers.get('ETag')!
  expect((await app.request(pathOf(lost), { headers: { 'If-None-Match': etag } })).status).toBe(304)
  await app.send('PATCH', `/api/reports/${lost.id}`, { colours: ['red'] }, { token: lost.token })
  const edited = await app.request(pathOf(lost), { headers: { 'If-None-Match': etag } })
  expect(edited.status).toBe(200)
  expect(await edited.text()).not.toBe(svg)
})

test('shows nothing of sealed marks, names and words', async () => {
  const look = lostDog({ description: 'Отзывается на Рыжик', collar: '<script>', contact: undefined })
  const scar = { part: 'back', type: 'scar', visibility: 'sealed' } as const
  const open = { ...scar, visibility: 'public' } as const
  const [plain, sealed] = [await post(app, look), await post(app, { ...look, marks: [scar] })]
  const shown = await post(app, { ...look, marks: [open] })
  const shapesOf = async (posted: Posted) =>
    await (await app.request(pathOf(posted), { headers: { Authorization: `Bearer ${posted.token}` } })).text()
  const svg = await shapesOf(sealed)
  expect(await shapesOf(shown)).toContain(SCAR_INK)
  expect(svg).not.toContain(SCAR_INK)
  expect(await shapesOf(plain)).not.toContain('script')
  expect(svg).not.toMatch(/Рыжик|script/)
})

test('draws nothing of a report that is hidden, deleted or unknown, whoever asks', async () => {
  await app.deps.sql`update reports set status = 'hidden' where id = ${lost.id}`
  const asAuthor = { headers: { Authorization: `Bearer ${lost.token}` } }
  expect((await app.request(pathOf(lost), asAuthor)).status).toBe(404)
  const other = await post(app, lostDog())
  await app.send('DELETE', `/api/reports/${other.id}`, undefined, { token: other.token })
  expect((await app.request(pathOf(other))).status).toBe(404)
  expect((await app.request('/drawings/0b6f2c1e-1111-4222-8333-444455556666.svg')).status).toBe(404)
  expect((await app.request('/drawings/pet.svg')).status).toBe(404)
})
