import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { ReportFeature } from '../../api/reports/schema.ts'
import { DESKTOP, eventually, PHONE, useBrowser } from './browser.ts'
import { wordsOf } from './words.ts'
import {
  attachPhoto,
  eastOf,
  hoursAgo,
  post,
  reportsAround,
  type Spot,
  spotsOnRow,
  takePhoto,
} from './world.ts'

const visit = useBrowser()
const nextSpot = spotsOnRow(4)

/** A neighbourhood with three reports a few hundred metres apart. */
async function fill(spot: Spot) {
  const dog = await post({ name: 'Рада', colours: ['red'], location: spot, occurredAt: hoursAgo(200) })
  const cat = await post({ species: 'cat', name: 'Ириска', location: eastOf(spot, 400) })
  const found = await post({ kind: 'found', location: eastOf(spot, 800), occurredAt: hoursAgo(3) })
  return { dog, cat, found }
}

const around = ({ lng, lat }: Spot) => `/?near=${lng},${lat}&radiusM=5000`

describe.each([
  { size: PHONE, device: 'phone', language: 'ru' },
  { size: DESKTOP, device: 'desktop', language: 'en' },
] as const)('a volunteer at a $device, in $language', ({ size, device, language }) => {
  const say = wordsOf(language)

  test('filters by kind, species and time; the address keeps it, and back and forward bring it back', async () => {
    const spot = nextSpot()
    await fill(spot)
    const { page } = await visit({ language, size })
    const list = page.getByRole('region', { name: say('home.list'), exact: true })
    const names = () => list.getByRole('heading', { level: 3 }).allTextContents()
    await page.goto(around(spot))
    await eventually(async () => (await names()).length).toBe(3)
    await page.getByRole('button', { name: say('kinds.lost') }).click()
    await eventually(async () => (await names()).length).toBe(2)
    expect(new URL(page.url()).searchParams.get('kind')).toBe('lost')

    await page.getByRole('button', { name: new RegExp(`^${say('filter.more')}`) }).click()
    const sheet = page.getByRole('dialog', { name: say('filter.title') })
    await sheet.getByRole('button', { name: say('species.dog'), exact: true }).click()
    await sheet.getByRole('button', { name: say('filter.show', { n: 1 }) }).waitFor()
    await sheet.getByRole('button', { name: say('filter.days', { n: 3 }) }).click()
    await sheet.getByRole('button', { name: say('filter.show', { n: 0 }) }).click()
    await page.getByRole('heading', { name: say('list.empty') }).waitFor()
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
      ...{ kind: 'lost', species: 'dog', days: '3', radiusM: '5000' },
    })

    await page.goBack()
    await eventually(names).toEqual([expect.stringContaining('Рада')])
    await page.goBack()
    await page.goBack()
    await eventually(async () => (await names()).length).toBe(3)
    await page.goForward()
    await eventually(async () => (await names()).length).toBe(2)
    await page.reload()
    await eventually(async () => (await names()).length).toBe(2)
    await page.getByRole('button', { name: say('kinds.lost'), pressed: true }).waitFor()
  })

  test('opens a cluster on the map and chooses a report there; the list shows the same one', async () => {
    const spot = nextSpot()
    const { cat } = await fill(spot)
    const { page } = await visit({ language, size })
    const map = device === 'phone' ? '&view=map' : ''
    await page.goto(`${around(spot)}&at=${spot.lng},${spot.lat},8${map}`)
    const chosen = new RegExp(`${say('map.cluster', { n: 3, kinds: '' }).split(':')[0]}`)
    await page.getByRole('button', { name: chosen }).click()
    const marker = page.getByRole('button', { name: /Ириска/ })
    await marker.click()
    await eventually(() => marker.getAttribute('aria-pressed')).toBe('true')
    expect(new URL(page.url()).searchParams.get('sel')).toBe(cat.id)
    const card = page.getByRole('article').filter({ hasText: 'Ириска' })
    await card.last().waitFor()
    const overlaps = async () => {
      const [pin, over] = await Promise.all([marker.boundingBox(), card.last().boundingBox()])
      return pin!.x + pin!.width > over!.x && pin!.y + pin!.height > over!.y && pin!.x < over!.x + over!.width
    }
    if (device === 'phone') await eventually(overlaps).toBe(false)

    if (device === 'phone')
      await page.getByRole('button', { name: say('home.showList'), exact: true }).click()
    else await card.first().hover()
    const listed = page.getByRole('listitem').filter({ hasText: 'Ириска' }).getByRole('article')
    await eventually(() => listed.getAttribute('data-active')).toBe('true')
  })

  test('reads more reports of one point than a fan has room for in a list, by keys alone', async () => {
    const spot = nextSpot()
    for (let n = 0; n < 12; n++) {
      await post({ kind: 'found', location: spot, locationPrivacy: 'approximate', name: `Найдёныш ${n}` })
    }
    const [{ geometry }] = (await reportsAround(spot)) as [ReportFeature]
    const { page } = await visit({ language, size })
    await page.goto(`/?at=${geometry.coordinates},15&view=map`)
    const stack = page.getByRole('button', { name: say('map.stack', { n: 12 }) })
    await stack.press('Enter')
    const list = page.getByRole('region', { name: say('map.stackTitle', { n: 12 }) })
    await list
      .getByRole('button', { name: /Найдёныш/ })
      .last()
      .scrollIntoViewIfNeeded()
    const { y, height } = (await list.boundingBox())!
    expect(y).toBeGreaterThan(0)
    expect(y + height).toBeLessThanOrEqual(size.height)
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })
    await eventually(() => stack.evaluate((button) => button === document.activeElement)).toBe(true)

    await page.keyboard.press('Enter')
    await list.getByRole('button', { name: /Найдёныш 3,/ }).press('Enter')
    const card = page.locator(':focus').getByRole('article').filter({ hasText: 'Найдёныш 3' })
    await card.waitFor()
  })

  test('prints a poster and keeps it as a PDF', async () => {
    const dog = await post({
      ...{ name: 'Барон', breed: 'dachshund', colours: ['black', 'tan'], location: nextSpot(), language },
    })
    const look = { species: 'dog', colours: ['black', 'tan'] } as const
    await attachPhoto(dog, await takePhoto(look, `poster ${device}`))
    const { page } = await visit({ language, size })
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes')
    })
    await page.goto(`/reports/${dog.id}`)
    await page.getByRole('link', { name: say('report.poster') }).click()
    await page.getByRole('heading', { level: 1, name: say('poster.title') }).waitFor()
    // As by a link from outside: nothing has loaded the names of breeds before.
    await page.reload()
    await page
      .locator('svg text')
      .filter({ hasText: language === 'ru' ? 'Такса' : 'Dachshund' })
      .waitFor()
    await page.getByRole('radio', { name: say('poster.layout.tear-off') }).check()
    await page.getByRole('img', { name: /Барон/ }).waitFor()
    await page.getByRole('button', { name: say('poster.print'), exact: true }).click()
    await page.locator('[data-printed]').waitFor()

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: say('poster.pdf') }).click()
    const file = await readFile(await (await download).path())
    expect(file.subarray(0, 4).toString()).toBe('%PDF')
    expect(file.toString('latin1').match(/\/Type ?\/Page\b/g)).toHaveLength(1)
  })
})
