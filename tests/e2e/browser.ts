import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import type { Language } from '../../api/domain/vocabulary.ts'
import { freshDevice, gatherFaults, launchChromium, PATIENCE_MS, PHONE, UNREACHABLE_STYLE } from './device.ts'

export { DESKTOP, PHONE } from './device.ts'

export type Visitor = {
  page: Page
  context: BrowserContext
  /** Console errors and uncaught exceptions met so far. */
  faults: string[]
}

export type VisitOptions = {
  language?: Language
  size?: { width: number; height: number }
  /** Console errors that belong to the journey, such as the browser's own note of an answer 404. */
  expected?: RegExp[]
  context?: BrowserContextOptions
}

/**
 * Debian's Chromium for one file of journeys; WebGL is drawn in software unless `switches` forbid it. After each test
 * every visitor's page must be free of console errors and exceptions beyond those it expects.
 */
export function useBrowser(switches: string[] = []) {
  let browser: Browser
  const visitors: { visitor: Visitor; expected: RegExp[] }[] = []

  beforeAll(async () => {
    browser = await launchChromium(switches)
  })
  afterAll(() => browser?.close())

  afterEach(async () => {
    const met = visitors.splice(0)
    const unexpected = met.flatMap(({ visitor, expected }) =>
      visitor.faults.filter((fault) => ![UNREACHABLE_STYLE, ...expected].some((known) => known.test(fault))),
    )
    await Promise.all(met.map(({ visitor }) => visitor.context.close()))
    expect(unexpected).toEqual([])
  })

  /** A person with a fresh device, at phone size unless said otherwise. */
  return async function visit(options: VisitOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: inject('baseUrl'),
      viewport: options.size ?? PHONE,
      ...freshDevice(options.language),
      ...options.context,
    })
    context.setDefaultTimeout(PATIENCE_MS)
    const visitor: Visitor = { page: await context.newPage(), context, faults: [] }
    context.on('page', (page) => gatherFaults(page, visitor.faults))
    gatherFaults(visitor.page, visitor.faults)
    visitors.push({ visitor, expected: options.expected ?? [] })
    return visitor
  }
}

/** Waits until `read` gives what `expected` accepts; for what no locator shows, such as the address. */
export function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: PATIENCE_MS, interval: 100 })
}
