import type { Cast } from '../cast.ts'
import type { Stop, Visit } from '../stop.ts'

async function open({ page, say }: Visit, { id }: { id: string }, tearOff = false) {
  await page.goto(`/reports/${id}/poster`)
  if (tearOff) await page.getByRole('radio', { name: say('poster.layout.tear-off') }).check()
  await page.locator('[role=img] svg').waitFor()
}

/** The author's own device has the key, and so may print the phone number. */
async function openWithPhone(visit: Visit, { lost }: Cast, tearOff: boolean) {
  const { page, say } = visit
  await page.goto(`/reports/${lost.id}/manage#${lost.token}`)
  await page.getByRole('heading', { name: say('manage.matches') }).waitFor()
  await open(visit, lost, tearOff)
  await page.getByRole('checkbox', { name: say('poster.phone') }).check()
  await page.locator('[role=img] svg').waitFor()
}

export const POSTER_STOPS: Stop[] = [
  { name: 'poster-full', go: (visit) => open(visit, visit.cast.lost) },
  { name: 'poster-strips', go: (visit) => open(visit, visit.cast.lost, true) },
  { name: 'poster-phone-full', go: (visit) => openWithPhone(visit, visit.cast, false) },
  { name: 'poster-phone-strips', go: (visit) => openWithPhone(visit, visit.cast, true) },
  { name: 'poster-long-name-full', go: (visit) => open(visit, visit.cast.longName) },
  { name: 'poster-long-name-strips', go: (visit) => open(visit, visit.cast.longName, true) },
]
