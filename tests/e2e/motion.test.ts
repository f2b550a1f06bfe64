import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { DESKTOP, eventually, useBrowser } from './browser.ts'
import { openWizard } from './wizard.ts'
import { wordsOf } from './words.ts'
import { post, type Spot, spotsOnRow } from './world.ts'

const visit = useBrowser()
const nextSpot = spotsOnRow(14)
const say = wordsOf('en')

/** What would move, turn or fade: elements of the page with a transition or an animation that takes time. */
const movable = (page: Page) =>
  page.evaluate(() => {
    const takesTime = (durations: string) => durations.split(',').some((one) => Number.parseFloat(one) > 0)
    return [...document.querySelectorAll('*')].flatMap((element) =>
      [undefined, '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part)
        const moves =
          (style.transitionProperty !== 'none' && takesTime(style.transitionDuration)) ||
          (style.animationName !== 'none' && style.animationDuration !== '0s')
        return moves ? [`${element.tagName}.${element.classList}${part ?? ''}`] : []
      }),
    )
  })

async function openMap(page: Page, { lng, lat }: Spot) {
  await page.goto(`/?at=${lng},${lat},13`)
  await page.locator('.maplibregl-marker button').first().waitFor()
}

/** Where a marker was drawn between two places of the map's camera, as the arrow key moves it; a busy machine skips some. */
async function stepsOnTheWay(page: Page): Promise<number> {
  await page.evaluate(() => {
    const marker = document.querySelector<HTMLElement>('.maplibregl-marker')!
    const places = new Set<string>()
    new MutationObserver(() => places.add(marker.style.transform)).observe(marker, {
      attributeFilter: ['style'],
    })
    Object.assign(window, { places })
  })
  const at = () => new URL(page.url()).searchParams.get('at')
  const before = at()
  await page.getByRole('region', { name: say('map.label') }).press('ArrowRight')
  await eventually(at).not.toBe(before)
  // Without the last one; at its end it is put on whole pixels once more.
  return page.evaluate(() => (window as unknown as { places: Set<string> }).places.size - 1)
}

const STOPS: [name: string, open: (page: Page, id: string, spot: Spot) => Promise<unknown>][] = [
  ['the map and the list', (page, _, spot) => openMap(page, spot)],
  [
    'a report',
    async (page, id) => {
      await page.goto(`/reports/${id}`)
      await page.getByText(say('report.place.exact')).waitFor()
    },
  ],
  [
    'a form',
    async (page) => {
      await page.goto('/post/lost?step=pet')
      await openWizard(page, say).at('pet')
    },
  ],
]

describe.each([
  { reducedMotion: 'reduce', moves: false },
  { reducedMotion: 'no-preference', moves: true },
] as const)('with motion: $reducedMotion', ({ reducedMotion, moves }) => {
  test(`${moves ? 'something' : 'nothing'} moves on a page`, async () => {
    const spot = nextSpot()
    const { id } = await post({ name: 'Alma', location: spot })
    const { page } = await visit({ language: 'en', size: DESKTOP, context: { reducedMotion } })
    for (const [name, open] of STOPS) {
      await open(page, id, spot)
      const found = await movable(page)
      expect(found.length > 0, `${name}: ${found.slice(0, 5)}`).toBe(moves)
    }
  })

  test(`the map ${moves ? 'glides' : 'steps'} to where it is sent`, async () => {
    const spot = nextSpot()
    await post({ name: 'Alma', location: spot })
    const { page } = await visit({ language: 'en', size: DESKTOP, context: { reducedMotion } })
    await openMap(page, spot)
    if (moves) await eventually(() => stepsOnTheWay(page)).toBeGreaterThan(1)
    else expect(await stepsOnTheWay(page)).toBeLessThanOrEqual(1)
  })
})
