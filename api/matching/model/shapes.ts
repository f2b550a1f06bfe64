/** Shapes of the entries of the parameter table. */

/** `[weight, scaleM]` of each Gaussian of a distance mixture; weights sum to 1. */
export type Kernel = readonly (readonly [weight: number, scaleM: number])[]

/** Growth of the kernel's variance with the time away. */
export type Growth = {
  /** Hours after which a fresh loss has spread to 63 %; 0 means spread at once. */
  riseHours: number
  /** Growth a day after day 7. */
  perDay: number
  /** Upper limit. */
  most: number
}

/** Mixture of a log-normal delay, an exponential one, and a little room for wrong dates. */
export type Delay = {
  medianDays: number
  sigma: number
  /** Share and mean of an exponential part: animals that somebody kept, and other places than those measured. */
  lateShare: number
  lateDays: number
  earlyShare: number
  earlyDays: number
}

/**
 * Two shares of one level of an attribute: among pairs of reports on one animal, and among unrelated pairs. Their
 * quotient is the level's likelihood ratio (Fellegi and Sunter 1969). The second share is only the starting point:
 * what the candidates at hand look like replaces it, see `population.ts`.
 */
export type Shares = readonly [same: number, unrelated: number]
export type Levels<L extends string> = Record<L, Shares>

export type AgreementLevel = 'same' | 'different'
export type Agreement = Record<AgreementLevel, number>
export type LadderLevel = 'same' | 'adjacent' | 'apart'
export type ColourLevel = 'same' | 'close' | 'near' | 'far' | 'disjoint'
export type ColourRules = {
  /** Weight of taking one colour for another that looks the same, against keeping it. */
  swap: number
  /** How fast that falls with unlikeness. */
  likeness: number
  /** Weight of one side leaving a colour out; white patches are left out more easily. */
  omit: number
  omitWhite: number
  noise: number
}
export type PatternLevel = 'same' | 'related' | 'different'
export type BreedLevel = 'same' | 'overlap' | 'confusable' | 'different'
