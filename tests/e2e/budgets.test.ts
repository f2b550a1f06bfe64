import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { DESKTOP, eventually, PHONE, useBrowser } from './browser.ts'
import { wordsOf } from './words.ts'
import { attachPhoto, eastOf, hoursAgo, post, type Spot, spotsOnRow, takePhoto } from './world.ts'

const visit = useBrowser()
const nextSpot = spotsOnRow(9)
const say = wordsOf('ru')

const FIRST_LOAD_BYTES = 45 * 1024

test('the first load without the map needs no more than 45 KB of JavaScript, compressed', async () => {
  const page = await (await fetch(`${inject('baseUrl')}/`)).text()
  const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, file]) => file!)
  expect(files.length).toBeGreaterThan(0)
  const sizes = await Promise.all(
    files.map(async (file) => {
      const script = await fetch(`${inject('baseUrl')}${file}`)
      return gzipSync(await script.arrayBuffer()).length
    }),
  )
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FIRST_LOAD_BYTES)
})

/** A list long enough to scroll, with and without photos. */
async function fill(spot: Spot) {
  const lost = await post({ name: 'Граф', description: 'Ласковый', location: spot })
  await attachPhoto(lost, await takePhoto({ species: 'dog' }, 'budget'))
  for (const step of [1, 2, 3, 4, 5]) await post({ species: 'cat', location: eastOf(spot, 250 * step) })
  const found = { kind: 'found', occurredAt: hoursAgo(2) } as const
  await post({ ...found, location: eastOf(spot, 300) })
  return lost
}

type LayoutShift = PerformanceEntry & {
  hadRecentInput: boolean
  sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[]
}

/**
 * What moved on the page though nobody touched it, from the first paint on: each element with its place before and
 * after. Within a map its own small print moves when the sources are known; the page around it must not.
 */
async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const moved: string[] = []
    Object.assign(window, { moved })
    const words = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(' ')
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        for (const { node, previousRect, currentRect } of entry.hadRecentInput ? [] : entry.sources) {
          if (!(node instanceof Element) || node.closest('.maplibregl-map')) continue
          moved.push(`${node.outerHTML.slice(0, 90)}: ${words(previousRect)} -> ${words(currentRect)}`)
        }
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => (window as unknown as { moved: string[] }).moved)
}

describe.each([
  { device: 'phone', size: PHONE },
  { device: 'desktop', size: DESKTOP },
])('at a $device', ({ size }) => {
  test('nothing on the list and on a report moves while it loads', async () => {
    const spot = nextSpot()
    const lost = await fill(spot)
    const { page } = await visit({ language: 'ru', size })
    const moved = await watchShifts(page)
    await page.goto(`/?near=${spot.lng},${spot.lat}&radiusM=5000`)
    const list = page.getByRole('region', { name: say('home.list'), exact: true })
    await eventually(() => list.getByRole('heading', { level: 3 }).count()).toBe(7)
    await page.waitForLoadState('networkidle')
    expect(await moved()).toEqual([])

    await page.goto(`/reports/${lost.id}`)
    await page.getByRole('heading', { name: say('matches.title') }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await moved()).toEqual([])
  })
})

test('the list does its work while the map’s code has not come', async () => {
  const spot = nextSpot()
  await fill(spot)
  const { page } = await visit({ language: 'ru', size: DESKTOP })
  const held: string[] = []
  await page.route(/\/assets\/MapPanel-[^/]*\.js$/, (route) => {
    held.push(route.request().url())
  })
  await page.goto(`/?near=${spot.lng},${spot.lat}&radiusM=5000`)
  const list = page.getByRole('region', { name: say('home.list'), exact: true })
  await eventually(() => list.getByRole('heading', { level: 3 }).count()).toBe(7)
  await eventually(() => held.length).toBe(1)
  await page.getByRole('button', { name: say('kinds.lost') }).click()
  await eventually(() => list.getByRole('heading', { level: 3 }).count()).toBe(6)
  await list.getByRole('link', { name: /Граф/ }).click()
  await page.getByRole('heading', { level: 1, name: /Граф/ }).waitFor()
})
