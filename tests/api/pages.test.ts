import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import type { FirstPage } from '../../api/pages/draw.ts'
import { addPages } from '../../api/pages/routes.ts'
import { lostDog, type Posted, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

const SHELL = '<html lang="ru"><head><title>Домой</title></head><body><div id="app"></div></body></html>'

let app: TestApp
let lost: Posted
/** What the service asked to have drawn. */
let asked: { page: FirstPage; at: { nowMs: number; timeZone: string } }[]
let ask: (path: string, headers?: Record<string, string>) => Promise<Response>

function open(deps = app.deps, draw?: () => string) {
  const site = createApp(deps)
  addPages(site, {
    loadShell: async () => SHELL,
    loadDrawer: async () => ({
      drawPage: (page, at) => {
        asked.push({ page, at })
        return draw?.() ?? '<main>drawn</main>'
      },
      readListQuery: (search) => `${search.slice(1)}&limit=30`,
    }),
  })
  ask = async (path, headers = {}) => site.request(path, { headers })
}

beforeEach(async () => {
  app = await createTestApp()
  lost = await post(app, lostDog())
  asked = []
  open()
})

const dataOf = (html: string): FirstPage =>
  JSON.parse(/id="first-page">(.*?)<\/script>/.exec(html)?.[1] ?? 'null')

describe('the first screen', () => {
  test('comes drawn, with the list and the settings beside it for the app', async () => {
    const response = await ask('/', { 'Accept-Language': 'en-GB,en;q=0.9,ru;q=0.8' })
    const html = await response.text()
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('<title>Lost and found pets near you · Homeward</title>')
    expect(html).toContain('<link rel="canonical" href="https://homeward.example/" />')
    expect(html).toContain('<div id="app"><main>drawn</main></div>')
    const list = await (await ask('/api/reports?limit=30')).json()
    const config = await (await ask('/api/config')).json()
    expect(dataOf(html)).toEqual({ url: '/', language: 'en', list, listQuery: '&limit=30', config })
    expect(asked).toEqual([{ page: dataOf(html), at: { nowMs: NOW.getTime(), timeZone: 'Europe/Moscow' } }])
  })

  test('is asked for again each time, and is not the same for every reader', async () => {
    const { headers } = await ask('/')
    expect(headers.get('Cache-Control')).toBe('no-cache')
    expect(headers.get('Vary')).toContain('Accept-Language')
    expect(headers.get('Vary')).toContain('Cookie')
  })

  test.each([
    { name: 'the link', path: '/?lang=en', cookie: 'language=ru', accepted: 'ru', language: 'en' },
    { name: 'the reader’s choice', path: '/', cookie: 'language=en', accepted: 'ru', language: 'en' },
    { name: 'the browser', path: '/', cookie: 'language=fr', accepted: 'en', language: 'en' },
    { name: 'nothing', path: '/', cookie: '', accepted: 'de', language: 'ru' },
  ])('speaks as $name says', async ({ path, cookie, accepted, language }) => {
    const html = await (await ask(path, { Cookie: cookie, 'Accept-Language': accepted })).text()
    expect(html).toContain(`<html lang="${language}">`)
    expect(dataOf(html).language).toBe(language)
  })

  test('draws nothing for the low-vision version, which shows no picture even for a moment', async () => {
    const html = await (await ask('/', { Cookie: 'lowVision=on' })).text()
    expect(html).toContain('<div id="app"></div>')
    expect(dataOf(html).list?.features).toHaveLength(1)
    expect(asked).toEqual([])
  })

  test('comes with the list that its filters find', async () => {
    for (const { kind, count } of [
      { kind: 'lost', count: 1 },
      { kind: 'found', count: 0 },
    ]) {
      const page = dataOf(await (await ask(`/?kind=${kind}`)).text())
      expect(page).toMatchObject({ url: `/?kind=${kind}`, listQuery: `kind=${kind}&limit=30` })
      expect(page.list?.features).toHaveLength(count)
    }
  })

  test('leaves filters that mean nothing to the app, which says so', async () => {
    for (const search of ['bbox=1,2,3,999', 'radiusM=500', 'q=%00']) {
      expect(await (await ask(`/?${search}`)).text()).toBe(SHELL)
    }
    expect(app.logs.join()).not.toContain('first_list_unknown')
  })

  test('opens empty where the drawing fails, and the operator reads of it', async () => {
    open(app.deps, () => {
      throw new TypeError('broken')
    })
    const html = await (await ask('/')).text()
    expect(html).toContain('<div id="app"></div>')
    expect(dataOf(html).list?.features).toHaveLength(1)
    expect(app.logs.join()).toContain('pages.not_drawn')
  })

  test('opens empty where the database is away', async () => {
    const away = () => {
      throw new Error('away')
    }
    open({ ...app.deps, readSql: away as never })
    const response = await ask('/')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(SHELL)
  })
})

test('what the service worker keeps for every page holds nothing of any', async () => {
  const response = await ask('/index.html')
  expect(response.status).toBe(200)
  expect(await response.text()).toBe(SHELL)
})

describe('a report’s page', () => {
  test('comes drawn, with the public report beside it whatever token is shown', async () => {
    const headers = { Authorization: `Bearer ${lost.token}`, 'Accept-Language': 'en' }
    const html = await (await ask(`/reports/${lost.id}`, headers)).text()
    expect(html).toContain('<div id="app"><main>drawn</main></div>')
    expect(dataOf(html).report).toEqual(await (await ask(`/api/reports/${lost.id}`)).json())
    expect(html).not.toContain('anna@example.org')
  })

  test('is not found where there is no such report, for search engines', async () => {
    for (const id of ['0b6f2c1e-1111-4222-8333-444455556666', 'nonsense']) {
      const response = await ask(`/reports/${id}`)
      expect(response.status).toBe(404)
      expect(await response.text()).toBe(SHELL)
    }
  })
})
