import { describe, expect, inject, test } from 'vitest'
import { LANGUAGES } from '../../api/domain/vocabulary.ts'
import { DESKTOP, useBrowser } from './browser.ts'
import { jpeg, openWizard } from './wizard.ts'
import { wordsOf } from './words.ts'
import { hoursAgo, post, readReport, reportsAround, type Spot, spotsOnRow, takePhoto } from './world.ts'

const visit = useBrowser()
const nextSpot = spotsOnRow(6)

const deviceAt = ({ lng, lat }: Spot) => ({
  permissions: ['geolocation'],
  geolocation: { longitude: lng, latitude: lat, accuracy: 20 },
})

/** The browser's own note of an answer that the journey is about. */
const answered = (status: number) => new RegExp(`status of ${status}`)

/** ISO base media with the brand of HEIC and nothing that Chromium can draw. */
const HEIC = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0heicmif1', 'latin1'),
  Buffer.alloc(400, 7),
])

describe.each(LANGUAGES)('photos that are no good, in %s', (language) => {
  const say = wordsOf(language)

  test('are refused in words that name the file, and the good one stays', async () => {
    const { page } = await visit({ language })
    const wizard = openWizard(page, say)
    await page.goto('/post/lost')
    await wizard.at('photo')
    const good = await takePhoto({ species: 'dog' }, 'good')
    await wizard.addPhotos(
      jpeg(good, 'good.jpg'),
      jpeg(good.subarray(0, 300), 'broken.jpg'),
      { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
      { name: 'phone.heic', mimeType: 'image/heic', buffer: HEIC },
      { name: 'huge.heic', mimeType: 'image/heic', buffer: Buffer.concat([HEIC, Buffer.alloc(16_000_000)]) },
    )
    await page.getByText(say('photo.wrong.broken', { name: 'broken.jpg' })).waitFor()
    await page.getByText(say('photo.wrong.notImage', { name: 'letter.pdf' })).waitFor()
    await page.getByText(say('photo.wrong.tooLarge', { name: 'huge.heic' })).waitFor()
    await page.getByText(say('photo.noPreview')).waitFor()
    await wizard.photo(1).waitFor()
    await page.getByText(say('photo.count', { n: 2, of: 6 })).waitFor()
  })
})

test('a photo of 40 megapixels is made smaller on the device and published', async () => {
  const say = wordsOf('ru')
  const spot = nextSpot()
  const { page } = await visit({ language: 'ru', context: deviceAt(spot) })
  const wizard = openWizard(page, say)
  const { default: sharp } = await import('sharp')
  const large = await sharp(await takePhoto({ species: 'dog' }, 'large'))
    .resize(7300, 5475)
    .jpeg({ quality: 60 })
    .toBuffer()
  await page.goto('/post/lost')
  await wizard.addPhotos(jpeg(large))
  await wizard.photo(1).waitFor()
  await wizard.next()
  await wizard.describePet('dog')
  await wizard.next()
  await wizard.hereAndNow()
  await wizard.leaveNoContact()
  await wizard.publish()
  const { properties } = await readReport(await wizard.published())
  expect(properties.photos.map(({ width, height }) => [width, height])).toEqual([[1600, 1200]])
})

test('a HEIC that the server cannot read either does not hold up the report', async () => {
  const say = wordsOf('en')
  const spot = nextSpot()
  const { page } = await visit({ language: 'en', context: deviceAt(spot), expected: [/status of 4\d\d/] })
  const wizard = openWizard(page, say)
  await page.goto('/post/lost')
  await wizard.addPhotos({ name: 'phone.heic', mimeType: 'image/heic', buffer: HEIC })
  await page.getByText(say('photo.noPreview')).waitFor()
  await wizard.next()
  await wizard.describePet('cat')
  await wizard.next()
  await wizard.hereAndNow()
  await wizard.leaveNoContact()
  await wizard.publish()
  await wizard.published()
  await page.getByText(say('manage.posted.photos', { n: 1 })).waitFor()
})

test('without permission for the position there are words and two other ways', async () => {
  const say = wordsOf('ru')
  const { page } = await visit({ language: 'ru' })
  const wizard = openWizard(page, say)
  await page.goto('/post/lost?step=place')
  await wizard.press(say('place.here'))
  await page.getByText(say('filter.place.refused')).waitFor()
  await page.getByRole('combobox', { name: say('place.search') }).fill('Тверь')
  await page.getByRole('option', { name: 'Тверь' }).first().click()
  await page.getByText(say('place.chosen', { place: 'Тверь' })).waitFor()
})

describe.each(LANGUAGES)('links that do not open, in %s', (language) => {
  const say = wordsOf(language)

  test('a wrong key says so and gives nothing away', async () => {
    const contact = { email: `hidden-${language}@example.org` }
    const lost = await post({ location: nextSpot(), contact })
    const { page } = await visit({ language, expected: [answered(401), answered(404)] })
    await page.goto(`/reports/${lost.id}/manage#not-the-key`)
    await page.getByRole('alert').waitFor()
    await page.getByRole('link', { name: say('action.home') }).waitFor()
    expect(await page.content()).not.toContain(contact.email)

    await page.goto(`/reports/${lost.id}/manage`)
    await page.getByText(say('manage.noToken')).waitFor()
  })

  test('a deleted report says that it is gone, and leads on', async () => {
    const lost = await post({ location: nextSpot() })
    await fetch(`${inject('baseUrl')}/api/reports/${lost.id}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${lost.token}` },
    })
    const { page } = await visit({ language, expected: [answered(404)] })
    await page.goto(`/reports/${lost.id}`)
    await page.getByText(say('error.gone')).waitFor()
    await page.getByRole('link', { name: say('action.home') }).click()
    await page.getByRole('heading', { level: 1, name: say('home.title') }).waitFor()
  })

  test('a reply link cut short says to copy it whole', async () => {
    const { page } = await visit({ language, expected: [answered(401), answered(404)] })
    await page.goto('/reply')
    await page.getByText(say('reply.noToken')).waitFor()
    await page.goto('/reply#cut-sho')
    await page.reload()
    await page.getByRole('alert').waitFor()
    await page.getByRole('link', { name: say('action.home') }).waitFor()
  })

  test('a page that never was says so', async () => {
    const { page } = await visit({ language, expected: [answered(404)] })
    await page.goto('/no/such/page')
    await page.getByRole('heading', { level: 1, name: say('notFound.title') }).waitFor()
  })
})

describe('a server that is busy or away', () => {
  const say = wordsOf('ru')

  async function fillIn(spot: Spot, expected: RegExp[]) {
    const visitor = await visit({ language: 'ru', context: deviceAt(spot), expected })
    const wizard = openWizard(visitor.page, say)
    await visitor.page.goto('/post/lost')
    await wizard.press(say('photo.none'))
    await wizard.describePet('rabbit', 'white')
    await visitor.page.getByLabel(say('pet.name')).fill('Снежок')
    await wizard.next()
    await wizard.hereAndNow()
    await wizard.leaveNoContact()
    await wizard.at('review')
    return { ...visitor, wizard }
  }

  test('too many requests: says when to try again, and the second try posts once', async () => {
    const spot = nextSpot()
    const { page, wizard } = await fillIn(spot, [answered(429)])
    const busy = { type: '/problems/too-many-requests', title: 'Too many requests', status: 429 }
    await page.route(
      '**/api/reports',
      (route) =>
        route.fulfill({
          status: 429,
          contentType: 'application/problem+json',
          headers: { 'retry-after': '7' },
          body: JSON.stringify(busy),
        }),
      { times: 1 },
    )
    await wizard.publish()
    await page.getByText(say('error.busyFor', { n: 7 })).waitFor()
    await wizard.publish()
    await wizard.published()
    expect(await reportsAround(spot)).toHaveLength(1)
  })

  test('an answer that got lost on the way makes no second report', async () => {
    const spot = nextSpot()
    const { page, wizard } = await fillIn(spot, [/ERR_/])
    await page.route(
      '**/api/reports',
      async (route) => {
        await route.fetch()
        await route.abort('connectionreset')
      },
      { times: 1 },
    )
    await wizard.publish()
    await page.getByRole('heading', { name: say('send.waiting.title') }).waitFor()
    await wizard.press(say('send.now'))
    await wizard.published()
    expect(await reportsAround(spot)).toHaveLength(1)
  })

  test('the list says that the server is away, and comes when asked again', async () => {
    const { page } = await visit({ language: 'ru', expected: [answered(503), /ERR_/] })
    const list = '**/api/reports?*'
    await page.goto('/')
    await page.route(list, (route) => route.abort('connectionrefused'))
    await page.getByRole('button', { name: say('kinds.lost'), exact: true }).click()
    await page.getByText(say('error.offline')).waitFor()
    await page.unroute(list)
    await page.getByRole('button', { name: say('action.retry') }).click()
    await page.getByText(say('error.offline')).waitFor({ state: 'detached' })
  })

  test('a map that asked too often says so, and fills by itself', async () => {
    const spot = nextSpot()
    await post({ location: spot, name: 'Чижик' })
    const { page } = await visit({ language: 'ru', size: DESKTOP, expected: [answered(429)] })
    const tiles = /\/tiles\/\d/
    await page.route(tiles, (route) => route.fulfill({ status: 429, headers: { 'retry-after': '5' } }))
    await page.goto(`/?at=${spot.lng},${spot.lat},15`)
    await page.getByText(say('map.lacking')).waitFor()
    await page.unroute(tiles)
    await page.getByRole('button', { name: /Чижик/ }).waitFor()
    await page.getByText(say('map.lacking')).waitFor({ state: 'detached' })
  })

  test('a message that could not be sent stays in its field', async () => {
    const lost = await post({ location: nextSpot() })
    const { page } = await visit({ language: 'ru', expected: [answered(503)] })
    await page.goto(`/reports/${lost.id}`)
    await page.route('**/messages', (route) => route.fulfill({ status: 503 }), { times: 1 })
    await page.getByLabel(say('message.text')).fill('Видел у школы')
    await page.getByLabel(say('message.email')).fill('someone@example.org')
    await page.getByRole('button', { name: say('message.send'), exact: true }).click()
    await page.getByText(say('error.server')).waitFor()
    await page.reload()
    await page.getByLabel(say('message.text')).waitFor()
    expect(await page.getByLabel(say('message.text')).inputValue()).toBe('Видел у школы')
  })
})

test('a device that keeps nothing says so, publishes, and shows the key to copy', async () => {
  const say = wordsOf('ru')
  const { page } = await visit({ language: 'ru', context: deviceAt(nextSpot()) })
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get: refuse })
    Object.defineProperty(window, 'indexedDB', { get: refuse })
  })
  const wizard = openWizard(page, say)
  await page.goto('/post/lost')
  await page.getByText(say('post.notKept')).waitFor()
  await wizard.press(say('photo.none'))
  await wizard.describePet('ferret')
  await wizard.next()
  await wizard.hereAndNow()
  await wizard.leaveNoContact()
  await wizard.publish()
  const id = await wizard.published()
  const link = await page.getByRole('textbox', { name: say('manage.link.title') }).inputValue()
  expect(link).toContain(`/reports/${id}/manage#`)
})

test('an unknown language falls back to the device’s own', async () => {
  const { page } = await visit({ language: 'en' })
  await page.goto('/?lang=xx')
  await page.getByRole('heading', { level: 1, name: wordsOf('en')('home.title') }).waitFor()
  await page.goto('/?lang=ru')
  await page.getByRole('heading', { level: 1, name: wordsOf('ru')('home.title') }).waitFor()
})

test('a clock that runs a year ahead is named as the cause, and nothing typed is lost', async () => {
  const say = wordsOf('en')
  const { page } = await visit({ language: 'en', context: deviceAt(nextSpot()), expected: [answered(422)] })
  await page.clock.install({ time: Date.parse(hoursAgo(-24 * 365)) })
  const wizard = openWizard(page, say)
  await page.goto('/post/lost')
  await wizard.press(say('photo.none'))
  await wizard.describePet('bird')
  await page.getByLabel(say('pet.name')).fill('Kesha')
  await wizard.next()
  await wizard.hereAndNow()
  await wizard.leaveNoContact()
  await wizard.publish()
  await page.getByText(say('wrong.future')).waitFor()
  await page.getByLabel(say('when.exact')).fill(new Date(hoursAgo(5)).toISOString().slice(0, 16))
  await wizard.next()
  await wizard.leaveNoContact()
  await wizard.publish()
  await wizard.published()
  await page.getByRole('heading', { level: 1, name: /Kesha/ }).waitFor()
})
