import { cellToParent } from 'h3-js'
import type { Db } from '../db/connect.ts'
import { overrideParameters } from './model/override.ts'
import { defaultParameters, type Parameters } from './model/parameters.ts'
import { findParameters } from './queries.ts'
import type { MatchRow } from './row.ts'

/** Cells of some 87,000 km²: a city with its surroundings. */
const REGION_RESOLUTION = 2

export const regionOf = (matchCell: bigint): bigint =>
  BigInt(`0x${cellToParent(matchCell.toString(16), REGION_RESOLUTION)}`)

export type InForce = {
  parameters: Parameters
  /** Enough verdicts of this species and region stand behind the probabilities for percentages; else words do. */
  calibrated: boolean
}

/** The published values, overlaid by what verdicts taught: in the report's own region, or else everywhere. */
export async function readParameters(
  db: Db,
  row: Pick<MatchRow, 'species' | 'match_cell'>,
): Promise<InForce> {
  const refits = await findParameters(db, row.species, regionOf(row.match_cell))
  const own = refits.find((refit) => refit.region !== null)
  const nearest = own ?? refits[0]
  return {
    parameters: overrideParameters(defaultParameters, nearest?.parameters),
    calibrated: own !== undefined,
  }
}
