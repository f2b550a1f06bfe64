import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import type { Browser } from 'playwright-core'
import type { Language } from '../../api/domain/vocabulary.ts'
import { launchChromium } from '../e2e/device.ts'
import { peopleOf } from '../e2e/people.ts'
import { withCommandFolder } from '../lifecycle/command-folder.ts'
import { runToEnd, startService } from '../lifecycle/process.ts'
import { buildCast, type Cast } from './cast.ts'
import { readOptions } from './options.ts'
import { writeSheets } from './sheets.ts'
import { type Shot, shoot } from './shoot.ts'
import type { Stop } from './stop.ts'
import { STOPS } from './stops/index.ts'

/**
 * `npm run screens`: pictures of every page and its states, in each width, theme and language, on a service of its own with
 * the demo city; ends with 1 where a machine already sees a fault. Needs Debian's chromium.
 */
const TOGETHER = 2
/** Refuses at once, as a base map that is away would: what is drawn is the bundled one. */
const NO_STYLE = 'http://127.0.0.1:9/no-style-here.json'

const say = (line: string) => process.stdout.write(`${line}\n`)
const options = readOptions(process.argv.slice(2))

await withCommandFolder(async (temporary) => {
  const data = options.data ?? temporary
  await loadDemoCity(data)
  const service = await startService(
    { DATA_DIR: data, RATE_LIMITS: 'off', MAP_STYLE_URL: NO_STYLE },
    'api/node.ts',
  )
  await service.answers
  const people = peopleOf(() => ({ baseUrl: service.baseUrl, outbox: join(data, 'outbox') }))
  const casts = new Map<Language, Cast>()
  for (const [n, language] of options.languages.entries()) {
    casts.set(language, await buildCast(people, language, spotOfRun(n)))
  }
  await mkdir(options.folder, { recursive: true })
  const browser = await launchChromium()
  try {
    const done = await shootAll(browser, service.baseUrl, casts)
    const pictures = done.flatMap(({ files }) => files)
    if (options.sheets) for (const sheet of await writeSheets(options.folder, pictures)) say(sheet)
    const faulty = done.filter(({ faults }) => faults.length > 0).length
    say(`${pictures.length} pictures in ${options.folder}; faults at ${faulty} of ${done.length} stops`)
    if (faulty > 0) process.exitCode = 1
  } finally {
    await browser.close()
  }
})

/** The command rather than the service's own loading: it says when all of it is there, and goes on where one stopped. */
function loadDemoCity(data: string) {
  return runToEnd(['api/cli/demo.ts', '--load'], { DATA_DIR: data })
}

/** In a data folder that is kept, each run needs ground of its own, where nobody matches the last run's reports. */
function spotOfRun(language: number) {
  const minutes = Math.floor(Date.now() / 60_000)
  return { lng: 42 + (minutes % 16) * 1.1, lat: 52 + (Math.floor(minutes / 16) % 16) * 0.3 + language * 0.15 }
}

/** Stop by stop, so that what one of them posts comes after the pictures of those before it. */
function shootAll(browser: Browser, baseUrl: string, casts: Map<Language, Cast>): Promise<Shot[]> {
  const wanted = ({ name }: Stop) =>
    options.names.length === 0 || options.names.some((start) => name.startsWith(start))
  const limit = pLimit(TOGETHER)
  const subjects = STOPS.filter(wanted).flatMap((stop) =>
    options.languages.flatMap((language) =>
      options.sizes.map((size) => ({ stop, language, size, cast: casts.get(language)! })),
    ),
  )
  return Promise.all(
    subjects.map((subject) =>
      limit(async () => {
        const shot = await shoot(browser, baseUrl, subject, options)
        for (const line of [...shot.files, ...shot.faults.map((fault) => `  ! ${shot.where}: ${fault}`)])
          say(line)
        return shot
      }),
    ),
  )
}
