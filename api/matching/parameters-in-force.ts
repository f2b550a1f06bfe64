import { cellToParent } from 'h3-js'
import type { Db } from '../db/connect.ts'
import { defaultParameters, overrideParameters, type Parameters } from './model/parameters.ts'
import { findParameters } from './queries.ts'
import type { MatchRow } from './row.ts'

/** Cells of some 87,000 km²: a city with its surroundings. */
const REGION_RESOLUTION = 2

export const regionOf = (matchCell: bigint): bigint =>
  BigInt(`0x${cellToParent(matchCell.toString(16), REGION_RESOLUTION)}`)

/** The published values, overlaid by what verdicts taught: everywhere first, then in the report's own region. */
export async function readParameters(
  db: Db,
  row: Pick<MatchRow, 'species' | 'match_cell'>,
): Promise<Parameters> {
  const refits = await findParameters(db, row.species, regionOf(row.match_cell))
  return [...refits]
    .sort((one, other) => Number(one.region !== null) - Number(other.region !== null))
    .reduce((parameters, refit) => overrideParameters(parameters, refit.parameters), defaultParameters)
}
