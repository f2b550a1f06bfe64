import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { withCommandFolder } from '../lifecycle/command-folder.ts'
import { type Service, startService } from '../lifecycle/process.ts'
import { findFreePort } from '../setup/free-port.ts'

/**
 * `npm run lighthouse`: Lighthouse's own marks, at its phone and its slowed line, of the list and of a report's page with a
 * photo, on the demo city; the median of `--runs N` (5). Needs Debian's chromium and a quiet machine: it slows the processor
 * fourfold on top of whatever else runs.
 */
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
]
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 5
const say = (line: string) => process.stderr.write(`${line}\n`)

type Marks = Record<string, number>

await withCommandFolder(async (folder) => {
  const service = await startService({ DATA_DIR: folder, DEMO: 'on', RATE_LIMITS: 'off' }, 'api/node.ts')
  await service.answers
  say('Waiting for the demo city …')
  await demoComplete(service)
  const pages = { list: '/', report: `/reports/${await findReportWithPhoto(service.baseUrl)}` }
  for (const [name, path] of Object.entries(pages)) {
    const marks: Marks[] = []
    for (let run = 1; run <= runs; run++) {
      say(`${name}: run ${run} of ${runs} …`)
      marks.push(await measure(`${service.baseUrl}${path}`))
    }
    print(name, marks)
  }
})

function demoComplete({ printed, exit }: Service): Promise<void> {
  return new Promise((fulfil, reject) => {
    const timer = setInterval(() => {
      if (!printed().includes('Demo city: complete')) return
      clearInterval(timer)
      fulfil()
    }, 500)
    void exit.then(() => reject(new Error(`The service ended: ${printed()}`)))
  })
}

async function findReportWithPhoto(baseUrl: string): Promise<string> {
  const response = await fetch(`${baseUrl}/api/reports?kind=lost&limit=100`)
  const { features } = (await response.json()) as {
    features: { id: string; properties: { photos: unknown[] } }[]
  }
  const report = features.find(({ properties }) => properties.photos.length > 0)
  if (!report) throw new Error('The demo city shows no lost pet with a photo.')
  return report.id
}

/** One visit by a browser of its own, so that nothing is kept from the last one. */
async function measure(url: string): Promise<Marks> {
  const port = await findFreePort()
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    chromiumSandbox: false,
    args: [`--remote-debugging-port=${port}`, '--disable-background-networking', '--disable-gpu'],
  })
  try {
    const result = await lighthouse(url, { port, logLevel: 'silent', onlyCategories: [...CATEGORIES] })
    if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'no result')
    const { categories, audits } = result.lhr
    return {
      ...Object.fromEntries(CATEGORIES.map((name) => [name, categories[name]?.score ?? Number.NaN])),
      ...Object.fromEntries(METRICS.map((name) => [name, audits[name]?.numericValue ?? Number.NaN])),
    }
  } finally {
    await browser.close()
  }
}

function print(name: string, marks: readonly Marks[]) {
  const words = [...CATEGORIES, ...METRICS].map((key) => {
    const sorted = marks.map((mark) => mark[key]!).sort((a, b) => a - b)
    const median = sorted[Math.floor(sorted.length / 2)]!
    const isTime = key.endsWith('paint') || key.endsWith('time')
    return `${key} ${isTime ? `${Math.round(median)} ms` : median.toFixed(2)}`
  })
  process.stdout.write(`${name}: ${words.join(', ')}\n`)
}
