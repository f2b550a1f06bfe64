/** The caller's file is not what it should be; the message names file and line. */
export class InputError extends Error {
  override name = 'InputError'
}

/** Given a fault in a line: stops, or counts it when the caller asked to skip bad lines. */
export type OnBadLine = (file: string, line: number, fault: string) => void

export type BadLines = { skipped: { file: string; line: number; fault: string }[]; onBadLine: OnBadLine }

/** @throws InputError (from `onBadLine`) at the first fault, unless `skipBad` */
export function collectBadLines(skipBad: boolean): BadLines {
  const skipped: BadLines['skipped'] = []
  return {
    skipped,
    onBadLine: (file, line, fault) => {
      if (!skipBad) throw new InputError(`${file}, line ${line}: ${fault} (--skip-bad goes on without it)`)
      skipped.push({ file, line, fault })
    },
  }
}

export type ReportLine = { line: number; text: string; externalId: string; kind: string }

/** Lines of the bulk format that can be told apart by `externalId`; what each says is checked on import. */
export function readReportLines(file: string, content: string, onBadLine: OnBadLine): ReportLine[] {
  const seen = new Map<string, number>()
  const reports: ReportLine[] = []
  for (const [at, text] of toLines(content).entries()) {
    const line = at + 1
    if (text.trim() === '') continue
    const head = readHead(text)
    if (typeof head === 'string') {
      onBadLine(file, line, head)
      continue
    }
    const before = seen.get(head.externalId)
    if (before) {
      onBadLine(file, line, `externalId ${head.externalId} stands in line ${before} already`)
      continue
    }
    seen.set(head.externalId, line)
    reports.push({ line, text, ...head })
  }
  return reports
}

/** Whatever ends a line, and without the byte order mark that some programs begin a file with. */
const toLines = (content: string) => content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)

function readHead(text: string): { externalId: string; kind: string } | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'not JSON'
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object'
  const { externalId, kind } = value as Record<string, unknown>
  if (typeof externalId !== 'string' || externalId === '') return 'no externalId'
  return { externalId, kind: String(kind) }
}

/** True counterparts of each lost report, by external ids. */
export type Truth = Map<string, Set<string>>

/** Pairs of a CSV with the header `lost,found`; ids must be among the reports that were read, of the right kind. */
export function readPairs(
  file: string,
  content: string,
  kinds: ReadonlyMap<string, string>,
  onBadLine: OnBadLine,
): Truth {
  const truth: Truth = new Map()
  const [header = '', ...lines] = toLines(content)
  if (toCells(header).join().toLowerCase() !== 'lost,found') {
    throw new InputError(`${file}, line 1: the header must be lost,found`)
  }
  for (const [at, text] of lines.entries()) {
    const line = at + 2
    if (text.trim() === '') continue
    const ids = toCells(text)
    const fault = faultOfPair(ids, kinds, truth)
    if (fault) {
      onBadLine(file, line, fault)
      continue
    }
    const [lost, found] = ids as [string, string]
    truth.set(lost, (truth.get(lost) ?? new Set()).add(found))
  }
  return truth
}

/** Cells of a CSV line; a comma within quotes is part of its cell, a doubled quote stands for one. */
function toCells(text: string): string[] {
  const cells = text.match(/(?<=^|,)(\s*"(?:[^"]|"")*"\s*|[^,]*)(?=,|$)/g) ?? []
  return cells.map((cell) => {
    const bare = cell.trim()
    return /^".*"$/.test(bare) ? bare.slice(1, -1).replaceAll('""', '"') : bare
  })
}

function faultOfPair(ids: string[], kinds: ReadonlyMap<string, string>, truth: Truth): string | undefined {
  const [lost, found] = ids
  if (ids.length !== 2 || !lost || !found) return 'not two ids'
  for (const id of ids) if (!kinds.has(id)) return `unknown id ${id}`
  if (kinds.get(lost) !== 'lost') return `${lost} is not a lost report`
  if (kinds.get(found) === 'lost') return `${found} is a lost report`
  return truth.get(lost)?.has(found) ? `the pair ${lost},${found} stands twice` : undefined
}
