import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'

export const PHONE = { width: 360, height: 780 }
export const DESKTOP = { width: 1440, height: 900 }

/** Debian's Chromium; WebGL is drawn in software. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    chromiumSandbox: false,
    args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'],
  })
}

export type Visitor = { page: Page; context: BrowserContext; faults: string[] }

/** A person with a fresh device; `faults` gathers every console error and uncaught exception they meet. */
export async function visit(
  browser: Browser,
  options: { language?: 'ru' | 'en'; size?: { width: number; height: number } } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: inject('baseUrl'),
    viewport: options.size ?? PHONE,
    locale: options.language === 'en' ? 'en-GB' : 'ru-RU',
    timezoneId: 'Europe/Moscow',
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`)
  })
  return { page, context, faults }
}
