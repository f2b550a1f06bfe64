import type { Cast } from '../cast.ts'
import { expire } from '../expire.ts'
import type { Stop, Visit } from '../stop.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

const open =
  (whose: (cast: Cast) => { id: string }) =>
  async ({ page, say, cast }: Visit) => {
    await page.goto(`/reports/${whose(cast).id}`)
    await page.getByRole('heading', { name: say('report.facts') }).waitFor()
  }

export const openLost = open((cast) => cast.lost)

export const REPORT_STOPS: Stop[] = [
  {
    name: 'report-lost',
    go: async (visit) => {
      await openLost(visit)
      await visit.page.getByRole('heading', { name: visit.say('matches.title') }).waitFor()
    },
  },
  {
    name: 'report-on-the-way',
    go: async (visit) => {
      const { page, say } = visit
      await openLost(visit)
      await page
        .getByRole('button', { name: say('way.setOut') })
        .first()
        .click()
      await page.getByText(say('way.going')).waitFor()
    },
  },
  {
    name: 'report-expired',
    go: async (visit) => {
      const { page, say, cast } = visit
      await expire(page, cast.lost.id)
      await openLost(visit)
      await page.getByText(say('report.expired')).waitFor()
    },
  },
  { name: 'report-found', go: open((cast) => cast.found) },
  { name: 'report-sighting', go: open((cast) => cast.sighting) },
  { name: 'report-deceased', go: open((cast) => cast.deceased) },
  { name: 'report-reunited', go: open((cast) => cast.reunited) },
  { name: 'report-long-name', go: open((cast) => cast.longName) },
  {
    name: 'report-photo',
    screenOnly: true,
    go: async (visit) => {
      await openLost(visit)
      await visit.page.getByRole('button', { name: visit.say('report.openPhoto', { n: 1 }) }).click()
    },
  },
  {
    name: 'report-message-wrong',
    go: async (visit) => {
      const { page, say } = visit
      await openLost(visit)
      await page.getByRole('button', { name: say('message.send'), exact: true }).click()
      await page.getByText(say('message.wrong.text')).waitFor()
    },
  },
  {
    name: 'report-gone',
    expected: [/status of 404/],
    go: async ({ page, say }) => {
      await page.goto(`/reports/${NOBODY}`)
      await page.getByText(say('error.gone')).waitFor()
    },
  },
]
