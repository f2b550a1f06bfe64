import type { Page } from 'playwright-core'
import type { Words } from '../../e2e/words.ts'
import { settle } from '../settle.ts'
import type { Stop, Visit } from '../stop.ts'

/** The middle of the demo city. */
const CITY = '37.6176,55.7558'
/** Where it has many reports close together. */
const SUBURB = '37.55,55.65'

/** A phrase with numbers or names in it, by the words before them. */
const beginningWith = (phrase: string) => new RegExp(`^${phrase.split('0')[0]!}`)

const listed = (page: Page, say: Words) =>
  page
    .getByRole('region', { name: say('home.list'), exact: true })
    .getByRole('heading', { level: 3 })
    .first()
    .waitFor()

const markers = (page: Page) => page.locator('.maplibregl-marker button')

async function openList({ page, say }: Visit) {
  await page.goto('/')
  await listed(page, say)
}

async function openMap({ page }: Visit, query = '') {
  await page.goto(`/?view=map${query}`)
  await markers(page).first().waitFor()
}

async function openFan(visit: Visit, { lng, lat }: { lng: number; lat: number }) {
  await openMap(visit, `&at=${lng},${lat},15`)
  await visit.page.getByRole('button', { expanded: false }).and(markers(visit.page)).first().click()
}

export const HOME_STOPS: Stop[] = [
  { name: 'home-list', go: openList },
  {
    name: 'home-filtered',
    go: async ({ page, say }) => {
      await page.goto(`/?near=${CITY}&radiusM=10000&kind=lost&species=dog,cat&days=30`)
      await listed(page, say)
    },
  },
  {
    name: 'home-empty',
    go: async ({ page, say }) => {
      await page.goto('/?q=thereisnosuchpet')
      await page
        .getByRole('heading', { name: say('list.empty.words', { words: 'thereisnosuchpet' }) })
        .waitFor()
    },
  },
  {
    name: 'home-filters',
    screenOnly: true,
    go: async (visit) => {
      const { page, say } = visit
      await openList(visit)
      await page.getByRole('button', { name: beginningWith(say('filter.more')) }).click()
      await page.getByRole('dialog', { name: say('filter.title') }).waitFor()
    },
  },
  {
    name: 'home-settings',
    screenOnly: true,
    go: async (visit) => {
      await openList(visit)
      await visit.page.getByLabel(visit.say('nav.settings'), { exact: true }).click()
    },
  },
  { name: 'home-map-city', screenOnly: true, go: (visit) => openMap(visit) },
  { name: 'home-map-near', screenOnly: true, go: (visit) => openMap(visit, `&at=${SUBURB},12.6`) },
  { name: 'home-map-fan', screenOnly: true, go: (visit) => openFan(visit, visit.cast.few) },
  { name: 'home-map-crowd', screenOnly: true, go: (visit) => openFan(visit, visit.cast.crowd) },
  {
    name: 'home-map-selected',
    screenOnly: true,
    go: async (visit) => {
      const { lost, spot } = visit.cast
      await openMap(visit, `&at=${spot.lng},${spot.lat},14&sel=${lost.id}`)
      await visit.page.getByRole('button', { pressed: true }).and(markers(visit.page)).waitFor()
    },
  },
  {
    name: 'home-map-focus',
    screenOnly: true,
    go: async (visit) => {
      const { lost, spot } = visit.cast
      await openMap(visit, `&at=${spot.lng},${spot.lat},14`)
      // A key first: only then does a browser show where the focus is.
      await visit.page.keyboard.press('Tab')
      await visit.page.locator(`.maplibregl-marker [aria-label*="${lost.report.properties.name}"]`).focus()
    },
  },
  {
    name: 'home-map-drawing',
    screenOnly: true,
    go: async (visit) => {
      const { page, say } = visit
      await openMap(visit)
      await page.getByRole('button', { name: say('map.area'), exact: true }).click()
      await page.getByText(say('map.area.hint')).last().waitFor()
    },
  },
  {
    name: 'home-map-near-refused',
    screenOnly: true,
    go: async (visit) => {
      const { page, say } = visit
      await page.context().clearPermissions()
      await openMap(visit)
      await page.getByRole('button', { name: say('map.nearMe'), exact: true }).click()
      await page.getByText(say('map.nearMe.refused')).last().waitFor()
    },
  },
  {
    name: 'home-offline',
    expected: [/ERR_INTERNET_DISCONNECTED/],
    go: async (visit) => {
      await openList(visit)
      // A map that is cut off while it comes waits for the line, and so would the picture.
      await settle(visit.page, visit.say)
      await visit.page.context().setOffline(true)
      await visit.page.getByText(visit.say('app.offline')).waitFor()
    },
  },
  {
    name: 'home-away',
    expected: [/ERR_/],
    go: async (visit) => {
      const { page, say } = visit
      await openList(visit)
      await page.route('**/api/reports?*', (route) => route.abort('connectionrefused'))
      await page.getByRole('button', { name: say('kinds.lost'), exact: true }).click()
      await page.getByText(say('error.offline')).waitFor()
    },
  },
]
