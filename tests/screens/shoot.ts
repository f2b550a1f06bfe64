import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp, { type OverlayOptions } from 'sharp'
import type { Language } from '../../api/domain/vocabulary.ts'
import { freshDevice, gatherFaults, PATIENCE_MS, UNREACHABLE_STYLE } from '../e2e/device.ts'
import { eastOf } from '../e2e/people.ts'
import { openWizard } from '../e2e/wizard.ts'
import { wordsOf } from '../e2e/words.ts'
import type { Cast } from './cast.ts'
import { findFaults } from './faults.ts'
import type { Options } from './options.ts'
import { scrollThrough, settle } from './settle.ts'
import { SIZES, type SizeName } from './sizes.ts'
import type { Stop } from './stop.ts'

/** Chromium draws some 8,000 px in one piece, and what lies below as the top once more. */
const PIECE_PX = 4_000
/** No stop takes so long; a page that answers no more would hold up the run for good. */
const STOP_LIMIT_MS = 300_000
const CLOSE_LIMIT_MS = 15_000
/** From one visitor's ground to the next, so that what they post is not each other's match. */
const APART_M = 12_000

type Subject = { stop: Stop; language: Language; size: SizeName; cast: Cast }
/** What came of one stop on one device. */
export type Shot = { where: string; files: string[]; faults: string[] }

let visits = 0

/** Photographs one stop on one device in each theme; its faults are looked for once. */
export async function shoot(
  browser: Browser,
  baseUrl: string,
  { stop, language, size, cast }: Subject,
  { folder, themes }: Options,
): Promise<Shot> {
  const shot: Shot = { where: `${stop.name}.${size}.${language}`, files: [], faults: [] }
  const context = await browser.newContext({ ...deviceOf(language, size, cast), baseURL: baseUrl })
  context.setDefaultTimeout(PATIENCE_MS)
  const close = () =>
    Promise.race([context.close().catch(() => {}), rest(CLOSE_LIMIT_MS, undefined, { ref: false })])
  // What is being asked of the page then fails, and is told as a fault of the stop.
  const limit = setTimeout(close, STOP_LIMIT_MS)
  try {
    await context.addInitScript((kept) => {
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value)
    }, stop.kept ?? {})
    const page = await context.newPage()
    // The app shows its own letters only where they come in time, which a busy machine cannot promise twice.
    await page.goto('/about')
    const said: string[] = []
    gatherFaults(page, said)
    const say = wordsOf(language)
    await stop.go({ page, say, language, cast, wizard: openWizard(page, say) })
    if (!stop.screenOnly) await scrollThrough(page)
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      await settle(page, say)
      const file = `${stop.name}.${size}.${theme}.${language}.png`
      await takePicture(page, join(folder, file), stop)
      shot.files.push(file)
    }
    const known = [UNREACHABLE_STYLE, ...(stop.expected ?? [])]
    const unexpected = said.filter((fault) => !known.some((words) => words.test(fault)))
    shot.faults.push(...(await findFaults(page)), ...unexpected.map((fault) => `console: ${fault}`))
  } catch (error) {
    shot.faults.push(`not reached: ${(error as Error).message.split('\n').slice(0, 3).join(' ')}`)
  } finally {
    clearTimeout(limit)
    await close()
  }
  return shot
}

function deviceOf(language: Language, size: SizeName, cast: Cast): BrowserContextOptions {
  const { width, height, scale } = SIZES[size]
  const { lng, lat } = eastOf(cast.spot, 80_000 + APART_M * visits++)
  return {
    ...freshDevice(language),
    viewport: { width, height },
    deviceScaleFactor: scale,
    permissions: ['geolocation'],
    geolocation: { longitude: lng, latitude: lat, accuracy: 20 },
  }
}

async function takePicture(page: Page, path: string, { screenOnly }: Stop) {
  if (screenOnly) return page.screenshot({ path })
  const { width, height } = await page.evaluate(() => ({
    width: innerWidth,
    height: document.documentElement.scrollHeight,
  }))
  const pieces: Buffer[] = []
  for (let y = 0; y < height; y += PIECE_PX) {
    const clip = { x: 0, y, width, height: Math.min(PIECE_PX, height - y) }
    pieces.push(await page.screenshot({ fullPage: true, clip }))
  }
  await joinDown(pieces, path)
}

async function joinDown(pieces: readonly Buffer[], path: string) {
  let [width, height] = [0, 0]
  const layers: OverlayOptions[] = []
  for (const input of pieces) {
    const size = await sharp(input).metadata()
    layers.push({ input, left: 0, top: height })
    width = size.width
    height += size.height
  }
  await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite(layers)
    .png()
    .toFile(path)
}
