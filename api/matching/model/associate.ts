export type Calibration = { a: number; b: number }

export type Association = {
  /** In the order of the ratios given. */
  probabilities: number[]
  /** What is left: the true one is not among them. */
  noneOfThese: number
}

/**
 * Shares one unit of probability between the candidates and "none of these".
 *
 * Raw, P_j = ρ·LR_j / (1 − ρ + ρ·Σ LR), the data-association form of Bar-Shalom and Tse (1975). Calibrated, each
 * candidate's odds ρ·LR_j/(1 − ρ) become e^a · odds^b before they share, which for one candidate is exactly
 * sigmoid(a + b·logit P), keeps the order, and still sums to 1.
 * Takes natural logs of the ratios, so that 1e6 times 1e6 stays finite.
 */
export function associate(logRatios: readonly number[], rho: number, { a, b }: Calibration): Association {
  const logPrior = Math.log(rho) - Math.log1p(-rho)
  const logOdds = logRatios.map((log) => a + b * (logPrior + log))
  const top = Math.max(0, ...logOdds)
  const weights = logOdds.map((log) => Math.exp(log - top))
  const none = Math.exp(-top)
  const total = weights.reduce((sum, weight) => sum + weight, none)
  return { probabilities: weights.map((weight) => weight / total), noneOfThese: none / total }
}
