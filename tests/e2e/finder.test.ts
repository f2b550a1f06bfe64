import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../api/domain/vocabulary.ts'
import { eventually, useBrowser } from './browser.ts'
import { openWizard } from './wizard.ts'
import { wordsOf } from './words.ts'
import {
  attachPhoto,
  eastOf,
  hoursAgo,
  mailTo,
  post,
  replyLinkIn,
  reportsAround,
  spotsOnRow,
  takePhoto,
} from './world.ts'

const visit = useBrowser()
const nextSpot = spotsOnRow(3)

const deviceAt = ({ lng, lat }: { lng: number; lat: number }) => ({
  permissions: ['geolocation'],
  geolocation: { longitude: lng, latitude: lat, accuracy: 15 },
})

describe.each(LANGUAGES)('a finder, in %s', (language) => {
  const say = wordsOf(language)

  test('sees the possible owner before posting, and writes instead of posting', async () => {
    const spot = nextSpot()
    const owner = `owner-of-${language}@example.org`
    const finder = `finder-${language}@example.org`
    const lost = await post({
      ...{ species: 'cat', name: 'Мурка', colours: ['black'], language, location: eastOf(spot, 600) },
      contact: { email: owner },
    })
    await attachPhoto(lost, await takePhoto({ species: 'cat', colours: ['black'] }, `finder ${language}`))

    const { page, context } = await visit({ language, context: deviceAt(spot) })
    const wizard = openWizard(page, say)
    await page.goto('/')
    await page.getByRole('link', { name: say('home.found') }).click()
    await page.getByRole('button', { name: say('kindChoice.found') }).click()
    await wizard.at('photo')
    await wizard.press(say('photo.none'))
    await wizard.describePet('cat', 'black')
    await wizard.next()
    await wizard.at('place')
    await wizard.hereAndNow()
    await page.getByRole('heading', { name: say('maybe.title') }).waitFor()
    await page.getByText('Мурка').waitFor()

    const opened = context.waitForEvent('page')
    await page.getByRole('link', { name: say('maybe.open') }).click()
    const report = await opened
    await report.getByLabel(say('message.text')).fill('Она у меня дома. She is safe with me.')
    await report.getByLabel(say('message.email')).fill(finder)
    await report.getByRole('button', { name: say('message.send'), exact: true }).click()
    await report.getByText(say('message.sent', { email: finder })).waitFor()

    const mail = await mailTo(owner, 'She is safe with me.')
    expect(mail).not.toContain(finder)
    expect((await reportsAround(spot)).map(({ id }) => id)).toEqual([lost.id])
  })

  test('answers by the link in the letter, and the owner reads it by theirs', async () => {
    const owner = `letters-${language}@example.org`
    const finder = `writer-${language}@example.org`
    const lost = await post({ language, location: nextSpot(), contact: { email: owner } })
    const { page } = await visit({ language })
    await page.goto(`/reports/${lost.id}`)
    await page.getByLabel(say('message.text')).fill('Это ваша собака? Is this your dog?')
    await page.getByLabel(say('message.email')).fill(finder)
    await page.getByRole('button', { name: say('message.send'), exact: true }).click()

    await page.goto(replyLinkIn(await mailTo(owner, 'Is this your dog?')))
    await page.getByRole('heading', { level: 1, name: say('reply.title') }).waitFor()
    await page.getByText('Is this your dog?').waitFor()
    await page.getByLabel(say('inbox.answer')).fill('Да, это она! Yes!')
    await page.getByRole('button', { name: say('inbox.send') }).click()
    await page.getByRole('listitem').filter({ hasText: 'Yes!' }).waitFor()
    expect(await page.content()).not.toContain(finder)

    const other = await visit({ language })
    await other.page.goto(replyLinkIn(await mailTo(finder, 'Yes!')))
    await other.page.getByRole('listitem').filter({ hasText: 'Yes!' }).waitFor()
    expect(await other.page.content()).not.toContain(owner)
  })
})

describe('a passer-by who saw a lost pet', () => {
  const say = wordsOf('ru')

  test('reports the sighting by the name of the place, and the lost report shows the track', async () => {
    const murmansk = { lng: 33.09, lat: 68.97 }
    const lost = await post({ name: 'Полкан', location: murmansk, occurredAt: hoursAgo(30) })
    await post({
      ...{ kind: 'sighting', aboutReportId: lost.id, occurredAt: hoursAgo(10) },
      location: eastOf(murmansk, 900),
    })
    const { page } = await visit({ language: 'ru' })
    const wizard = openWizard(page, say)
    await page.goto(`/reports/${lost.id}`)
    await page.getByRole('link', { name: say('report.saw') }).click()
    await wizard.at('place')
    await page.getByRole('combobox', { name: say('place.search') }).fill('Мурманск')
    await page.getByRole('option', { name: 'Мурманск' }).first().click()
    await page.getByText(say('place.chosen', { place: 'Мурманск' })).waitFor()
    await wizard.justNow()
    await wizard.next()
    await wizard.leaveNoContact()
    await wizard.publish()
    await wizard.published()

    await page.goto(`/reports/${lost.id}`)
    const sightings = page.getByRole('region', { name: say('sightings.title') })
    await eventually(() => sightings.getByRole('listitem').count()).toBe(2)
    await page.getByText(say('map.track.direction')).waitFor()
  })

  test('reports the sighting on the map', async () => {
    const en = wordsOf('en')
    const moscow = { lng: 37.62, lat: 55.75 }
    const lost = await post({ name: 'Rex', location: moscow, occurredAt: hoursAgo(5) })
    const { page } = await visit({ language: 'en' })
    const wizard = openWizard(page, en)
    await page.goto(`/reports/${lost.id}`)
    await page.getByRole('link', { name: en('report.saw') }).click()
    await wizard.at('place')
    await page.getByText(en('map.pick.empty')).waitFor()
    await page.getByRole('region', { name: en('map.pick.label') }).click({ position: { x: 150, y: 90 } })
    await page.getByRole('button', { name: en('map.pick.pin') }).waitFor()
    await page.getByText(en('map.pick.approximate')).waitFor()
    await wizard.justNow()
    await wizard.next()
    await wizard.leaveNoContact()
    await wizard.publish()
    await wizard.published()
    await page.goBack()
    await page.waitForURL(`**/reports/${lost.id}`)
    const sightings = page.getByRole('region', { name: en('sightings.title') })
    await eventually(() => sightings.getByRole('listitem').count()).toBe(1)
  })
})
