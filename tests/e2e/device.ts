import { type BrowserContextOptions, chromium, type LaunchOptions, type Page } from 'playwright-core'
import type { Language } from '../../api/domain/vocabulary.ts'

export const PHONE = { width: 360, height: 780 }
export const DESKTOP = { width: 1440, height: 900 }

/** The machine may be busy: a person would wait that long too, and no test measures time. */
export const PATIENCE_MS = 45_000

/** Nothing outside answers in these journeys: the map falls back to its bundled style, and the browser says so. */
export const UNREACHABLE_STYLE = /no-style-here\.json/

const IN_SOFTWARE = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']

/** Debian's Chromium. */
export const CHROMIUM: LaunchOptions = {
  executablePath: '/usr/bin/chromium',
  chromiumSandbox: false,
  args: ['--disable-background-networking'],
}

/** WebGL is drawn in software unless `switches` forbid it. */
export function launchChromium(switches: string[] = []) {
  const args = [...CHROMIUM.args!, ...(switches.length > 0 ? switches : IN_SOFTWARE)]
  return chromium.launch({ ...CHROMIUM, args })
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
