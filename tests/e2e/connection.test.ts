import sharp from 'sharp'
import { expect, test } from 'vitest'
import { eventually, useBrowser, type Visitor } from './browser.ts'
import { jpeg, openWizard } from './wizard.ts'
import { type Words, wordsOf } from './words.ts'
import { hoursAgo, post, reportsAround, type Spot, spotsOnRow, takePhoto } from './world.ts'

const visit = useBrowser()
const nextSpot = spotsOnRow(2)

/** What the browser says of each request that it could not send. */
const CUT_OFF = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK|ERR_FAILED/

async function visitInstalled(language: 'ru' | 'en', spot: Spot): Promise<Visitor> {
  const visitor = await visit({
    language,
    expected: [CUT_OFF],
    context: {
      serviceWorkers: 'allow',
      permissions: ['geolocation'],
      geolocation: { longitude: spot.lng, latitude: spot.lat, accuracy: 20 },
    },
  })
  await visitor.page.goto('/post/lost')
  await visitor.page.evaluate(async () => void (await navigator.serviceWorker.ready))
  return visitor
}

/** Begins with a connection, loses it, opens the page anew without one, and finishes the form. */
async function postWhileCutOff({ page, context }: Visitor, say: Words) {
  const wizard = openWizard(page, say)
  await wizard.at('photo')
  await wizard.addPhotos(jpeg(await takePhoto({ species: 'cat', colours: ['grey_blue'] }, 'offline')))
  await wizard.photo(1).waitFor()
  await wizard.next()
  await wizard.describePet('cat', 'grey_blue')
  await context.setOffline(true)
  await page.getByText(say('app.offline')).waitFor()
  await page.getByLabel(say('pet.name')).fill('Туман')

  await page.reload()
  await page.getByText(say('post.resumed')).waitFor()
  expect(await page.getByLabel(say('pet.name')).inputValue()).toBe('Туман')
  await wizard.press(say('action.back'))
  await wizard.photo(1).waitFor()
  await wizard.next()
  await wizard.next()

  await wizard.at('place')
  await wizard.hereAndNow()
  await wizard.leaveNoContact()
  await wizard.at('review')
  await wizard.press(say('review.publishLater'))
  await page.getByRole('heading', { name: say('send.waiting.title') }).waitFor()
}

async function expectOneReport(spot: Spot) {
  await eventually(async () =>
    (await reportsAround(spot)).map(({ properties }) => [properties.name, properties.photos.length]),
  ).toEqual([['Туман', 1]])
}

test('an owner who loses the connection halfway finishes without it, and it is sent when it is back', async () => {
  const say = wordsOf('ru')
  const spot = nextSpot()
  const visitor = await visitInstalled('ru', spot)
  await postWhileCutOff(visitor, say)
  expect(await reportsAround(spot)).toEqual([])
  await visitor.context.setOffline(false)
  await openWizard(visitor.page, say).published()
  await expectOneReport(spot)
})

test('an owner who closed the page finds the report sent by itself the next time', async () => {
  const say = wordsOf('en')
  const spot = nextSpot()
  const visitor = await visitInstalled('en', spot)
  await postWhileCutOff(visitor, say)
  await visitor.page.close()
  await visitor.context.setOffline(false)
  const page = await visitor.context.newPage()
  await page.goto('/')
  await expectOneReport(spot)
  await page.getByRole('link', { name: say('nav.mine') }).click()
  await page.getByRole('link', { name: say('mine.open') }).waitFor()
  await page.getByText('Туман').waitFor()
  expect(await page.getByText(say('mine.waiting')).count()).toBe(0)
  expect(await page.getByText(say('mine.drafts')).count()).toBe(0)
})

test('on a slow line a bar shows how far the photo is', async () => {
  const say = wordsOf('ru')
  const spot = nextSpot()
  const { page, context } = await visit({
    language: 'ru',
    context: {
      permissions: ['geolocation'],
      geolocation: { longitude: spot.lng, latitude: spot.lat, accuracy: 20 },
    },
  })
  const wizard = openWizard(page, say)
  await page.goto('/post/lost')
  const drawn = await takePhoto({ species: 'cat', colours: ['black'] }, 'slow line')
  // Larger than what a line takes at once.
  const photo = await sharp(drawn).resize(2000).jpeg({ quality: 98 }).toBuffer()
  await wizard.addPhotos(jpeg(photo))
  await wizard.photo(1).waitFor()
  await wizard.next()
  await wizard.describePet('cat', 'black')
  await wizard.next()
  await wizard.hereAndNow()
  await wizard.leaveNoContact()
  await wizard.at('review')
  const devtools = await context.newCDPSession(page)
  const line = { offline: false, latency: 50, downloadThroughput: -1, uploadThroughput: photo.length / 6 }
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', line)
  await wizard.publish()
  const bar = page.getByRole('progressbar', { name: say('send.photo', { n: 1, of: 1 }) })
  const share = () => bar.evaluate((element: HTMLProgressElement) => element.value).catch(() => Number.NaN)
  const first = await bar.waitFor().then(share)
  await eventually(share).toBeGreaterThan(first)
  expect(await share()).toBeLessThan(1)
  await wizard.published()
})

test('who opened a report once, and the list, reads both again without a connection', async () => {
  const say = wordsOf('en')
  const lost = await post({ name: 'Ласка', location: nextSpot(), occurredAt: hoursAgo(0) })
  for (const path of [`/reports/${lost.id}`, '/']) {
    const { page, context } = await visit({
      language: 'en',
      expected: [CUT_OFF],
      context: { serviceWorkers: 'allow' },
    })
    await page.goto(path)
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await eventually(() => page.evaluate(async () => (await (await caches.open('seen')).keys()).length)).toBe(
      2,
    )
    await context.setOffline(true)
    await page.reload()
    await page.getByText(say('app.offline')).waitFor()
    await page.getByRole('heading', { name: /Ласка/ }).first().waitFor()
  }
})
