import type { Species } from '../domain/vocabulary.ts'
import { defaultParameters } from '../matching/model/parameters.ts'
import type { Kernel } from '../matching/model/shapes.ts'
import { dogOrCat, kernelOf } from '../matching/model/species.ts'
import type { Dice } from './dice.ts'
import { DISTRICTS, type District } from './places.ts'

export type Spot = { lng: number; lat: number; district: District }

/** Metres of a degree at Moscow's latitude. */
const LAT_M = 111_320
const LNG_M = LAT_M * Math.cos((55.75 * Math.PI) / 180)

const round = (value: number) => Math.round(value * 1e5) / 1e5

export function distanceBetweenM(a: { lng: number; lat: number }, b: { lng: number; lat: number }): number {
  return Math.hypot((a.lng - b.lng) * LNG_M, (a.lat - b.lat) * LAT_M)
}

function shift(from: { lng: number; lat: number }, distanceM: number, heading: number) {
  return {
    lng: round(from.lng + (distanceM * Math.sin(heading)) / LNG_M),
    lat: round(from.lat + (distanceM * Math.cos(heading)) / LAT_M),
  }
}

const nearestDistrict = (point: { lng: number; lat: number }): District =>
  DISTRICTS.reduce((best, district) =>
    distanceBetweenM(district, point) < distanceBetweenM(best, point) ? district : best,
  )

const inDistrict = (dice: Dice, district: District): Spot => ({
  ...shift(district, district.reachM * Math.sqrt(dice.roll()), dice.between(0, 2 * Math.PI)),
  district,
})

export const pickSpot = (dice: Dice): Spot => inDistrict(dice, dice.pick(DISTRICTS))

/** A place people live at, about so far away: rivers, parks and railways lie between districts, not in them. */
export function moveSpot(dice: Dice, from: Spot, distanceM: number): Spot {
  const start = dice.between(0, 2 * Math.PI)
  for (let turn = 0; turn < 24; turn++) {
    const point = shift(from, distanceM, start + (turn * Math.PI) / 12)
    const district = nearestDistrict(point)
    if (distanceBetweenM(district, point) <= district.reachM) return { ...point, district }
  }
  // No heading ends among houses: the nearest distance that some district has.
  const target = DISTRICTS.reduce((best, district) => {
    const miss = (one: District) => Math.abs(distanceBetweenM(one, from) - distanceM)
    return miss(district) < miss(best) ? district : best
  })
  return inDistrict(dice, target)
}

/** How far from the loss a finder reports it: the match model's own kernel. */
export function rollDistanceM(dice: Dice, species: Species): number {
  const kernel: Kernel = defaultParameters.kernel[kernelOf(species)]
  const [, scaleM] = dice.pickWeighted(
    kernel.map((part) => Object.assign([...part] as [number, number], { weight: part[0] })),
  )
  return Math.min(18_000, scaleM * Math.sqrt(-2 * Math.log(1 - dice.roll())))
}

/** Days between loss and report, by the match model's delay. */
export function rollDelayDays(dice: Dice, species: Species): number {
  const { medianDays, sigma } = defaultParameters.delay[dogOrCat(species)]
  return Math.min(40, Math.max(0.04, dice.around(medianDays, sigma)))
}
