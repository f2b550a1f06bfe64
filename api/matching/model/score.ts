import { roundDistanceM } from '../../domain/geo/round-distance.ts'
import { compareCollars } from './attributes/collar.ts'
import { compareAttributes, type Evidence } from './attributes/compare.ts'
import { compareMarks } from './attributes/marks.ts'
import { chipReason } from './chip.ts'
import { distanceDensity } from './distance.ts'
import { distanceM } from './geometry.ts'
import type { Parameters } from './parameters.ts'
import { photoReason } from './photo.ts'
import { type Population, weighEvidence } from './population.ts'
import type { AgreementLevel } from './shapes.ts'
import { dogOrCat } from './species.ts'
import { delayDensity } from './time.ts'
import type { Animal, ChipRelation, FactorName, MatchCandidate, MatchSubject, Reason } from './types.ts'

const DAY_MS = 86_400_000
/** "Around here": the disc and the period that place, time and rivals are told against. They cancel in the product. */
const HERE_M2 = Math.PI * 5_000 ** 2
const PERIOD_DAYS = 30
const M2_PER_KM2 = 1e6
/** Kept finite whatever the caller counted. */
const LEAST_DENSITY = 1e-9
/** A typical delay, for an evaluation that must not know the true one. */
const TYPICAL_DAYS = 3
/** Factors that describe the same thing in part, so that their product is capped. */
const JOINT: readonly FactorName[] = ['breed', 'size', 'colours']

export type ScoreOptions = { population?: Population; withoutTime?: boolean }

export type PairScore = {
  /** Natural logarithm of the likelihood ratio: the sum of the logarithms of the reasons' multipliers. */
  logRatio: number
  reasons: Reason[]
}

/** Days from the loss to the find, whichever side asks. */
export const delayDays = (one: MatchSubject, other: MatchSubject): number => {
  const [lost, found] = one.kind === 'lost' ? [one, other] : [other, one]
  return (found.occurredAtMs - lost.occurredAtMs) / DAY_MS
}

function placeReasons(
  viewer: MatchSubject,
  candidate: MatchCandidate,
  parameters: Parameters,
  withoutTime: boolean,
): Reason[] {
  const distance = distanceM(viewer.place, candidate.place)
  const days = delayDays(viewer, candidate)
  const pinVariance = viewer.place.sigmaM ** 2 + candidate.place.sigmaM ** 2
  const daysAway = withoutTime ? TYPICAL_DAYS : days
  const density = distanceDensity(viewer.species, distance, daysAway, pinVariance, parameters)
  const expected = (Math.max(candidate.densityPerKm2Day, LEAST_DENSITY) / M2_PER_KM2) * HERE_M2 * PERIOD_DAYS
  const delay = delayDensity(days, parameters.delay[dogOrCat(viewer.species)])
  const { trust } = parameters
  const near = (density * HERE_M2) ** trust.distance
  const reasons: Reason[] = [
    { factor: 'distance', multiplier: near, distanceM: roundDistanceM(distance) },
    { factor: 'rivals', multiplier: 1 / expected, expected },
  ]
  if (!withoutTime) {
    const soon = (delay * PERIOD_DAYS) ** trust.delay
    reasons.push({ factor: 'time', multiplier: soon, days: Math.round(days * 100) / 100 })
  }
  return reasons
}

function collarReason(one: Animal, other: Animal, parameters: Parameters): Reason | undefined {
  const finding = one.collar && other.collar && compareCollars(one.collar, other.collar, parameters.collar)
  if (!finding) return undefined
  const { relation, values, ratio } = finding
  return { factor: 'collar', multiplier: ratio, relation, values }
}

const numberReason = (
  factor: 'brand' | 'about',
  relation: AgreementLevel | undefined,
  parameters: Parameters,
): Reason | undefined => relation && { factor, multiplier: parameters[factor][relation], relation }

const markReasons = (one: Animal, other: Animal, parameters: Parameters): Reason[] =>
  compareMarks(one.marks ?? [], other.marks ?? [], parameters.marks).map(({ mark, relation, ratio }) => ({
    factor: 'marks',
    multiplier: ratio,
    relation,
    values: [mark.part, mark.type, ...(mark.side ? [mark.side] : [])],
  }))

/** A chip travels with its animal: an equal or misread one counts in full however far away and long ago. */
function chipAnywhereReason(chip: ChipRelation | undefined, place: readonly Reason[]): Reason | undefined {
  if (chip !== 'equal' && chip !== 'near') return undefined
  const product = place.reduce((result, reason) => result * reason.multiplier, 1)
  return product < 1 ? { factor: 'chip_anywhere', multiplier: 1 / product } : undefined
}

function jointCapReason(reasons: readonly Reason[], parameters: Parameters): Reason | undefined {
  const product = reasons
    .filter((reason) => JOINT.includes(reason.factor))
    .reduce((result, reason) => result * reason.multiplier, 1)
  const cap = 10 ** parameters.jointCapLog10
  return product > cap ? { factor: 'joint_cap', multiplier: cap / product } : undefined
}

/**
 * How much more likely this pair is one animal than two unrelated ones of the species: every multiplier used, and
 * their product. After Fellegi and Sunter (1969) for the description, Bar-Shalom and Tse (1975) for place and time.
 * @param evidence what `compareAttributes` said of the pair, when the caller has it already
 */
export function scorePair(
  viewer: MatchSubject,
  candidate: MatchCandidate,
  parameters: Parameters,
  { population, withoutTime = false }: ScoreOptions = {},
  evidence: readonly Evidence[] = compareAttributes(viewer, candidate, parameters),
): PairScore {
  const attributes = evidence.map((piece) => weighEvidence(piece, parameters, population))
  const place = placeReasons(viewer, candidate, parameters, withoutTime)
  const reasons = [
    chipReason(candidate.chip, parameters),
    numberReason('brand', candidate.brand, parameters),
    numberReason('about', candidate.about, parameters),
    ...place,
    chipAnywhereReason(candidate.chip, place),
    ...attributes,
    jointCapReason(attributes, parameters),
    collarReason(viewer, candidate, parameters),
    ...markReasons(viewer, candidate, parameters),
    photoReason(candidate.photoRatio, parameters),
  ].filter((reason) => reason !== undefined && reason.multiplier !== 1) as Reason[]
  return { logRatio: reasons.reduce((sum, reason) => sum + Math.log(reason.multiplier), 0), reasons }
}
