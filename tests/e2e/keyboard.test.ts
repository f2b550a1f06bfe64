import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../api/domain/vocabulary.ts'
import { DESKTOP, eventually, useBrowser } from './browser.ts'
import { openWizard } from './wizard.ts'
import { wordsOf } from './words.ts'
import { eastOf, hoursAgo, post, reportsAround, spotsOnRow } from './world.ts'

const visit = useBrowser()
const nextSpot = spotsOnRow(7)

/** More stops than any page has. */
const MOST_STOPS = 150

const isFocused = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement).catch(() => false)

/** Goes from stop to stop with the Tab key until `target` has the focus, as one without a mouse must. */
async function tabTo(page: Page, target: Locator) {
  await target.waitFor({ state: 'attached' })
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await isFocused(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key never came to ${target}.`)
}

async function pressOn(page: Page, target: Locator, key = 'Enter') {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

describe.each(LANGUAGES)('without a mouse, in %s', (language) => {
  const say = wordsOf(language)

  test('an owner posts, is led to what is missing, and judges a match', async () => {
    const spot = nextSpot()
    await post({ kind: 'found', colours: ['black'], location: eastOf(spot, 300), occurredAt: hoursAgo(1) })
    const { page } = await visit({
      language,
      context: {
        permissions: ['geolocation'],
        geolocation: { longitude: spot.lng, latitude: spot.lat, accuracy: 20 },
      },
    })
    const wizard = openWizard(page, say)
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    await page.goto('/')
    await pressOn(page, page.getByRole('link', { name: say('home.lost') }))
    await wizard.at('photo')
    await tabTo(page, page.locator('input[type=file]'))
    await pressOn(page, button(say('photo.none')))

    await wizard.at('pet')
    await pressOn(page, button(say('action.next')))
    await page.getByText(say('wrong.species.missing')).waitFor()
    const dog = page.getByRole('radio', { name: say('species.dog'), exact: true })
    await eventually(() => isFocused(dog)).toBe(true)
    await page.keyboard.press('Space')
    await pressOn(page, page.getByLabel(say('colour.black', { gender: 'm' }), { exact: true }), 'Space')
    await tabTo(page, page.getByLabel(say('pet.name')))
    await page.keyboard.type('Жук')
    await pressOn(page, button(say('action.next')))

    await wizard.at('place')
    await pressOn(page, button(say('place.here')))
    await page.getByRole('button', { name: say('map.pick.pin') }).waitFor()
    const chosen = page.getByText(say('place.chosen', { place: '' }))
    const before = await chosen.textContent()
    await pressOn(page, page.getByRole('button', { name: say('map.pick.pin') }), 'Shift+ArrowRight')
    await eventually(() => chosen.textContent()).not.toBe(before)
    await pressOn(page, button(say('when.now')))
    await pressOn(page, button(say('action.next')))
    await wizard.at('contact')
    await pressOn(page, button(say('action.next')))
    await wizard.at('review')
    await pressOn(page, button(say('review.publish')))
    await wizard.published()

    const matches = page.getByRole('region', { name: say('manage.matches') })
    await pressOn(page, matches.getByRole('button', { name: say('judge.same') }), 'Space')
    await matches.getByText(say('judge.did.same')).waitFor()
    expect(await reportsAround(spot)).toHaveLength(2)
  })

  test('a volunteer skips to the content, sets filters, and opens a report from the map', async () => {
    const spot = nextSpot()
    await post({ species: 'cat', name: 'Пушинка', location: spot })
    await post({ name: 'Трезор', location: eastOf(spot, 2_000) })
    const { page } = await visit({ language, size: DESKTOP })
    await page.goto(`/?near=${spot.lng},${spot.lat}&radiusM=5000&at=${spot.lng},${spot.lat},14`)
    const list = page.getByRole('region', { name: say('home.list'), exact: true })
    await eventually(() => list.getByRole('heading', { level: 3 }).count()).toBe(2)
    await page.keyboard.press('Tab')
    expect(await isFocused(page.getByRole('link', { name: say('app.skip') }))).toBe(true)
    await page.keyboard.press('Enter')
    await pressOn(page, page.getByRole('button', { name: new RegExp(`^${say('filter.more')}`) }))
    const sheet = page.getByRole('dialog', { name: say('filter.title') })
    await pressOn(page, sheet.getByRole('button', { name: say('species.cat'), exact: true }))
    await eventually(() => list.getByRole('heading', { level: 3 }).count()).toBe(1)
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    const marker = page.getByRole('button', { name: /Пушинка/ })
    await pressOn(page, marker)
    await eventually(() => marker.getAttribute('aria-pressed')).toBe('true')
    await pressOn(page, page.getByRole('link', { name: /Пушинка/ }).last())
    await page.getByRole('heading', { level: 1, name: /Пушинка/ }).waitFor()
  })

  test('a marker beyond the edge of the map comes into view with the focus, and the map stays in its frame', async () => {
    const spot = nextSpot()
    await post({ name: 'Крайний', location: eastOf(spot, 1_250) })
    const { page } = await visit({ language, size: DESKTOP })
    await page.goto(`/?at=${spot.lng},${spot.lat},14`)
    const marker = page.getByRole('button', { name: /Крайний/ })
    await marker.waitFor({ state: 'attached' })
    const isSeen = () =>
      marker.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return element.contains(document.elementFromPoint(x + width / 2, y + height / 2))
      })
    expect(await isSeen()).toBe(false)
    await tabTo(page, marker)
    await eventually(isSeen).toBe(true)
    const frame = page.locator('.maplibregl-map')
    expect(await frame.evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop])).toEqual([0, 0])
  })
})
