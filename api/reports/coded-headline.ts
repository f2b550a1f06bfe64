import { writeHeadline } from '../domain/headline.ts'
import { placeInFull } from '../domain/place-words.ts'
import type { Language } from '../domain/vocabulary.ts'
import type { ReportFeature } from './schema.ts'

/** What and where a report is, in our words only: a stranger's go into no mail of ours. */
export function writeCodedHeadline({ properties }: ReportFeature, language: Language): string {
  const { kind, species, sex, nearestPlace } = properties
  return writeHeadline({ kind, species, sex, place: placeInFull(nearestPlace?.[language]) }, language)
}
