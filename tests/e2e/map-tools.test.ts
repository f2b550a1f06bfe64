import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { DESKTOP, eventually, PHONE, useBrowser, type VisitOptions } from './browser.ts'
import { type Words, wordsOf } from './words.ts'
import { eastOf, hoursAgo, post, type Spot, spotsOnRow } from './world.ts'

const visit = useBrowser()
const nextSpot = spotsOnRow(12)

/** West to east: one a kilometre away, one that was posted last though it was 200 m away, and one out of reach. */
async function fill(spot: Spot) {
  const occurredAt = hoursAgo(30)
  await post({ name: 'Кнопка', location: eastOf(spot, -1_000), occurredAt })
  await post({ name: 'Тучка', location: eastOf(spot, 40_000), occurredAt })
  await post({ name: 'Шарик', location: eastOf(spot, 200), occurredAt: hoursAgo(40) })
}

const searchOf = (page: Page) => new URL(page.url()).searchParams

function onHome(page: Page, say: Words, phone: boolean) {
  const list = page.getByRole('region', { name: say('home.list'), exact: true })
  return {
    tool: (key: Parameters<Words>[0]) => page.getByRole('button', { name: say(key), exact: true }),
    async openMap({ lng, lat }: Spot, zoom: number) {
      await page.goto(`/?at=${lng},${lat},${zoom}${phone ? '&view=map' : ''}`)
      await page.locator('.maplibregl-marker button').first().waitFor()
    },
    /** Names in the order of the list; a phone turns to it and back. */
    async names(): Promise<string[]> {
      if (phone) await page.getByRole('button', { name: say('home.showList'), exact: true }).click()
      const titles = await list.getByRole('heading', { level: 3 }).allTextContents()
      if (phone) await page.getByRole('button', { name: say('home.showMap'), exact: true }).click()
      return titles.map((title) => /Кнопка|Тучка|Шарик/.exec(title)?.[0] ?? title)
    },
  }
}

describe.each([
  { size: PHONE, device: 'phone', language: 'ru', zoom: 12, steps: 1 },
  { size: DESKTOP, device: 'desktop', language: 'en', zoom: 13, steps: 3 },
] as const)('on the map at a $device, in $language', ({ size, device, language, zoom, steps }) => {
  const say = wordsOf(language)
  const phone = device === 'phone'
  const open = async (context: VisitOptions['context'] = {}) => {
    const { page } = await visit({ language, size, context: { hasTouch: phone, ...context } })
    return { page, home: onHome(page, say, phone) }
  }

  test('“near me” goes there, shows where that is, and lists the nearest first; back undoes it', async () => {
    const spot = nextSpot()
    await fill(spot)
    const here = { longitude: spot.lng, latitude: spot.lat, accuracy: 20 }
    const { page, home } = await open({ permissions: ['geolocation'], geolocation: here })
    await home.openMap(eastOf(spot, 8_000), 9)
    const before = page.url()
    await home.tool('map.nearMe').click()
    await page.getByRole('img', { name: say('map.you') }).waitFor()
    await eventually(() => home.names()).toEqual(['Шарик', 'Кнопка'])
    expect(searchOf(page).get('near')).toBe(`${spot.lng},${spot.lat}`)
    const fromHere = () => Math.abs(Number(searchOf(page).get('at')?.split(',')[0]) - spot.lng)
    await eventually(fromHere).toBeLessThan(0.01)
    while (page.url() !== before) await page.goBack()
    await eventually(async () => (await home.names()).length).toBeGreaterThan(2)
  })

  test('who does not share their place is told so, and how to go on', async () => {
    const spot = nextSpot()
    await fill(spot)
    const { page, home } = await open()
    await home.openMap(spot, 12)
    await home.tool('map.nearMe').click()
    await page.getByText(say('map.nearMe.refused')).first().waitFor()
    expect(searchOf(page).has('near')).toBe(false)
  })

  test('a box that is drawn is searched in; a slip draws none, Escape leaves, and a button takes it off', async () => {
    const spot = nextSpot()
    await fill(spot)
    const { page, home } = await open()
    await home.openMap(spot, 13)
    const marker = page.getByRole('button', { name: /Шарик/ })
    const { x, y } = (await marker.boundingBox())!
    const drag = async (side: number) => {
      await page.mouse.move(x - side / 2, y - side / 2)
      await page.mouse.down()
      await page.mouse.move(x + side, y + side, { steps: 4 })
      await page.mouse.up()
    }
    await home.tool('map.area').click()
    await drag(4)
    await page.getByText(say('map.area.hint')).last().waitFor()
    await page.keyboard.press('Escape')
    await home.tool('map.area').waitFor()
    expect(searchOf(page).has('bbox')).toBe(false)

    await home.tool('map.area').click()
    await drag(70)
    await eventually(() => home.names()).toEqual(['Шарик'])
    const [west, south, east, north] = searchOf(page).get('bbox')!.split(',').map(Number)
    expect(west! < spot.lng && south! < spot.lat && north! > spot.lat).toBe(true)
    expect(east!).toBeGreaterThan(eastOf(spot, 200).lng)
    await home.tool('map.area.clear').click()
    await eventually(async () => (await home.names()).length).toBeGreaterThan(2)
    expect(searchOf(page).has('bbox')).toBe(false)
  })

  test('without a pointer: the keys move the map, what it shows is searched in, and the box follows', async () => {
    const spot = nextSpot()
    await fill(spot)
    const { page, home } = await open()
    await home.openMap(spot, zoom)
    const shown = page.getByRole('region', { name: say('map.label') })
    await home.tool('map.area.inView').press('Enter')
    await eventually(async () => (await home.names()).toSorted()).toEqual(['Кнопка', 'Шарик'])
    const first = searchOf(page).get('bbox')

    await home.tool('map.area.follow').press('Enter')
    for (let step = 0; step < steps; step++) await shown.press('ArrowRight')
    await eventually(() => searchOf(page).get('bbox')).not.toBe(first)
    await eventually(() => home.names()).toEqual(['Шарик'])
    await home.tool('map.area.follow').press('Enter')
    const stays = searchOf(page).get('bbox')
    const camera = searchOf(page).get('at')
    await shown.press('ArrowRight')
    await eventually(() => searchOf(page).get('at')).not.toBe(camera)
    expect(searchOf(page).get('bbox')).toBe(stays)
  })
})
