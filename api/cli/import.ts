import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { SingleBar } from 'cli-progress'
import { readSettings } from '../config.ts'
import { createSystemContext } from '../context.ts'
import { UsageError } from '../explain-fault.ts'
import { openNodeDeps } from '../node-deps.ts'
import { readBulkLines } from '../reports/bulk-lines.ts'
import { type ImportSummary, importReports } from '../reports/import.ts'
import { runCommand } from './command.ts'

/** `npm run import -- FILE.ndjson` */
const SHOWN_REFUSALS = 100

await runCommand(async ([file]) => {
  if (!file) throw new UsageError('npm run import -- FILE.ndjson')
  const info = await stat(file).catch(() => undefined)
  if (!info?.isFile()) throw new UsageError(`There is no file ${file}.`)
  const { deps, close } = await openNodeDeps(readSettings(process.env))
  try {
    const stream = createReadStream(file)
    const bar = new SingleBar({
      format:
        '{bar} {percentage}% | {lines} lines | {added} added | {refused} refused | {eta_formatted} left',
      noTTYOutput: true,
      notTTYSchedule: 5_000,
    })
    bar.start(Math.max(1, info.size), 0, { lines: 0, added: 0, refused: 0 })
    const summary = await importReports(createSystemContext(deps, 'import'), readBulkLines(stream), (soFar) =>
      bar.update(stream.bytesRead, { lines: soFar.lines, added: soFar.added, refused: soFar.refused.length }),
    )
    bar.stop()
    printSummary(summary)
    return summary.refused.length > 0 ? 1 : 0
  } finally {
    await close()
  }
})

function printSummary({ lines, added, changed, unchanged, refused }: ImportSummary): void {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(`${lines} lines: ${added} added, ${changed} changed, ${unchanged} unchanged, ${refused.length} refused`)
  const sorted = [...refused].sort((a, b) => a.line - b.line)
  for (const { line, errors } of sorted.slice(0, SHOWN_REFUSALS)) {
    say(`line ${line}: ${errors.map(({ pointer, code }) => `${pointer || 'line'} ${code}`).join(', ')}`)
  }
  if (sorted.length > SHOWN_REFUSALS) say(`and ${sorted.length - SHOWN_REFUSALS} more`)
}
