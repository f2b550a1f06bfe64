import type { Context } from '../../context.ts'
import type { Species } from '../../domain/vocabulary.ts'
import { overrideParameters } from '../model/override.ts'
import { defaultParameters, type Parameters } from '../model/parameters.ts'
import { tableOf } from '../model/species.ts'
import { countMatchedLosses, findOutcomes, findScopes, insertParameters } from './queries.ts'
import { LEAST_OUTCOMES, type Refit, refitParameters, refitRegistered } from './refit.ts'

export type CalibratedScope = Refit & {
  species: Species
  region: bigint | null
  to: Parameters
}

/** A loss younger than this may still be matched. */
const SETTLED_DAYS = 60
const DAY_MS = 86_400_000

/**
 * Refits every species, and every region of it, that has enough verdicts. Always from the published values, under which
 * verdicts keep their evidence, so that running it twice gives the same. With `dryRun` nothing is stored.
 */
export async function calibrate(
  ctx: Pick<Context, 'sql' | 'clock'>,
  options: { dryRun?: boolean } = {},
): Promise<CalibratedScope[]> {
  const scopes = await findScopes(ctx.sql, LEAST_OUTCOMES)
  const results: CalibratedScope[] = []
  for (const { species, region } of scopes) {
    const rows = await findOutcomes(ctx.sql, { species, region })
    const outcomes = rows.map(({ verdict, ...row }) => ({ ...row, isSame: verdict === 'same' }))
    const refit = refitParameters(species, outcomes, defaultParameters, await countRegistered(ctx, species))
    results.push({ ...refit, species, region, to: overrideParameters(defaultParameters, refit.changes) })
    if (options.dryRun) continue
    await insertParameters(ctx.sql, {
      species,
      region,
      outcomes: refit.outcomes,
      parameters: refit.changes,
      at: ctx.clock(),
    })
  }
  return results
}

/** ρ is counted, not fitted. */
async function countRegistered(ctx: Pick<Context, 'sql' | 'clock'>, species: Species): Promise<number> {
  const before = new Date(ctx.clock().getTime() - SETTLED_DAYS * DAY_MS)
  const { lost, matched } = await countMatchedLosses(ctx.sql, species, before)
  return refitRegistered(defaultParameters.registered[tableOf(species)], lost, matched)
}
