import { readJudgedReports } from '../animals/service.ts'
import type { Db } from '../db/connect.ts'
import { sideOf } from '../domain/vocabulary.ts'
import { comparePhotoSets } from '../photos/features/compare-photos.ts'
import { readPhotoFeatures } from '../photos/service.ts'
import { type CandidateOptions, findNearbyCandidates, findTiedCandidates } from './candidates.ts'
import { measureDensities } from './density.ts'
import type { Parameters } from './model/parameters.ts'
import type { MatchCandidate, MatchSubject } from './model/types.ts'
import { type CandidateRow, publicPlace, toSubject } from './row.ts'

export type GatheredCandidate = MatchCandidate & { row: CandidateRow }

/**
 * All that the model needs to rank one report's counterparts, each at its public place.
 * `viewer.place` must be one that the reader of the result may know.
 */
export async function gatherCandidates(
  db: Db,
  viewer: MatchSubject,
  parameters: Parameters,
  options: CandidateOptions,
): Promise<GatheredCandidate[]> {
  const nearby = await findNearbyCandidates(db, viewer, parameters, options)
  const known = new Set(nearby.map((row) => row.id))
  const tied = await findTiedCandidates(db, viewer, options)
  // What is another animal than one report of this animal is another than all that its author stands for.
  const { different } = await readJudgedReports(db, viewer.id)
  const rows = [...nearby, ...tied.filter((row) => !known.has(row.id))].filter(
    (row) => !different.has(row.id),
  )
  const places = rows.map((row) => publicPlace(row, parameters))
  const [first] = rows
  const densities = first
    ? await measureDensities(
        db,
        { species: viewer.species, side: sideOf(first.kind), places, until: options.until },
        parameters,
      )
    : []
  const photoRatios = await comparePhotos(db, viewer.id, rows)
  return rows.map((row, at) => ({
    ...toSubject(row, places[at]!),
    chip: row.chip ?? undefined,
    brand: row.brand ?? undefined,
    about: row.about ?? undefined,
    photoRatio: photoRatios.get(row.id),
    densityPerKm2Day: densities[at]!,
    row,
  }))
}

/** Likelihood ratios by candidate; one without photos has none. */
async function comparePhotos(
  db: Db,
  viewerId: string,
  rows: readonly CandidateRow[],
): Promise<Map<string, number>> {
  const own = (await readPhotoFeatures(db, [viewerId])).get(viewerId)
  if (!own) return new Map()
  const others = await readPhotoFeatures(
    db,
    rows.map((row) => row.id),
  )
  return new Map(
    [...others].flatMap(([id, photos]) => {
      const comparison = comparePhotoSets(own, photos)
      return comparison ? [[id, comparison.likelihoodRatio] as const] : []
    }),
  )
}
