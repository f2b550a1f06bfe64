import { roundDistanceM } from '../../api/domain/geo/round-distance.ts'
import { formatDistance } from '../i18n/dates.ts'
import { t } from '../i18n/index.ts'
import type { Params } from '../i18n/translate.ts'
import type { ReportFeature } from '../wire.ts'

/** What a distance to or between reports is said with. Each has words for a bound beside it. */
export type DistanceKey =
  | 'sightings.from'
  | 'animal.away'
  | 'animal.awayThere'
  | 'animal.ask.picture'
  | 'reason.distance'
  | 'map.pair.label'
  | 'card.away'

type Placed = Pick<ReportFeature['properties'], 'location' | 'publicRadiusM'>

/** How far from the shown place the true one may be, as the reader knows it: nothing for one's own report. */
export const slackOf = ({ location, publicRadiusM }: Placed) => (location ? 0 : publicRadiusM)

/**
 * How far apart two places are that may be off by `slackM` together, both in metres. Where they could as well lie at one
 * point a figure would claim what nobody knows: then the distance is a bound, within which they lie.
 */
export function shownDistance(awayM: number, slackM: number): { distance: string; isBound: boolean } {
  const isBound = slackM > awayM
  return { distance: formatDistance(roundDistanceM(isBound ? awayM + slackM : awayM)), isBound }
}

export function distanceWords(key: DistanceKey, awayM: number, slackM: number, params: Params = {}): string {
  const { distance, isBound } = shownDistance(awayM, slackM)
  return isBound ? t(`${key}.within`, { ...params, distance }) : t(key, { ...params, distance })
}
