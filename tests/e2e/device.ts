import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Language } from '../../api/domain/vocabulary.ts'

/** The machine may be busy: a person would wait that long too, and no test measures time. */
export const PATIENCE_MS = 45_000

/** Nothing outside answers in these journeys: the map falls back to its bundled style, and the browser says so. */
export const UNREACHABLE_STYLE = /no-style-here\.json/

const IN_SOFTWARE = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']

/** Debian's Chromium; WebGL is drawn in software unless `switches` forbid it. */
export function launchChromium(switches: string[] = []) {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    chromiumSandbox: false,
    args: ['--disable-background-networking', ...(switches.length > 0 ? switches : IN_SOFTWARE)],
  })
}

/** A person's fresh device. */
export function freshDevice(language: Language | undefined): BrowserContextOptions {
  return {
    locale: language === 'en' ? 'en-GB' : 'ru-RU',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    acceptDownloads: true,
  }
}

/** Console errors and uncaught exceptions of a page go to `faults`. */
export function gatherFaults(page: Page, faults: string[]) {
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`)
  })
}
