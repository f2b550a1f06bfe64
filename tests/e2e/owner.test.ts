import sharp from 'sharp'
import { describe, expect, inject, test } from 'vitest'
import { LANGUAGES } from '../../api/domain/vocabulary.ts'
import { useBrowser } from './browser.ts'
import { jpeg, openWizard } from './wizard.ts'
import { wordsOf } from './words.ts'
import { attachPhoto, eastOf, hoursAgo, post, readReport, spotsOnRow, takePhoto } from './world.ts'

const visit = useBrowser()
const nextSpot = spotsOnRow(0)

const TEXT = {
  ru: 'Белая грудка, пугливый кобель, на шее красный ошейник.',
  en: 'A timid male with a white chest and a red collar.',
}

describe.each(LANGUAGES)('an owner, in %s', (language) => {
  const say = wordsOf(language)

  test('posts a lost dog with a photo that knows place and time, and sees a possible match at once', async () => {
    const spot = nextSpot()
    const look = { species: 'dog', colours: ['red', 'white'], seed: `owner ${language}` } as const
    const found = await post({
      kind: 'found',
      colours: ['red', 'white'],
      sex: 'male',
      location: eastOf(spot, 700),
      occurredAt: hoursAgo(1),
    })
    await attachPhoto(found, await takePhoto(look, 'found'))

    const { page } = await visit({ language })
    const wizard = openWizard(page, say)
    await page.goto('/')
    await page.getByRole('link', { name: say('home.lost') }).click()
    await wizard.at('photo')
    const taken = { at: spot, when: new Date(hoursAgo(3)) }
    await wizard.addPhotos(jpeg(await takePhoto(look, 'lost', taken)))
    await wizard.photo(1).waitFor()
    await wizard.press(say('offer.both'))
    await page.getByText(say('offer.used')).waitFor()
    await wizard.next()

    await wizard.at('pet')
    await wizard.describePet('dog', 'red')
    await page.getByLabel(say('pet.name')).fill('Рыжик')
    await page.getByLabel(say('pet.description')).fill(TEXT[language])
    await page.getByText(say('pet.understood')).waitFor()
    await wizard.press(say('colour.white', { gender: 'm' }))
    await wizard.press(`${say('trait.sex')}: ${say('sex.male')}`)
    await wizard.next()

    await wizard.at('place')
    await page.getByText(say('place.chosen', { place: '' }).trim()).waitFor()
    // The photo's own place is mostly a home: it is shown exactly only by the owner's own touch.
    await page.getByText(say('privacy.photo')).waitFor()
    const exactly = page.getByRole('radio', { name: new RegExp(`^${say('privacy.exact')}`) })
    expect(await exactly.isChecked()).toBe(false)
    await exactly.check()
    await page.getByText(say('privacy.photo')).waitFor({ state: 'detached' })
    await wizard.next()

    await wizard.at('contact')
    await page.getByRole('heading', { name: say('maybe.title') }).waitFor()
    await page.getByLabel(say('contact.email')).fill(`owner-${language}@example.org`)
    await wizard.next()

    await wizard.at('review')
    const shown = page.getByRole('region', { name: say('review.title') })
    const words = await shown.textContent()
    expect(words).toContain('Рыжик')
    expect(words).toContain(TEXT[language])
    expect(words).toContain(say('report.place.exact'))
    expect(words).toContain(say('sex.male'))
    expect(words).not.toContain('@example.org')
    await expect.poll(() => shown.getByRole('img', { name: say('photo.alt', { n: 1 }) }).count()).toBe(1)
    await page.getByText(say('review.hidden')).waitFor()

    await wizard.publish()
    const id = await wizard.published()
    const matches = page.getByRole('region', { name: say('manage.matches') })
    await matches.getByRole('button', { name: say('judge.same') }).waitFor()

    const report = await readReport(id)
    expect(report.properties.colours.toSorted()).toEqual(['red', 'white'])
    const [lng, lat] = report.geometry.coordinates
    expect([lng, lat].map((value) => value?.toFixed(4))).toEqual([spot.lng.toFixed(4), spot.lat.toFixed(4)])
    const stored = await fetch(`${inject('baseUrl')}${report.properties.photos[0]!.urls.full}`)
    const { exif, xmp, iptc } = await sharp(await stored.arrayBuffer()).metadata()
    expect({ exif, xmp, iptc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined })
  })
})
