import { expect, test } from 'vitest'
import { DESKTOP, eventually, useBrowser } from './browser.ts'
import { openWizard } from './wizard.ts'
import { wordsOf } from './words.ts'
import { eastOf, hoursAgo, post, reportsAround, spotsOnRow } from './world.ts'

const visit = useBrowser(['--disable-gpu', '--disable-3d-apis'])
const nextSpot = spotsOnRow(5)

/** MapLibre and the browser both say that there is no WebGL; the person gets words. */
const NO_WEBGL = /webgl/i

test('a volunteer whose device cannot draw the map finds, filters and opens reports in the list', async () => {
  const say = wordsOf('en')
  const spot = nextSpot()
  await post({ name: 'Alma', location: spot })
  await post({ species: 'cat', name: 'Tisha', location: eastOf(spot, 500) })
  const { page } = await visit({ language: 'en', size: DESKTOP, expected: [NO_WEBGL] })
  await page.goto(`/?near=${spot.lng},${spot.lat}&radiusM=3000`)
  await page.getByText(say('home.map.failed')).waitFor()
  const list = page.getByRole('region', { name: say('home.list'), exact: true })
  await eventually(() => list.getByRole('heading', { level: 3 }).count()).toBe(2)
  await page
    .getByRole('button', { name: say('filter.more'), exact: false })
    .first()
    .click()
  await page.getByRole('button', { name: say('species.cat'), exact: true }).click()
  await page.keyboard.press('Escape')
  await eventually(() => list.getByRole('heading', { level: 3 }).count()).toBe(1)
  await list.getByRole('link', { name: /Tisha/ }).click()
  await page.getByRole('heading', { level: 1, name: /Tisha/ }).waitFor()
  await page.getByText(say('report.place.exact')).waitFor()
})

test('an owner whose device cannot draw the map posts by the name of the place, and reads where to look', async () => {
  const say = wordsOf('ru')
  const { page } = await visit({ language: 'ru', expected: [NO_WEBGL] })
  await page.goto('/post/lost')
  const id = await openWizard(page, say).postByPlaceName('Норильск')
  await page.getByRole('list', { name: say('plan.first') }).waitFor()
  await page.getByText(say('plan.rings.50')).waitFor()
  expect((await reportsAround({ lng: 88.2, lat: 69.35 })).map((report) => report.id)).toContain(id)
})

test('a track without a map is a list of who saw the pet when', async () => {
  const say = wordsOf('ru')
  const spot = nextSpot()
  const lost = await post({ name: 'Север', location: spot, occurredAt: hoursAgo(40) })
  for (const hours of [20, 5]) {
    await post({
      ...{ kind: 'sighting', aboutReportId: lost.id, occurredAt: hoursAgo(hours) },
      location: eastOf(spot, 100 * hours),
    })
  }
  const { page } = await visit({ language: 'ru', expected: [NO_WEBGL] })
  await page.goto(`/reports/${lost.id}`)
  const sightings = page.getByRole('region', { name: say('sightings.title') })
  await eventually(() => sightings.getByRole('link').count()).toBe(2)
  expect(await page.getByText(say('map.track.direction')).count()).toBe(0)
})
