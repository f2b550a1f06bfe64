import type { Words } from '../../e2e/words.ts'
import type { Stop, Visit } from '../stop.ts'

const open =
  (path: string, title: Parameters<Words>[0]) =>
  async ({ page, say }: Visit) => {
    await page.goto(path)
    await page.getByRole('heading', { level: 1, name: say(title) }).waitFor()
  }

export const openAbout = open('/about', 'about.title')
const openMine = open('/mine', 'mine.title')

export const INFO_STOPS: Stop[] = [
  { name: 'about', go: openAbout },
  { name: 'privacy', go: open('/privacy', 'privacy.page.title') },
  { name: 'not-found', expected: [/status of 404/], go: open('/no/such/page', 'notFound.title') },
  { name: 'mine-none', go: openMine },
  {
    name: 'mine-some',
    go: async (visit) => {
      const { page, say, cast } = visit
      for (const { id, token } of [cast.longName, cast.found, cast.lost]) {
        await page.goto(`/reports/${id}/manage#${token}`)
        await page.getByRole('heading', { name: say('manage.matches') }).waitFor()
      }
      await page.goto('/post/lost?step=pet')
      await page.getByLabel(say('pet.name')).fill('—')
      await openMine(visit)
      await page.getByRole('heading', { name: say('mine.drafts') }).waitFor()
    },
  },
  {
    name: 'reply',
    go: async ({ page, say, cast }) => {
      await page.goto(cast.replyLink)
      await page.getByLabel(say('inbox.answer')).waitFor()
    },
  },
  {
    name: 'reply-no-key',
    go: async ({ page, say }) => {
      await page.goto('/reply')
      await page.getByText(say('reply.noToken')).waitFor()
    },
  },
  {
    name: 'keep',
    go: async ({ page, say, cast }) => {
      await page.goto(`/reports/${cast.lost.id}/keep#${cast.lost.token}`)
      await page.getByRole('heading', { level: 1, name: say('keep.title') }).waitFor()
    },
  },
  {
    name: 'keep-no-key',
    go: async ({ page, say, cast }) => {
      await page.goto(`/reports/${cast.lost.id}/keep`)
      await page.getByRole('heading', { level: 1, name: say('keep.stale') }).waitFor()
    },
  },
]
