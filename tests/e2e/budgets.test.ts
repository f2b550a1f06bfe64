import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { DESKTOP, eventually, PHONE, useBrowser } from './browser.ts'
import { wordsOf } from './words.ts'
import { attachPhoto, eastOf, hoursAgo, post, type Spot, spotsOnRow, takePhoto } from './world.ts'

const visit = useBrowser()
const nextSpot = spotsOnRow(9)
const say = wordsOf('ru')

const FIRST_LOAD_BYTES = 45 * 1024

test('the first screen of a phone, map closed, needs no more than 45 KB of JavaScript, compressed', async () => {
  const spot = nextSpot()
  await fill(spot)
  const { page } = await visit({ language: 'ru' })
  const scripts: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body())
  })
  await page.goto(`/?near=${spot.lng},${spot.lat}&radiusM=5000`)
  const list = page.getByRole('region', { name: say('home.list'), exact: true })
  await eventually(() => list.getByRole('heading', { level: 3 }).count()).toBe(7)
  await page.waitForLoadState('networkidle')
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length)
  expect(sizes.length).toBeGreaterThan(0)
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

/** What the browser counts as layout shifts that no touch of the person caused, from the first paint on. */
async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const shifts: string[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources: { node?: Node }[]
      })[]) {
        const what = entry.sources.map(({ node }) => (node as Element | undefined)?.outerHTML?.slice(0, 120))
        if (!entry.hadRecentInput) shifts.push(`${entry.value}: ${what.join(' | ')}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)
}

describe.each([
  { device: 'phone', size: PHONE },
  { device: 'desktop', size: DESKTOP },
])('at a $device', ({ size }) => {
  test('nothing on the list and on a report moves while it loads', async () => {
    const spot = nextSpot()
    const lost = await fill(spot)
    const { page } = await visit({ language: 'ru', size })
    const shifts = await watchShifts(page)
    await page.goto(`/?near=${spot.lng},${spot.lat}&radiusM=5000`)
    const list = page.getByRole('region', { name: say('home.list'), exact: true })
    await eventually(() => list.getByRole('heading', { level: 3 }).count()).toBe(7)
    await page.waitForLoadState('networkidle')
    expect(await shifts()).toEqual([])

    await page.goto(`/reports/${lost.id}`)
    await page.getByRole('heading', { name: say('matches.title') }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await shifts()).toEqual([])
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
