import type { AnimalCodes } from '../../domain/animal-codes.ts'
import type { Kind, Species } from '../../domain/vocabulary.ts'
import type { AgreementLevel } from './shapes.ts'

/** What the two chip readings say to each other; `undefined` when a side has none. */
export type ChipRelation = 'equal' | 'near' | 'different' | 'none_found'

/** A place as seen by the one who asks: `sigmaM` is the standard deviation of the pin along each axis. */
export type Place = { lng: number; lat: number; sigmaM: number }

/** One report as the model sees it. */
/** A species and its description. */
export type Animal = AnimalCodes & { species: Species }

export type MatchSubject = Animal & { id: string; kind: Kind; place: Place; occurredAtMs: number }

/** The other side of a pair, with what was found out about the pair outside the description. */
export type MatchCandidate = MatchSubject & {
  chip?: ChipRelation | undefined
  /** Whether the two brand or tattoo numbers agree, if both sides have one. */
  brand?: AgreementLevel | undefined
  /** Whether the finder said which lost report they mean, and whether it is this one. */
  about?: AgreementLevel | undefined
  /** Likelihood ratio of the photos, if both sides have one. */
  photoRatio?: number | undefined
  /** Unrelated reports of the candidates' side per km² and day around this candidate. */
  densityPerKm2Day: number
}

export const FACTORS = [
  'chip',
  'chip_anywhere',
  'brand',
  'about',
  'distance',
  'time',
  'rivals',
  'breed',
  'colours',
  'size',
  'joint_cap',
  'pattern',
  'coat',
  'sex',
  'neutered',
  'age',
  'collar',
  'marks',
  'photo',
] as const
export type FactorName = (typeof FACTORS)[number]

/** How the two sides relate in one attribute, for the words of a reason; most like first. */
export const RELATIONS = [
  'equal',
  'same',
  'close',
  'near',
  'overlap',
  'related',
  'confusable',
  'adjacent',
  'far',
  'apart',
  'disjoint',
  'different',
  'contradict',
  'none_found',
] as const
export type Relation = (typeof RELATIONS)[number]

/**
 * One multiplier the score used, with what words for it need. The product of all multipliers of a pair is its
 * likelihood ratio; a neutral attribute has no reason.
 */
export type Reason = {
  factor: FactorName
  multiplier: number
  relation?: Relation
  /** Codes both sides share, or the viewer's and then the other's where they differ. */
  values?: string[]
  /** Rounded to what a person would say. */
  distanceM?: number
  /** Days from the loss to the find, to the quarter of an hour; negative when the find is dated earlier. */
  days?: number
  /** Unrelated animals of the species expected within 5 km in 30 days. */
  expected?: number
}
