import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { collectQueries } from '../evaluation/collect.ts'
import { evaluate } from '../evaluation/evaluate.ts'
import { fitParameters } from '../evaluation/fit.ts'
import { renderHtml } from '../evaluation/html.ts'
import { loadReports } from '../evaluation/load.ts'
import { printEvaluation, toJson } from '../evaluation/print.ts'
import { collectBadLines, InputError, readPairs, readReportLines } from '../evaluation/read-files.ts'
import { measureRingCoverage } from '../evaluation/ring-coverage.ts'
import { openScratch, type Scratch } from '../evaluation/scratch.ts'
import { UsageError } from '../explain-fault.ts'
import { overrideParameters } from '../matching/model/override.ts'
import { defaultParameters, type Parameters } from '../matching/model/parameters.ts'
import { runCommand } from './command.ts'

const USAGE = `npm run eval -- --reports FILE.ndjson --pairs FILE.csv [options]
  --json             one object on standard output
  --html FILE        charts and the worst misses as a page
  --params IN.json   evaluate with these parameters
  --fit OUT.json     fit the parameters to these pairs first, and write them
  --database URL     a scratch database on this PostGIS server instead of the embedded one
  --skip-bad         go on without bad lines, and count them`

const say = (line: string) => process.stderr.write(`${line}\n`)

await runCommand(async (args) => {
  const options = readOptions(args)
  const scratch = await openScratch(options.database)
  try {
    return await run(scratch, options)
  } catch (error) {
    throw error instanceof InputError ? new UsageError(error.message) : error
  } finally {
    await scratch.close()
  }
})

type Options = ReturnType<typeof readOptions>

async function run(scratch: Scratch, options: Options): Promise<number> {
  const bad = collectBadLines(options.skipBad)
  const lines = readReportLines(options.reports, await readText(options.reports), bad.onBadLine)
  const pairsText = await readText(options.pairs)
  const given = options.params
    ? overrideParameters(defaultParameters, await readJson(options.params))
    : undefined
  const kinds = await withBar('reports', lines.length, (move) =>
    loadReports(scratch, options.reports, lines, bad.onBadLine, move),
  )
  const truth = readPairs(options.pairs, pairsText, kinds, bad.onBadLine)
  for (const { file, line, fault } of bad.skipped) say(`Skipped ${file}, line ${line}: ${fault}`)
  if (bad.skipped.length > 0) say(`${bad.skipped.length} bad lines skipped`)
  const start = given ?? defaultParameters
  const lost = [...kinds.values()].filter((kind) => kind === 'lost').length
  const queries = await withBar('queries', lost, (move) => collectQueries(scratch.sql, truth, start, move))
  const parameters = options.fit ? await fitTo(queries, start, options.fit) : start
  const atTruePlaces = evaluate(queries, parameters)
  const asShown = evaluate(queries, parameters, 'shown')
  const rings = measureRingCoverage(queries)
  if (options.html) await writeFile(options.html, renderHtml(atTruePlaces, asShown, rings))
  const text = options.json
    ? `${JSON.stringify(toJson(atTruePlaces, rings), null, 2)}\n`
    : printEvaluation(atTruePlaces, asShown, rings)
  process.stdout.write(text)
  return 0
}

async function fitTo(
  queries: Awaited<ReturnType<typeof collectQueries>>,
  start: Parameters,
  file: string,
): Promise<Parameters> {
  const result = await withBar('fit', 1, async (move) =>
    fitParameters(queries, start, (done, all) => move(done / all)),
  )
  await writeFile(file, `${JSON.stringify(result.parameters, null, 2)}\n`)
  say(`Log-loss ${result.before.toFixed(3)} before, ${result.after.toFixed(3)} after the fit`)
  say(
    `Held back by quarters: ${result.heldBackBefore.toFixed(3)} before, ${result.heldBackAfter.toFixed(3)} after`,
  )
  return result.parameters
}

function readOptions(args: string[]) {
  let values: Record<string, string | boolean | undefined>
  try {
    values = parseArgs({
      args,
      options: {
        reports: { type: 'string' },
        pairs: { type: 'string' },
        json: { type: 'boolean' },
        html: { type: 'string' },
        params: { type: 'string' },
        fit: { type: 'string' },
        database: { type: 'string' },
        'skip-bad': { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
  const text = (name: string) => values[name] as string | undefined
  const reports = text('reports')
  const pairs = text('pairs')
  if (!reports || !pairs) throw new UsageError(USAGE)
  return {
    reports,
    pairs,
    json: values['json'] === true,
    html: text('html'),
    params: text('params'),
    fit: text('fit'),
    database: text('database'),
    skipBad: values['skip-bad'] === true,
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new UsageError(`${file} cannot be read.`)
  }
}

async function readJson(file: string): Promise<unknown> {
  const text = await readText(file)
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`${file} is not JSON.`)
  }
}

async function withBar<T>(name: string, total: number, work: (move: (done: number) => void) => Promise<T>) {
  const bar = new SingleBar({
    format: `${name.padEnd(8)} {bar} {percentage}% | {eta_formatted} left`,
    stream: process.stderr,
    clearOnComplete: true,
  })
  bar.start(Math.max(1, total), 0)
  try {
    return await work((done) => bar.update(done))
  } finally {
    bar.stop()
  }
}
