import type { Comparison, Figures } from './measure.ts'

export type Run = {
  engine: string
  reports: number
  importPerSecond: number
  comparisons: Comparison[]
  /** Of this process: the embedded database is part of it, a server is not. */
  memory: { atStartMb: number; openMb: number; peakMb: number }
}

/** Three figures are all that a run tells apart. */
function short(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

const cells = ({ p50Ms, p95Ms, perSecond }: Figures) => [short(p50Ms), short(p95Ms), short(perSecond)]

/** A table that Markdown shows as such. */
export function printRun(
  { engine, reports, importPerSecond, comparisons, memory }: Run,
  say: (line: string) => void,
) {
  const head = ['', 'p50 ms', 'p95 ms', 'per s', 'floor p50', 'floor p95', 'floor per s', 'ratio']
  const rows = comparisons.map(({ name, product, floor, ratio }) => [
    name,
    ...cells(product),
    ...cells(floor),
    short(ratio),
  ])
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  say('')
  say(`${engine}, ${reports} reports (imported at ${short(importPerSecond)} a second)`)
  say('')
  say(line(head))
  say(
    `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
  )
  for (const row of rows) say(line(row))
  say('')
  say(
    `Memory of the process: ${memory.atStartMb} MB at start, ${memory.openMb} MB open, ${memory.peakMb} MB at most.`,
  )
}
