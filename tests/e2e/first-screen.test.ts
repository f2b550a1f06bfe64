import { describe, expect, test } from 'vitest'
import { DESKTOP, eventually, PHONE, useBrowser } from './browser.ts'
import { wordsOf } from './words.ts'
import { attachPhoto, eastOf, hoursAgo, post, spotsOnRow, takePhoto } from './world.ts'

/** What the server draws before any code of the app has come. */
const visit = useBrowser()
const nextSpot = spotsOnRow(11)

async function postNewest(name: string) {
  const lost = await post({ name, location: nextSpot(), occurredAt: hoursAgo(0) })
  await attachPhoto(lost, await takePhoto({ species: 'dog' }, name))
  return lost
}

describe.each(['ru', 'en'] as const)('in %s', (language) => {
  const say = wordsOf(language)

  test('the list and a report are read, and lead on, where no code ever comes', async () => {
    await postNewest('Верный')
    await post({ name: 'Тень', species: 'cat', location: nextSpot(), occurredAt: hoursAgo(0) })
    const { page } = await visit({ language, context: { javaScriptEnabled: false } })
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: say('home.title') }).waitFor()
    const card = page.getByRole('article').filter({ hasText: 'Тень' }).first()
    await card.scrollIntoViewIfNeeded()
    const drawn = card.getByRole('img', { name: say('card.noPhoto') })
    await eventually(() => drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    await page
      .getByRole('link', { name: /Верный/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: /Верный/ }).waitFor()
    await page.getByText(say('report.place.exact')).waitFor()
    const photo = page.locator('article img').first()
    await eventually(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    await page.getByRole('link', { name: say('report.saw') }).waitFor()
    await page
      .getByText(/JavaScript/)
      .first()
      .waitFor()
    // What would need code is not offered.
    for (const offer of ['share.action', 'settings.lowVision', 'message.send'] as const) {
      expect(await page.getByRole('button', { name: say(offer) }).count()).toBe(0)
    }
    expect(await page.getByRole('textbox').count()).toBe(0)
    // A link with filters leads to what they find.
    await page.goto('/?species=cat')
    await page.getByRole('article').filter({ hasText: 'Тень' }).first().waitFor()
    expect(await page.getByRole('article').filter({ hasText: 'Верный' }).count()).toBe(0)
    // Nor does a page of the app that is all code leave anybody there.
    await page.goto('/')
    await page.getByRole('link', { name: say('home.lost') }).click()
    await page.locator(`noscript p[lang=${language}] a`).click()
    await page.getByRole('heading', { level: 1, name: say('home.title') }).waitFor()
  })
})

describe.each([
  { device: 'phone', size: PHONE },
  { device: 'desktop', size: DESKTOP },
])('at a $device', ({ size }) => {
  test('the app moves into the drawn page: the photo on it is the same element, and nothing is asked twice', async () => {
    const lost = await postNewest('Буран')
    await post({ species: 'cat', location: eastOf(nextSpot(), 200) })
    for (const path of ['/', '/?kind=lost&days=7', `/reports/${lost.id}`]) {
      const { page } = await visit({ language: 'ru', size })
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          const photo = document.querySelector('article img')
          if (!photo) return
          Object.assign(window, { photo })
          observer.disconnect()
        }).observe(document, { subtree: true, childList: true })
      })
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await eventually(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('auto')
      const kept = () => page.evaluate(() => (window as unknown as { photo: Element }).photo.isConnected)
      expect(await kept()).toBe(true)
      expect(asked).not.toContain('/api/config')
      expect(asked).not.toContain(path.startsWith('/reports') ? `/api${path}` : '/api/reports')
    }
  })
})

test('who chose another language, or the low-vision version, finds it on the server’s page too', async () => {
  await postNewest('Дружок')
  const { page } = await visit({ language: 'ru' })
  await page.goto('/')
  await page.getByRole('banner').locator('summary').click()
  await page.getByText('English', { exact: true }).click()
  await page.getByRole('heading', { level: 1, name: wordsOf('en')('home.title') }).waitFor()
  const english = await page.reload()
  expect(await english?.text()).toContain('<html lang="en">')
  await page
    .getByRole('banner')
    .getByRole('button', { name: wordsOf('en')('settings.lowVision') })
    .click()
  const plain = await page.reload()
  expect(await plain?.text()).toContain('<div id="app"></div>')
  await page
    .getByRole('link', { name: /Дружок/ })
    .first()
    .waitFor()
  expect(await page.locator('article img').count()).toBe(0)
})
