import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESKTOP, eventually, PHONE, useBrowser } from './browser.ts'
import { jpeg, openWizard } from './wizard.ts'
import { wordsOf } from './words.ts'
import { post, spotsOnRow, takePhoto } from './world.ts'

/** Where parts of a page stand to each other, which no component without a browser can tell. */
const visit = useBrowser()
const nextSpot = spotsOnRow(15)
const say = wordsOf('ru')

const TABLET = { width: 768, height: 1024 }
const GAP_PX = 24

const heading = (page: Page, key: 'report.facts' | 'report.map' | 'message.title') =>
  page.getByRole('heading', { level: 2, name: say(key) })

const withLargeLetters = (page: Page) =>
  page.addInitScript(() => {
    localStorage.setItem('lowVision', 'on')
    localStorage.setItem('letterSize', '250')
  })

async function edgesOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox()
  return { left: box!.x, top: box!.y, right: box!.x + box!.width, bottom: box!.y + box!.height }
}

test('each column of a report goes on where its last part ended, however long the name', async () => {
  const long = 'Принцесса Маргарита-Аннабель Великолепная фон Штернберг-Заречная'
  const { id } = await post({ name: long, colours: ['black'], location: nextSpot() })
  const { page } = await visit({ language: 'ru', size: TABLET })
  await page.goto(`/reports/${id}`)
  await heading(page, 'message.title').waitFor()
  const lead = await edgesOf(page, 'article > header')
  const photo = await edgesOf(page, 'article > div')
  const facts = await edgesOf(page, '[aria-labelledby=facts-title]')
  const place = await edgesOf(page, '[aria-labelledby=place-title]')
  expect(lead.bottom).toBeGreaterThan(photo.bottom + GAP_PX)
  expect(facts.top - photo.bottom).toBeCloseTo(GAP_PX, 0)
  expect(place.top - lead.bottom).toBeCloseTo(GAP_PX, 0)
  expect(facts.right).toBeLessThan(place.left)
})

test.each([
  { device: 'phone', size: PHONE },
  { device: 'tablet', size: TABLET },
])(
  'with large letters nothing lies over the map of a $device, nor over what was chosen on it',
  async ({ size }) => {
    const spot = nextSpot()
    const { id } = await post({ name: 'Гроза', location: spot })
    const { page } = await visit({ language: 'ru', size })
    await withLargeLetters(page)
    await page.goto(`/?view=map&at=${spot.lng},${spot.lat},15&sel=${id}`)
    const chosen = page.locator('.maplibregl-marker [aria-pressed=true]')
    await chosen.waitFor()
    const card = page.locator(`section [data-report="${id}"]`)
    await card.waitFor()
    const map = '.maplibregl-map'
    const top = async () => (await edgesOf(page, map)).top
    const bottomOf = async (part: ReturnType<Page['locator']>) => {
      const box = await part.boundingBox()
      return box!.y + box!.height
    }
    for (const part of [
      page.getByRole('button', { name: say('home.showList'), exact: true }),
      page.getByRole('button', { name: say('map.area.inView'), exact: true }),
      page.getByRole('slider'),
    ]) {
      expect(await bottomOf(part)).toBeLessThanOrEqual(await top())
    }
    await eventually(async () => {
      const { bottom } = await edgesOf(page, map)
      const isSeen = (await chosen.boundingBox())!.y >= 0
      return isSeen && (await bottomOf(chosen)) < bottom && (await card.boundingBox())!.y >= bottom
    }).toBe(true)
  },
)

test('on a desk the map of large letters ends within the screen, under a header of two lines', async () => {
  const { page } = await visit({ language: 'ru', size: DESKTOP })
  await withLargeLetters(page)
  await page.goto('/')
  await page.locator('.maplibregl-map').waitFor()
  await eventually(
    async () => (await edgesOf(page, 'section[aria-labelledby=map-title]')).bottom,
  ).toBeLessThanOrEqual(DESKTOP.height)
})

test('on a desk the time is asked beside the map of the place, both above the way on', async () => {
  const { page } = await visit({ language: 'ru', size: DESKTOP })
  await page.goto('/post/lost?step=place')
  const map = await edgesOf(page, 'form > fieldset:first-of-type')
  const time = await edgesOf(page, 'form > fieldset:nth-of-type(2)')
  expect(time.left).toBeGreaterThan(map.right)
  expect(time.top).toBeCloseTo(map.top, 0)
  expect(time.bottom).toBeLessThan((await edgesOf(page, 'form > div:last-child')).top)
})

test('a choice of the view moves no other choice', async () => {
  const { page } = await visit({ language: 'ru', size: DESKTOP })
  await page.goto('/')
  await page.getByLabel(say('nav.settings'), { exact: true }).click()
  const choice = 'label:has(> [name=theme])'
  const edges = () =>
    page.locator(choice).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x))
  const before = await edges()
  await page.getByText(say('settings.theme.dark'), { exact: true }).click()
  expect(await edges()).toEqual(before)
})

test('the slider leaves the map while a box is drawn on it', async () => {
  const { page } = await visit({ language: 'ru' })
  await page.goto('/?view=map')
  await page.getByRole('slider').waitFor()
  await page.getByRole('button', { name: say('map.area'), exact: true }).click()
  await page.getByText(say('map.area.hint')).first().waitFor()
  expect(await page.getByRole('slider').count()).toBe(0)
})

test.each([TABLET, DESKTOP])(
  'in the review the words stand beside the photo, however long they are',
  async (size) => {
    const spot = nextSpot()
    const { page } = await visit({
      ...{ language: 'ru', size },
      context: {
        geolocation: { longitude: spot.lng, latitude: spot.lat, accuracy: 20 },
        permissions: ['geolocation'],
      },
    })
    const wizard = openWizard(page, say)
    await page.goto('/post/lost?step=photo')
    await wizard.addPhotos(jpeg(await takePhoto({ species: 'dog' }, 'review')))
    await wizard.photo(1).waitFor()
    await wizard.next()
    await wizard.describePet('dog', 'black', 'white')
    await page
      .getByLabel(say('pet.description'))
      .fill('Боится громких звуков, к чужим не подходит. '.repeat(12))
    await wizard.next()
    await wizard.hereAndNow()
    await wizard.leaveNoContact()
    await wizard.at('review')
    const photo = await edgesOf(page, 'article > [data-picture]')
    const words = await edgesOf(page, 'article > [data-picture] + div')
    expect(photo.right).toBeLessThanOrEqual(words.left)
    expect(photo.right - photo.left).toBeCloseTo(words.right - words.left, 0)
  },
)
