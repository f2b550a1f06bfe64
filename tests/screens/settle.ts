import type { Page } from 'playwright-core'

/** MapLibre draws in software here, and says nowhere in the page that it is done. */
const MAP_MS = 900
const STEP_MS = 80

/** Waits until nothing on its way could still change the picture. */
export async function settle(page: Page) {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' })
  if ((await page.locator('canvas').count()) > 0) await page.waitForTimeout(MAP_MS)
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
