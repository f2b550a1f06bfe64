import { distanceM } from '../../api/domain/geo/lng-lat.ts'
import type { Params } from '../i18n/translate.ts'
import type { ReportFeature } from '../wire.ts'
import { type DistanceKey, distanceWords, slackOf } from './distance-words.ts'
import { placeOf } from './geo.ts'

/** How far apart two reports are, as their reader knows their places. */
export function apartWords(
  key: DistanceKey,
  a: ReportFeature,
  b: ReportFeature,
  params: Params = {},
): string {
  const slackM = slackOf(a.properties) + slackOf(b.properties)
  return distanceWords(key, distanceM(placeOf(a), placeOf(b)), slackM, params)
}
