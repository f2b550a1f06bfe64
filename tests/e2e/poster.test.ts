import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { LANGUAGES } from '../../api/domain/vocabulary.ts'
import { POSTER } from '../../web/pages/poster/sheet.ts'
import { useBrowser } from './browser.ts'
import { wordsOf } from './words.ts'
import { post, spotsOnRow } from './world.ts'

const visit = useBrowser()
const nextSpot = spotsOnRow(13)

/** Three times as fine as the phone's own screen: what a camera sees of the paper. */
const SHARPNESS = 3
/** To tear off one by one, beside the one on the sheet. */
const STRIPS = 9

/** The sheet as it is on the page. */
async function lookAt(page: Page): Promise<Buffer> {
  const drawn = page.locator('[role=img] svg')
  await drawn.waitFor()
  return drawn.screenshot()
}

beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const wasmBinary = new Uint8Array(await readFile(path)).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
})

/** What a phone's camera reads in the codes of a sheet. */
async function scan(sheet: Buffer): Promise<string[]> {
  const codes = await readBarcodes(new Uint8Array(sheet), { formats: ['QRCode'], maxNumberOfSymbols: 0 })
  return codes.map(({ text }) => text)
}

describe.each(LANGUAGES)('a poster printed in %s', (language) => {
  const say = wordsOf(language)

  test('has one code on the sheet and one on each strip, which open the report in the scanner’s language', async () => {
    const lost = await post({ name: 'Барон', location: nextSpot(), language })
    const { page } = await visit({ language, context: { deviceScaleFactor: SHARPNESS } })
    // By the author, whose own page has a key in its address: nothing of it may be printed.
    await page.goto(`/reports/${lost.id}/manage#${lost.token}`)
    await page.getByRole('heading', { name: say('manage.matches') }).waitFor()
    await page.goto(`/reports/${lost.id}/poster`)
    const address = `${inject('baseUrl')}/reports/${lost.id}`
    expect(await scan(await lookAt(page))).toEqual([address])

    await page.getByRole('radio', { name: say('poster.layout.tear-off') }).check()
    await page.locator('[role=img] svg g[transform*=rotate]').first().waitFor({ state: 'attached' })
    expect(await scan(await lookAt(page))).toEqual(Array(1 + STRIPS).fill(address))

    for (const spoken of LANGUAGES) {
      const scanner = await visit({ language: spoken })
      await scanner.page.goto(address)
      await scanner.page.getByText(wordsOf(spoken)('report.place.exact')).waitFor()
      expect(await scanner.page.locator('html').getAttribute('lang')).toBe(spoken)
    }
  })

  test('is one A4 sheet, and nothing of the page around it', async () => {
    const lost = await post({ name: 'Барон', location: nextSpot(), language })
    const { page } = await visit({ language })
    await page.goto(`/reports/${lost.id}/poster`)
    await lookAt(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button').count()).toBe(0)
    const { width, height } = (await page.locator('[role=img] svg').boundingBox())!
    expect(width / height).toBeCloseTo(POSTER.width / POSTER.height, 2)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type ?\/Page\b/g)).toHaveLength(1)
    const [, right, top] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!.map(Number)
    // A4 in points.
    expect([Math.round(right!), Math.round(top!)]).toEqual([595, 842])
  })
})
