import type { Page } from 'playwright-core'
import type { Words } from '../e2e/words.ts'

const MAP_MS = 600
const MOST_LOOKS = 8
const STEP_MS = 80
const LONGEST_WAIT_MS = 1_000

/** Waits until nothing on its way could still change the picture. */
export async function settle(page: Page, say: Words) {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' })
  for (const words of [say('app.loading'), say('map.loading')]) {
    await page.getByText(words, { exact: true }).first().waitFor({ state: 'detached' })
  }
  await settleHeight(page)
  if ((await page.locator('canvas').count()) > 0) await settleMap(page)
}

/**
 * Long lists come by steps, each in an idle moment that was asked for before this asks for one. A map that is drawn in
 * software may leave none, and no frame while a box is drawn on it: then time does.
 */
function settleHeight(page: Page) {
  return page.evaluate(
    async ({ mostLooks, step, longest }) => {
      const rest = () =>
        new Promise((wake) => requestIdleCallback(() => setTimeout(wake, step), { timeout: longest }))
      let before = -1
      for (let look = 0; look < mostLooks; look++) {
        const now = document.documentElement.scrollHeight
        if (now === before) return
        before = now
        await rest()
        await rest()
      }
    },
    { mostLooks: MOST_LOOKS, step: STEP_MS, longest: LONGEST_WAIT_MS },
  )
}

/** MapLibre draws in software here, and says nowhere in the page that it is done: until two looks are the same. */
async function settleMap(page: Page) {
  let before: Buffer | undefined
  for (let look = 0; look < MOST_LOOKS; look++) {
    const now = await page.screenshot()
    if (before?.equals(now)) return
    before = now
    await page.waitForTimeout(MAP_MS)
  }
}

/** Goes down the page and back: maps and long lists come when a person scrolls to them. */
export async function scrollThrough(page: Page) {
  await page.evaluate(async (pause) => {
    const rest = () => new Promise((wake) => setTimeout(wake, pause))
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y)
      await rest()
    }
    scrollTo(0, 0)
    await rest()
  }, STEP_MS)
}
