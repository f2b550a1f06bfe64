import type { Posted } from '../../e2e/people.ts'
import { expire } from '../expire.ts'
import type { Stop, Visit } from '../stop.ts'

async function openAs({ page, say }: Visit, { id, token }: Posted) {
  await page.goto(`/reports/${id}/manage#${token}`)
  await page.getByRole('heading', { name: say('manage.matches') }).waitFor()
}

async function openLost(visit: Visit) {
  await openAs(visit, visit.cast.lost)
  const { page, say } = visit
  await page
    .getByRole('button', { name: say('judge.same') })
    .first()
    .waitFor()
  await page.getByRole('heading', { name: say('plan.where') }).scrollIntoViewIfNeeded()
  await page.getByText(say('plan.rings.50')).waitFor()
}

export const MANAGE_STOPS: Stop[] = [
  { name: 'manage-lost', go: openLost },
  { name: 'manage-found', go: (visit) => openAs(visit, visit.cast.found) },
  {
    name: 'manage-compare',
    go: async (visit) => {
      await openLost(visit)
      await visit.page.getByText(visit.say('judge.map'), { exact: true }).first().click()
      await visit.page
        .getByText(new RegExp(`^${visit.say('matches.why')} · `))
        .first()
        .click()
    },
  },
  {
    name: 'manage-edit',
    go: async (visit) => {
      await openLost(visit)
      await visit.page.getByText(visit.say('edit.open'), { exact: true }).click()
    },
  },
  {
    name: 'manage-photos',
    go: async (visit) => {
      const { page, say } = visit
      await openLost(visit)
      await page.getByText(say('edit.open'), { exact: true }).click()
      const photos = page.getByRole('group', { name: say('edit.photos') })
      await photos.getByLabel(say('edit.photo.add')).setInputFiles({
        name: 'list.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('-'),
      })
      await photos.getByRole('button', { name: say('edit.photo.remove', { n: 1 }) }).click()
      await photos.getByText(say('edit.photo.sure', { n: 1 })).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'manage-close',
    go: async (visit) => {
      const { page, say } = visit
      await openLost(visit)
      await page.getByText(say('close.other'), { exact: true }).click()
      await page.getByRole('button', { name: say('resolution.found_by_owner') }).click()
      await page.getByRole('button', { name: say('close.yes') }).waitFor()
      await page.getByRole('button', { name: say('delete.ask') }).click()
    },
  },
  {
    name: 'manage-home-again',
    go: async ({ page, say, cast: { reunited } }) => {
      await page.goto(`/reports/${reunited.id}/manage#${reunited.token}`)
      await page.getByRole('button', { name: say('delete.ask') }).waitFor()
    },
  },
  {
    name: 'manage-expired',
    go: async (visit) => {
      const { page, say, cast } = visit
      await expire(page, cast.lost.id)
      await openAs(visit, cast.lost)
      await page.getByText(say('manage.expired')).waitFor()
    },
  },
  {
    name: 'manage-wrong-key',
    expected: [/status of 40[14]/],
    go: async ({ page, say, cast }) => {
      await page.goto(`/reports/${cast.lost.id}/manage#not-the-key`)
      await page.getByText(say('error.notYours')).waitFor()
    },
  },
  {
    name: 'manage-no-key',
    go: async ({ page, say, cast }) => {
      await page.goto(`/reports/${cast.lost.id}/manage`)
      await page.getByText(say('manage.noToken')).waitFor()
    },
  },
]
