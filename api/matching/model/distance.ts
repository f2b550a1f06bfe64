import type { Species } from '../../domain/vocabulary.ts'
import type { Parameters } from './parameters.ts'
import type { Growth, Kernel } from './shapes.ts'
import { dogOrCat, kernelOf } from './species.ts'

/** Factor on the kernel's variances after `days` away; a negative delay counts as none. */
export function growthAfter(days: number, growth: Growth): number {
  const away = Math.max(0, days)
  const rise = growth.riseHours === 0 ? 1 : 1 - Math.exp(-(away * 24 + 1) / growth.riseHours)
  return rise * Math.min(growth.most, 1 + growth.perDay * Math.max(0, away - 7))
}

/** Probability density per m² of being `distance` metres away, by a mixture of two-dimensional Gaussians. */
export function kernelDensity(kernel: Kernel, distance: number, growth: number, pinVariance: number): number {
  let density = 0
  for (const [weight, scaleM] of kernel) {
    const variance = scaleM * scaleM * growth + pinVariance
    density += (weight / (2 * Math.PI * variance)) * Math.exp(-(distance * distance) / (2 * variance))
  }
  return density
}

/**
 * k(d; species, σi, σj, t) per m²: never zero, never rising with distance.
 * `pinVariance` is σi² + σj² in m²; the pins' errors add in quadrature.
 */
export function distanceDensity(
  species: Species,
  distance: number,
  days: number,
  pinVariance: number,
  parameters: Parameters,
): number {
  const kernel = parameters.kernel[kernelOf(species)]
  const growth = growthAfter(days, parameters.growth[dogOrCat(species)])
  return Math.max(kernelDensity(kernel, distance, growth, pinVariance), parameters.leastDensityPerM2)
}

/** Standard deviation of a pin along each axis: its stated accuracy and, when hidden, the size of its cell. */
export function pinSigmaM(
  pin: { accuracyM?: number | null | undefined; publicRadiusM?: number | undefined },
  { pin: rules }: Parameters,
): number {
  const own = Math.max(rules.exactM, (pin.accuracyM ?? rules.exactM) * rules.sigmaPerAccuracy)
  return Math.hypot(own, (pin.publicRadiusM ?? 0) * rules.sigmaPerPublicRadius)
}
