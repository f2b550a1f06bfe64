import type { Db } from '../db/connect.ts'
import type { AnimalCodes } from '../domain/animal-codes.ts'
import type { Kind, LocationPrivacy, Species } from '../domain/vocabulary.ts'
import type { TruePlaceRow } from '../reports/true-place.ts'
import { pinSigmaM } from './model/distance.ts'
import type { Parameters } from './model/parameters.ts'
import type { AgreementLevel } from './model/shapes.ts'
import type { ChipRelation, MatchSubject, Place } from './model/types.ts'

/** A report as the queries of this folder read it: its public place and its public description in codes. */
export type MatchRow = {
  id: string
  kind: Kind
  species: Species
  occurred_at: Date
  location_privacy: LocationPrivacy
  public_lng: number
  public_lat: number
  public_radius_m: number
  match_codes: AnimalCodes | null
  match_cell: bigint
}

/** A MatchRow with what the database found out about the pair without giving any number away. */
export type CandidateRow = MatchRow & {
  chip: ChipRelation | null
  brand: AgreementLevel | null
  about: AgreementLevel | null
}

/** Columns of a MatchRow; the table must be named `r`. */
export function matchColumns(sql: Db) {
  return sql`
    r.id,
    r.kind,
    r.species,
    r.occurred_at,
    r.location_privacy,
    r.public_lng,
    r.public_lat,
    r.public_radius_m,
    r.match_codes,
    r.match_cell`
}

/** Where strangers see the report, with the spread that its circle stands for. */
export function publicPlace(row: MatchRow, parameters: Parameters): Place {
  const sigmaM =
    row.location_privacy === 'exact'
      ? pinSigmaM({ accuracyM: row.public_radius_m }, parameters)
      : pinSigmaM({ publicRadiusM: row.public_radius_m }, parameters)
  return { lng: row.public_lng, lat: row.public_lat, sigmaM }
}

export const truePlace = (row: TruePlaceRow, parameters: Parameters): Place => ({
  lng: row.lng,
  lat: row.lat,
  sigmaM: pinSigmaM({ accuracyM: row.accuracy_m }, parameters),
})

export const toSubject = (row: MatchRow, place: Place): MatchSubject => ({
  ...(row.match_codes ?? {}),
  id: row.id,
  kind: row.kind,
  species: row.species,
  occurredAtMs: row.occurred_at.getTime(),
  place,
})
