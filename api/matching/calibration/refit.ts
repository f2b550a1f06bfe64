import type { Species } from '../../domain/vocabulary.ts'
import { overrideParameters } from '../model/override.ts'
import type { Parameters } from '../model/parameters.ts'
import type { Shares } from '../model/shapes.ts'
import { dogOrCat, tableOf } from '../model/species.ts'
import type { FactorName, Reason } from '../model/types.ts'

/** One verdict with the evidence as it was shown. */
export type Outcome = { id: string; isSame: boolean; reasons: readonly Reason[]; probability: number }

export type Refit = {
  /** What to lay over the parameters; empty when nothing was better than leaving them alone. */
  changes: Record<string, unknown>
  outcomes: number
  heldBack: number
  /** Mean log-loss on the held-back outcomes. */
  before: number
  after: number
}

/** Outcomes without which percentages would be a guess. */
export const LEAST_OUTCOMES = 200
/** Weight of the published shares, in pairs of one animal. */
const PRIOR_PAIRS = 100
/** Prior deviations of the two numbers that straighten the probabilities; 0 and 1 leave them as they are. */
const SHIFT_DEVIATION = 1
const SLOPE_DEVIATION = 0.25

const LEAST = 1e-6
const clampShare = (value: number) => Math.min(1 - LEAST, Math.max(LEAST, value))
const logit = (value: number) => Math.log(clampShare(value)) - Math.log1p(-clampShare(value))
const sigmoid = (value: number) => 1 / (1 + Math.exp(-value))

/** Where a factor's levels stand in the table of a species. */
function levelTable(parameters: Parameters, species: Species, factor: FactorName) {
  const { breed, sex, neutered, size, age, coat, pattern } = parameters
  const like = dogOrCat(species)
  const tables: Partial<Record<FactorName, { path: string[]; levels: Record<string, Shares> }>> = {
    breed: { path: ['breed', tableOf(species)], levels: breed[tableOf(species)] },
    sex: { path: ['sex', like], levels: sex[like] },
    neutered: { path: ['neutered'], levels: neutered },
    size: { path: ['size'], levels: size },
    age: { path: ['age'], levels: age },
    coat: { path: ['coat', like], levels: coat[like] },
    pattern: { path: ['pattern'], levels: pattern },
  }
  return tables[factor]
}

const FACTORS = ['breed', 'sex', 'neutered', 'size', 'age', 'coat', 'pattern'] as const

/** Same-animal shares of each level, by what pairs judged "same" looked like, shrunk to the table. */
function refitShares(species: Species, same: readonly Outcome[], parameters: Parameters) {
  const changes: Record<string, unknown> = {}
  for (const factor of FACTORS) {
    const table = levelTable(parameters, species, factor)!
    const seen = same.flatMap(({ reasons }) =>
      reasons.flatMap((reason) => (reason.factor === factor && reason.relation ? [reason.relation] : [])),
    )
    if (seen.length === 0) continue
    const levels = Object.entries(table.levels).map(([level, [share, unrelated]]) => {
      const count = seen.filter((relation) => relation === level).length
      const refitted = (PRIOR_PAIRS * share + count) / (PRIOR_PAIRS + seen.length)
      return [level, [refitted, unrelated]] as const
    })
    setAt(changes, table.path, Object.fromEntries(levels))
  }
  return changes
}

function setAt(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path as [string, ...string[]]
  if (rest.length === 0) {
    target[first] = value
    return
  }
  const next = (target[first] ?? {}) as Record<string, unknown>
  target[first] = next
  setAt(next, rest, value)
}

/** The outcome's log-odds under other shares and another ρ, before they are straightened. */
function logOdds(outcome: Outcome, species: Species, old: Parameters, next: Parameters): number {
  const table = tableOf(species)
  const prior = logit(next.registered[table]) - logit(old.registered[table])
  const shift = outcome.reasons.reduce((sum, { factor, relation }) => {
    const before = relation && levelTable(old, species, factor)?.levels[relation]
    const after = relation && levelTable(next, species, factor)?.levels[relation]
    return before && after ? sum + Math.log(after[0] / before[0]) : sum
  }, 0)
  return logit(outcome.probability) + old.calibration.b * (shift + prior)
}

type Line = { shift: number; slope: number }
type Point = { x: number; isSame: boolean }

/** A flatter line would hold no evidence for anything. */
const LEAST_SLOPE = 0.1
const MOST_STEPS = 50
const MOST_HALVINGS = 30

/** What Newton's method takes from a line; the shift alone where the slope is pressed against its least. */
function newtonStep(points: readonly Point[], { shift, slope }: Line): Line {
  let [g0, g1] = [shift / SHIFT_DEVIATION ** 2, (slope - 1) / SLOPE_DEVIATION ** 2]
  let [h00, h01, h11] = [1 / SHIFT_DEVIATION ** 2, 0, 1 / SLOPE_DEVIATION ** 2]
  for (const { x, isSame } of points) {
    const p = sigmoid(shift + slope * x)
    const error = p - (isSame ? 1 : 0)
    const weight = p * (1 - p)
    g0 += error
    g1 += error * x
    h00 += weight
    h01 += weight * x
    h11 += weight * x * x
  }
  if (slope <= LEAST_SLOPE && g1 > 0) return { shift: g0 / h00, slope: 0 }
  const determinant = h00 * h11 - h01 * h01
  return { shift: (h11 * g0 - h01 * g1) / determinant, slope: (h00 * g1 - h01 * g0) / determinant }
}

/** Minus the log-likelihood with the normal priors around "leave it as it is". */
const costOf = (points: readonly Point[], line: Line) =>
  points.length * meanLoss(points, line) +
  (line.shift / SHIFT_DEVIATION) ** 2 / 2 +
  ((line.slope - 1) / SLOPE_DEVIATION) ** 2 / 2

/** Platt scaling by Newton's method; a step that would overshoot is halved until it leads down, else verdicts teach nothing. */
function straighten(points: readonly Point[]): Line {
  let line: Line = { shift: 0, slope: 1 }
  let cost = costOf(points, line)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const whole = newtonStep(points, line)
    const steps = Array.from({ length: MOST_HALVINGS }, (_, halving) => 0.5 ** halving)
    const lower = steps
      .values()
      .map((part) => ({
        shift: line.shift - part * whole.shift,
        slope: Math.max(LEAST_SLOPE, line.slope - part * whole.slope),
      }))
      .find((next) => costOf(points, next) < cost)
    if (!lower) break
    line = lower
    cost = costOf(points, line)
  }
  return line
}

function meanLoss(points: readonly Point[], { shift, slope }: Line): number {
  const loss = ({ x, isSame }: Point) => {
    const p = clampShare(sigmoid(shift + slope * x))
    return -Math.log(isSame ? p : 1 - p)
  }
  return points.reduce((sum, point) => sum + loss(point), 0) / Math.max(1, points.length)
}

/** Every fourth outcome is held back; by its id, so that a second run holds back the same ones. */
const isHeldBack = ({ id }: Outcome) => Number.parseInt(id.replaceAll('-', '').slice(-4), 16) % 4 === 0

/**
 * Refits the attribute shares and the calibration (a, b) of one species from verdicts, all made under `parameters`.
 * On the outcomes held back, shares with calibration, calibration alone, and the parameters as they are compete.
 * @param registered ρ as counted, when it was; it is taken with any change
 */
export function refitParameters(
  species: Species,
  outcomes: readonly Outcome[],
  parameters: Parameters,
  registered: number = parameters.registered[tableOf(species)],
): Refit {
  const held = outcomes.filter(isHeldBack)
  const train = outcomes.filter((outcome) => !isHeldBack(outcome))
  const same = train.filter((outcome) => outcome.isSame)
  const pointsUnder = (list: readonly Outcome[], next: Parameters) =>
    list.map((outcome) => ({ x: logOdds(outcome, species, parameters, next), isSame: outcome.isSame }))
  const before = meanLoss(pointsUnder(held, parameters), { shift: 0, slope: 1 })
  const counted = { registered: { [tableOf(species)]: registered } }
  const contenders = [counted, { ...refitShares(species, same, parameters), ...counted }].map((changes) => {
    const next = overrideParameters(parameters, changes)
    const line = straighten(pointsUnder(train, next))
    const { a, b } = parameters.calibration
    const calibration = { a: line.shift + line.slope * a, b: line.slope * b }
    return { changes: { ...changes, calibration }, loss: meanLoss(pointsUnder(held, next), line) }
  })
  const best = contenders.reduce((one, other) => (other.loss < one.loss ? other : one))
  const isBetter = best.loss < before
  return {
    changes: isBetter ? best.changes : {},
    outcomes: outcomes.length,
    heldBack: held.length,
    before,
    after: isBetter ? best.loss : before,
  }
}

/** Lost reports weigh in on how often the true one is in the register at all. */
const PRIOR_LOST = 200

/** ρ from lost reports that have had their time, shrunk to the published value. */
export const refitRegistered = (published: number, lost: number, matched: number): number =>
  (PRIOR_LOST * published + Math.min(lost, matched)) / (PRIOR_LOST + lost)
