import { parseArgs } from 'node:util'
import { readSettings } from '../config.ts'
import { UsageError } from '../explain-fault.ts'
import { LEAST_OUTCOMES } from '../matching/calibration/refit.ts'
import { type CalibratedScope, calibrate } from '../matching/calibration/service.ts'
import { defaultParameters, type Parameters } from '../matching/model/parameters.ts'
import { openNodeDeps } from '../node-deps.ts'
import { runCommand } from './command.ts'

/** `npm run calibrate [-- --dry-run]` */
await runCommand(async (args) => {
  const dryRun = readDryRun(args)
  const { deps, close } = await openNodeDeps(readSettings(process.env))
  try {
    const scopes = await calibrate(deps, { dryRun })
    const say = (line: string) => process.stdout.write(`${line}\n`)
    if (scopes.length === 0) say(`No species has ${LEAST_OUTCOMES} verdicts yet: the published values stay.`)
    for (const scope of scopes) say(describeScope(scope))
    if (dryRun) say('Nothing was stored.')
    return 0
  } finally {
    await close()
  }
})

function readDryRun(args: string[]): boolean {
  try {
    return parseArgs({ args, options: { 'dry-run': { type: 'boolean' } } }).values['dry-run'] === true
  } catch {
    throw new UsageError('npm run calibrate [-- --dry-run]')
  }
}

function describeScope({ species, region, outcomes, heldBack, before, after, to }: CalibratedScope): string {
  const where = region === null ? 'everywhere' : `in region ${region.toString(16)}`
  const loss = `held-back log-loss ${before.toFixed(4)} before, ${after.toFixed(4)} after (${heldBack} held back)`
  const moves = listMoves(defaultParameters, to)
  return [
    `${species} ${where}: ${outcomes} verdicts, ${loss}`,
    ...(moves.length > 0 ? moves : ['  nothing does better than the published values']),
  ].join('\n')
}

/** Every number that differs, with its path. */
function listMoves(from: Parameters, to: Parameters): string[] {
  const walk = (before: unknown, after: unknown, path: string): string[] => {
    if (typeof before === 'number' && typeof after === 'number') {
      return Math.abs(before - after) < 1e-9 ? [] : [`  ${path}: ${before.toFixed(3)} → ${after.toFixed(3)}`]
    }
    if (typeof before !== 'object' || before === null) return []
    return Object.entries(before).flatMap(([key, value]) =>
      walk(value, (after as Record<string, unknown>)[key], path ? `${path}.${key}` : key),
    )
  }
  return walk(from, to, '')
}
