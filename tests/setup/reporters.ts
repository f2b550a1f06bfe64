import { existsSync } from 'node:fs'
import type { Reporter } from 'vitest/reporters'

/** Says after a run what this machine could not show, and the command that does. */
const leftOut: Reporter = {
  onTestRunEnd() {
    const lines: string[] = []
    if (!process.env['TEST_DATABASE_URL']) {
      lines.push('real PostGIS (TEST_DATABASE_URL=postgres://… npm test; npm run test:workers)')
    }
    lines.push(
      `browser journeys (npm run test:e2e${existsSync('/usr/bin/chromium') ? '' : ', needs Debian’s chromium'})`,
    )
    process.stdout.write(`\nLeft out of this run: ${lines.join('; ')}\n`)
  },
}

/** Counts for a program to read, where TEST_REPORT names a file. */
const counts = process.env['TEST_REPORT']

export const reporters = [
  'default' as const,
  ...(counts ? [['json', { outputFile: counts }] as ['json', { outputFile: string }]] : []),
]

export const suiteReporters = [...reporters, leftOut]
