import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { LANGUAGES, type Language } from '../../api/domain/vocabulary.ts'
import { freshDevice, launchChromium, PATIENCE_MS, PHONE } from '../e2e/device.ts'
import { hoursAgo, peopleOf, type Spot, takePhoto } from '../e2e/people.ts'
import { jpeg, openWizard } from '../e2e/wizard.ts'
import { wordsOf } from '../e2e/words.ts'
import { withCommandFolder } from '../lifecycle/command-folder.ts'
import { startService } from '../lifecycle/process.ts'

/**
 * `npm run sixty-seconds`: how long an owner needs from opening the page to a published report with its photo. The machine's
 * part is measured, on a slowed phone and line; the hand's and the head's part is counted and told by the keystroke-level
 * model. Needs Debian's chromium and a quiet machine.
 */

/** A cheap phone on a bad line: Lighthouse's mobile settings, as its DevTools throttling applies them. */
const CPU_SLOWDOWN = 4
const LINE = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 }

/**
 * Seconds of Card, Moran and Newell (1980), "The keystroke-level model for user performance time with interactive systems":
 * thinking before an act, pointing at what is chosen, and a key of somebody who is not used to the keyboard.
 */
const THINK_S = 1.35
const POINT_S = 1.1
const KEY_S = 0.5

/** Which no script can make: on the page's "add photos", and in the phone's own gallery to open it, on the photo, and "done". */
const GALLERY_TAPS = 4
/** As a phone's camera makes it. */
const PHOTO_PX = { width: 4032, height: 3024 } as const
const NAME = { ru: 'Рыжик', en: 'Ginger' }
const MAIL = 'anna.petrova@example.org'

const say = (line: string) => process.stdout.write(`${line}\n`)
type Way = { name: string; photoKnowsPlace: boolean; email: boolean }
const WAYS: Way[] = [
  {
    name: 'shortest: the device knows the place, nothing typed but the name',
    photoKnowsPlace: false,
    email: false,
  },
  { name: 'the photo knows place and time', photoKnowsPlace: true, email: false },
  { name: 'with an e-mail address for alerts', photoKnowsPlace: false, email: true },
]

await withCommandFolder(async (data) => {
  const service = await startService({ DATA_DIR: data, RATE_LIMITS: 'off' }, 'api/node.ts')
  await service.answers
  const people = peopleOf(() => ({ baseUrl: service.baseUrl, outbox: join(data, 'outbox') }))
  const browser = await launchChromium()
  try {
    // The first visit after a start reads what later ones find in memory.
    await (await fetch(service.baseUrl)).text()
    for (const language of LANGUAGES) {
      for (const [n, way] of WAYS.entries()) {
        const spot = { lng: 37.4 + n * 0.1, lat: language === 'ru' ? 55.7 : 55.8 }
        const { machineS, taps, keys } = await post(browser, service.baseUrl, { way, language, spot, people })
        const handS = taps * (THINK_S + POINT_S) + keys * KEY_S
        say(
          `${language}, ${way.name}: ${(machineS + handS).toFixed(0)} s = ${machineS.toFixed(1)} s of waiting` +
            ` + ${handS.toFixed(1)} s for ${taps} taps and ${keys} keys`,
        )
      }
    }
  } finally {
    await browser.close()
  }
})

type Journey = { way: Way; language: Language; spot: Spot; people: ReturnType<typeof peopleOf> }

async function post(browser: Browser, baseURL: string, { way, language, spot, people }: Journey) {
  const context = await browser.newContext({
    ...{ ...freshDevice(language), baseURL, viewport: PHONE, hasTouch: true, isMobile: true },
    permissions: ['geolocation'],
    geolocation: { longitude: spot.lng, latitude: spot.lat, accuracy: 20 },
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const acts = await countActs(page)
  await slowDown(page)
  const look = { species: 'dog', colours: ['red'] } as const
  const taken = way.photoKnowsPlace ? { at: spot, when: new Date(hoursAgo(3)) } : undefined
  const photo = await enlarge(await takePhoto(look, `sixty ${language} ${way.name}`, taken))
  const words = wordsOf(language)
  const wizard = openWizard(page, words)
  const typeInto = async (label: string, text: string) => {
    await page.getByLabel(label).click()
    await page.keyboard.type(text)
  }

  const begin = performance.now()
  await page.goto('/')
  await page.getByRole('link', { name: words('home.lost') }).click()
  await wizard.at('photo')
  await wizard.addPhotos(jpeg(photo))
  await wizard.photo(1).waitFor()
  if (way.photoKnowsPlace) await wizard.press(words('offer.both'))
  await wizard.next()
  await wizard.describePet('dog', 'red')
  await typeInto(words('pet.name'), NAME[language])
  await wizard.next()
  if (way.photoKnowsPlace) {
    await wizard.at('place')
    await wizard.next()
  } else await wizard.hereAndNow()
  await wizard.at('contact')
  if (way.email) await typeInto(words('contact.email'), MAIL)
  await wizard.next()
  await wizard.publish()
  const id = await wizard.published()
  while ((await people.readReport(id)).properties.photos.length === 0) {
    await new Promise((wake) => setTimeout(wake, 100))
  }
  const machineS = (performance.now() - begin) / 1000
  const { taps, keys } = acts()
  await context.close()
  return { machineS, taps: taps + GALLERY_TAPS, keys }
}

/** Every touch of the page and every letter, as the page itself hears of them; scripts make no keys of Cyrillic. */
async function countActs(page: Page) {
  let [taps, keys] = [0, 0]
  await page.exposeFunction('tapped', () => taps++)
  await page.exposeFunction('typed', () => keys++)
  await page.addInitScript(() => {
    const { tapped, typed } = window as unknown as { tapped: () => void; typed: () => void }
    addEventListener('pointerdown', () => tapped(), { capture: true })
    addEventListener('beforeinput', () => typed(), { capture: true })
  })
  return () => ({ taps, keys })
}

async function slowDown(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', LINE)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
}

/** To what a camera gives: twelve million points with its noise, and what it wrote of place and time. */
function enlarge(photo: Buffer): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 12 } as const
  const grain = { create: { ...PHOTO_PX, channels: 3, background: 'grey', noise } as const }
  return sharp(photo)
    .resize({ ...PHOTO_PX, fit: 'cover' })
    .composite([{ input: grain, blend: 'soft-light' }])
    .keepExif()
    .jpeg({ quality: 90 })
    .toBuffer()
}
