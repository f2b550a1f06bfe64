import { spawn } from 'node:child_process'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { json } from 'node:stream/consumers'
import sharp from 'sharp'
import { importReports } from '../../api/reports/import.ts'
import { type Engine, openEngine } from './engine.ts'
import { type Comparison, compare } from './measure.ts'
import { listOperations } from './operations/index.ts'
import { printRun, type Run } from './print.ts'
import { CITY, createRandom, linesOf } from './seed.ts'

/**
 * `npm run bench`: what the service costs over the bare work, on the embedded database and, when DATABASE_URL is set,
 * on a new database of that server (dropped afterwards). `--json` prints one object; `--reports N` seeds N; `--only embedded` or
 * `--only server` runs one.
 */
const reportCount = Number(argument('--reports') ?? 20_000)
const asJson = process.argv.includes('--json')
const say = (line: string) => process.stderr.write(`${line}\n`)

const databaseUrl = process.env['DATABASE_URL'] || undefined
const only = argument('--only')
const runs = only ? [await runOn(only === 'server' ? databaseUrl : undefined)] : await runEach()
const machine = {
  date: new Date().toISOString().slice(0, 10),
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
}
if (asJson) process.stdout.write(`${JSON.stringify({ machine, runs }, null, 2)}\n`)
else {
  const { date, cpu, cores, memoryGb, node } = machine
  process.stdout.write(`${date}, ${cores} cores (${cpu}), ${memoryGb} GB, Node ${node.slice(1)}\n`)
  for (const run of runs) printRun(run, (line) => process.stdout.write(`${line}\n`))
}
process.exit(0)

/** Each engine in a process of its own, so that neither is counted with the other's memory. */
async function runEach(): Promise<Run[]> {
  const engines = databaseUrl ? ['embedded', 'server'] : ['embedded']
  const found: Run[] = []
  for (const engine of engines) {
    const args = [import.meta.filename, '--only', engine, '--json', '--reports', String(reportCount)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const { runs } = (await json(child.stdout)) as { runs: Run[] }
    found.push(...runs)
  }
  return found
}

async function runOn(databaseUrl: string | undefined): Promise<Run> {
  const rssAtStartMb = rssMb()
  const engine = await openEngine(databaseUrl)
  try {
    say(`${engine.name}: importing ${reportCount} reports …`)
    const rssOpenMb = rssMb()
    const importPerSecond = await seed(engine)
    const photo = await makePhoto()
    const comparisons: Comparison[] = []
    for (const { name, product, floor } of await listOperations(engine, photo)) {
      say(`${engine.name}: ${name} …`)
      comparisons.push(await compare(name, product, floor))
    }
    return {
      engine: engine.name,
      reports: reportCount,
      importPerSecond,
      comparisons,
      memory: {
        atStartMb: rssAtStartMb,
        openMb: rssOpenMb,
        peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
      },
    }
  } finally {
    await engine.close()
  }
}

/** @returns reports a second by the product's own bulk import */
async function seed({ system, deps }: Engine): Promise<number> {
  const startedAt = performance.now()
  const summary = await importReports(system, linesOf(reportCount, deps.clock()))
  if (summary.added !== reportCount) throw new Error(`${summary.refused.length} lines were refused`)
  const perSecond = (reportCount / (performance.now() - startedAt)) * 1_000
  await deps.sql`delete from jobs`
  await deps.sql`analyze`
  return perSecond
}

/** Four by three thousand pixels with as much detail as a photo of grass and fur. */
async function makePhoto(): Promise<Buffer> {
  const random = createRandom(CITY.lng)
  const [width, height] = [400, 300]
  const noise = Buffer.from(Uint8Array.from({ length: width * height * 3 }, () => 60 + random() * 130))
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .resize(4000, 3000, { kernel: 'cubic' })
    .jpeg({ quality: 88 })
    .toBuffer()
}

function rssMb(): number {
  return Math.round(process.memoryUsage.rss() / 2 ** 20)
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}
