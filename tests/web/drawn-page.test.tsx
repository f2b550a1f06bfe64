import { hydrate, render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { FirstPage } from '../../api/pages/draw.ts'
import { App } from '../../web/App.tsx'
import { drawPage, readListQuery } from '../../web/draw.tsx'
import { timeZone } from '../../web/state/clock.ts'
import { holdFirstPage, readFirstPage, releaseFirstPage } from '../../web/state/first-page.ts'
import { currentUrl } from '../../web/state/location.ts'
import { json, makeFeature } from './fixtures.ts'
import { pretendLoaded, settle } from './render.tsx'

const at = { nowMs: Date.parse('2026-11-23T20:00:00Z'), timeZone: 'Europe/Moscow' }
const photo = {
  id: 'p',
  width: 640,
  height: 480,
  thumbHash: '',
  urls: { thumb: '/t', card: '/c', full: '/f' },
}
const id = (n: number) => `0195d0f0-0000-7000-8000-${String(n).padStart(12, '0')}`
/** The first has a photo, the second is drawn from its description, and so on. */
const pets = Array.from({ length: 14 }, (_, n) =>
  makeFeature({ id: id(n), name: `Рыжик ${n}`, photos: n % 2 ? [] : [photo] }),
)

const config = {
  mapStyleUrl: '',
  demo: true,
  defaultCenter: [37.62, 55.75] satisfies [number, number],
  defaultZoom: 10,
  maxPhotos: 6,
  maxPhotoBytes: 15_000_000,
  languages: ['ru' as const, 'en' as const],
}
const list: FirstPage['list'] = { type: 'FeatureCollection', features: pets, links: {} }
const listPage: FirstPage = { url: '/', language: 'ru', config, list, listQuery: 'limit=30' }

let asked: string[]

beforeEach(() => {
  history.replaceState(null, '', '/')
  asked = []
  // A phone.
  const narrow = { matches: false, addEventListener: () => {}, removeEventListener: () => {} }
  vi.stubGlobal('matchMedia', () => narrow)
  pretendLoaded(true)
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return json({ features: [], links: {}, items: [], members: [], companions: [] })
  })
})

let moved: HTMLElement | undefined

afterEach(async () => {
  // An app that is left in place would go on asking as the next test's address changes.
  await act(() => moved && render(null, moved))
  moved = undefined
  timeZone.value = undefined
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function open(page: FirstPage): HTMLElement {
  document.body.innerHTML = `<div id="app">${drawPage(page, at)}</div>`
  return document.getElementById('app')!
}

const gone = (elements: readonly Element[]) =>
  elements.filter((element) => !element.isConnected).map((element) => element.outerHTML.slice(0, 80))

async function start(root: HTMLElement, page: FirstPage) {
  moved = root
  await act(() => {
    holdFirstPage(page)
    hydrate(<App />, root)
    releaseFirstPage()
  })
}

it('draws the list with its first photos, links and words', () => {
  const root = open(listPage)
  expect(root.querySelector('h1')?.textContent).toBe('Пропавшие и найденные питомцы рядом')
  expect(root.querySelectorAll('article')).toHaveLength(10)
  expect(root.querySelector('article img')?.getAttribute('src')).toBe('/c')
  expect(root.querySelectorAll('article img')[1]?.getAttribute('src')).toMatch(`/drawings/${id(1)}.svg?v=`)
  expect(root.querySelector('article a')?.getAttribute('href')).toBe(`/reports/${id(0)}`)
})

it('moves into the drawn list: no element is made anew and nothing is asked for again', async () => {
  const root = open(listPage)
  const drawn = [...root.querySelectorAll('*')]
  await start(root, listPage)
  expect(gone(drawn)).toEqual([])
  await settle()
  expect(root.querySelectorAll('article')).toHaveLength(14)
  expect(asked.filter((url) => url.startsWith('/api'))).toEqual([])
})

it('draws a filtered list as its address says and moves into it', async () => {
  const search = '?kind=lost&species=cat&days=7'
  const listQuery = readListQuery(search, Date.now())
  expect(listQuery).toMatch(/^kind=lost&species=cat&since=.+&limit=30$/)
  const page: FirstPage = { ...listPage, url: `/${search}`, listQuery }
  history.replaceState(null, '', page.url)
  currentUrl.value = page.url
  const root = open(page)
  expect(root.querySelectorAll('article')).toHaveLength(10)
  const drawn = [...root.querySelectorAll('*')]
  await start(root, page)
  expect(gone(drawn)).toEqual([])
  await settle()
  expect(asked.filter((url) => url.startsWith('/api'))).toEqual([])
})

it('draws a report by the given clocks and moves into it', async () => {
  const report = makeFeature({
    id: id(1),
    name: 'Граф',
    breed: 'labrador_retriever',
    breedName: { ru: 'лабрадор', en: 'Labrador' },
  })
  const page: FirstPage = { url: `/reports/${id(1)}?lang=en`, language: 'en', config, report }
  history.replaceState(null, '', page.url)
  const root = open(page)
  expect(root.querySelector('h1')?.textContent).toBe('Граф, dog')
  expect(root.querySelector('time')?.textContent).toBe('22\u00a0November at\u00a021:30')
  expect(root.textContent).toContain('Labrador')
  const drawn = [...root.querySelectorAll('*')]
  await start(root, page)
  expect(gone(drawn)).toEqual([])
  expect(asked).not.toContain(`/api/reports/${id(1)}`)
})

it('draws one page after another without a trace of the last', () => {
  const report = makeFeature({ id: id(1), name: 'Граф' })
  const first = drawPage(listPage, at)
  drawPage({ url: `/reports/${id(1)}`, language: 'en', config, report }, at)
  expect(drawPage(listPage, at)).toBe(first)
})

it('takes what the server put into the page once, and only for the address it was drawn for', () => {
  const put = (page: object) => {
    document.body.innerHTML = `<script type="application/json" id="first-page">${JSON.stringify(page)}</script>`
  }
  put(listPage)
  expect(readFirstPage()?.list?.features).toHaveLength(14)
  expect(readFirstPage()).toBeUndefined()
  put({ ...listPage, url: '/?lang=en' })
  expect(readFirstPage()).toBeUndefined()
})
