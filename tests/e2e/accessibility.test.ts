import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Colour, LANGUAGES } from '../../api/domain/vocabulary.ts'
import { askAxe } from './axe.ts'
import { DESKTOP, eventually, useBrowser, type VisitOptions } from './browser.ts'
import { jpeg, openWizard } from './wizard.ts'
import { wordsOf } from './words.ts'
import {
  attachPhoto,
  eastOf,
  hoursAgo,
  mailTo,
  type Posted,
  post,
  replyLinkIn,
  type Spot,
  spotsOnRow,
  takePhoto,
  writeToAuthor,
} from './world.ts'

const visit = useBrowser()
const nextSpot = spotsOnRow(8)
/** What axe-core holds against the page as it stands, by day and by night. */
async function findViolations(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const violation of await askAxe(page)) found.push(`${colorScheme}, ${violation}`)
  }
  return found
}

describe.each(LANGUAGES)('axe-core finds nothing, by day and by night, in %s', (language) => {
  const say = wordsOf(language)
  let spot: Spot
  let lost: Posted

  beforeAll(async () => {
    spot = nextSpot()
    const colours: Colour[] = ['black', 'white']
    lost = await post({
      ...{ name: 'Альма', colours, sex: 'female', location: spot, language },
      description: 'Пугливая. Timid.',
      contact: { email: `axe-${language}@example.org`, phone: '+79000000000' },
    })
    const look = { species: 'dog', colours } as const
    await attachPhoto(lost, await takePhoto(look, 'axe 1'))
    await attachPhoto(lost, await takePhoto(look, 'axe 2'))
    const found = { kind: 'found', colours, occurredAt: hoursAgo(2) } as const
    await post({ ...found, location: eastOf(spot, 400) })
    for (const hours of [9, 4]) {
      const sighting = { kind: 'sighting', aboutReportId: lost.id, occurredAt: hoursAgo(hours) } as const
      await post({ ...sighting, location: eastOf(spot, hours * 90) })
    }
    await writeToAuthor(lost.id, 'Видели её', 'someone@example.org')
  })

  const come = (options: VisitOptions = {}) => visit({ ...options, language })

  test('on the list, the filters and the map', async () => {
    const { page } = await come()
    await page.goto(`/?near=${spot.lng},${spot.lat}&radiusM=5000`)
    const list = page.getByRole('region', { name: say('home.list'), exact: true })
    await eventually(() => list.getByRole('heading', { level: 3 }).count()).toBe(4)
    expect(await findViolations(page)).toEqual([])
    await page.getByLabel(say('nav.settings'), { exact: true }).click()
    expect(await findViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: new RegExp(`^${say('filter.more')}`) }).click()
    await page.getByRole('dialog', { name: say('filter.title') }).waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.goto(`/?near=${spot.lng},${spot.lat}&at=${spot.lng},${spot.lat},13&view=map&sel=${lost.id}`)
    await page.getByRole('button', { name: /Альма/, pressed: true }).waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.goto('/?q=thereisnosuchpet')
    await page
      .getByRole('heading', { name: say('list.empty.words', { words: 'thereisnosuchpet' }) })
      .waitFor()
    expect(await findViolations(page)).toEqual([])
  })

  test('with the map beside the list on a desktop, and a cluster', async () => {
    const { page } = await come({ size: DESKTOP })
    await page.goto(`/?near=${spot.lng},${spot.lat}&radiusM=5000&at=${spot.lng},${spot.lat},8`)
    await page
      .getByRole('button', { name: new RegExp(say('map.cluster', { n: 4, kinds: '' }).split(':')[0]!) })
      .waitFor()
    expect(await findViolations(page)).toEqual([])
  })

  test('on each step of posting, with and without faults', async () => {
    const { page } = await come({
      context: {
        permissions: ['geolocation'],
        geolocation: { longitude: spot.lng, latitude: spot.lat, accuracy: 20 },
      },
    })
    const wizard = openWizard(page, say)
    await page.goto('/post/found')
    await page.getByRole('button', { name: say('kindChoice.found') }).waitFor()
    expect(await findViolations(page)).toEqual([])

    await page.goto('/post/lost')
    await wizard.at('photo')
    await wizard.addPhotos(
      jpeg(await takePhoto({ species: 'dog' }, 'axe', { at: spot, when: new Date(hoursAgo(2)) })),
      { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
    )
    await wizard.photo(1).waitFor()
    await page.getByText(say('photo.wrong.notImage', { name: 'letter.pdf' })).waitFor()
    expect(await findViolations(page)).toEqual([])
    await wizard.next()
    await wizard.next()
    await page.getByText(say('wrong.species.missing')).waitFor()
    await page.getByText(say('pet.more'), { exact: true }).click()
    expect(await findViolations(page)).toEqual([])
    await wizard.describePet('dog', 'black', 'white')
    await page.getByLabel(say('pet.description')).fill('рыжий кобель, red male')
    await page.getByText(say('pet.understood')).waitFor()
    await wizard.press(say('marks.add'))
    expect(await findViolations(page)).toEqual([])
    await wizard.next()
    await wizard.at('place')
    await wizard.next()
    await page.getByText(say('wrong.location.missing')).waitFor()
    expect(await findViolations(page)).toEqual([])
    await wizard.takePosition()
    await wizard.justNow()
    await page.getByRole('button', { name: say('map.pick.pin') }).waitFor()
    expect(await findViolations(page)).toEqual([])
    await wizard.next()
    await page.getByRole('heading', { name: say('maybe.title') }).waitFor()
    await page.getByLabel(say('contact.email')).fill('no address')
    await wizard.next()
    await page.getByText(say('wrong.email.invalid')).waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.getByLabel(say('contact.email')).fill('')
    await wizard.next()
    await wizard.at('review')
    expect(await findViolations(page)).toEqual([])
  })

  test('on a report, its author’s page, the poster and the conversation', async () => {
    const { page } = await come()
    await page.goto(`/reports/${lost.id}`)
    await page.getByRole('heading', { name: say('matches.title') }).waitFor()
    await page.getByRole('heading', { name: say('report.map') }).scrollIntoViewIfNeeded()
    await page.getByText(say('map.track.direction')).waitFor()
    await page.getByRole('button', { name: say('message.send'), exact: true }).click()
    await page.getByText(say('message.wrong.text')).waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: say('report.openPhoto', { n: 1 }) }).click()
    expect(await findViolations(page)).toEqual([])

    await page.goto(`/reports/${lost.id}/manage#${lost.token}`)
    const matches = page.getByRole('region', { name: say('manage.matches') })
    await matches
      .getByRole('button', { name: say('judge.same') })
      .first()
      .waitFor()
    await page.getByRole('heading', { name: say('plan.where') }).scrollIntoViewIfNeeded()
    await page.getByText(say('plan.rings.50')).waitFor()
    await page.getByText('Видели её').waitFor()
    await page.getByRole('button', { name: say('delete.ask') }).click()
    expect(await findViolations(page)).toEqual([])

    await page.goto(`/reports/${lost.id}/poster`)
    await page.getByRole('img', { name: /Альма/ }).locator('svg').waitFor()
    expect(await findViolations(page)).toEqual([])

    await page.goto(`/reports/${lost.id}/keep#${lost.token}`)
    await page.getByRole('heading', { level: 1, name: say('keep.title') }).waitFor()
    expect(await findViolations(page)).toEqual([])

    const letter = await mailTo(`axe-${language}@example.org`, 'Видели её')
    await page.goto(replyLinkIn(letter))
    await page.getByText('Видели её').waitFor()
    expect(await findViolations(page)).toEqual([])
  })

  test('on the pages of text, what is mine, what is not there, and the low-vision version', async () => {
    const { page } = await come({ expected: [/status of 404/] })
    for (const [path, title] of [
      ['/about', say('about.title')],
      ['/privacy', say('privacy.page.title')],
      ['/mine', say('mine.title')],
      ['/no/such/page', say('notFound.title')],
    ] as const) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      expect(await findViolations(page)).toEqual([])
    }
    await page.goto('/reports/00000000-0000-4000-8000-000000000000')
    await page.getByText(say('error.gone')).waitFor()
    expect(await findViolations(page)).toEqual([])

    await page.evaluate(() => localStorage.setItem('lowVision', 'on'))
    for (const path of [`/?near=${spot.lng},${spot.lat}`, `/reports/${lost.id}`, '/post/lost?step=pet']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await findViolations(page)).toEqual([])
    }
  })
})
