import type { Context } from '../context.ts'
import { getReport } from '../reports/service.ts'
import { isSamePicture, SAME_PICTURE_BITS } from './features/compare-photos.ts'
import { findFeatures, findPictureTwins } from './queries.ts'
import type { SamePicture } from './schema.ts'

/** Copies that were cropped or edited are looked for where several people would post one animal. */
const SEARCH_RADIUS_M = 5_000
/** Beyond this one picture in two reports is not two neighbours who saw one animal. */
const FAR_M = 100_000

/**
 * Other reports that show a picture of this one. Nearby that is one animal posted twice; far away perhaps
 * somebody else's picture.
 * @throws ServiceError not-found for a report that the caller may not see
 */
export async function findSamePictures(ctx: Context, reportId: string): Promise<SamePicture[]> {
  await getReport(ctx, reportId)
  const twins = await findPictureTwins(ctx.readSql, reportId, {
    bits: SAME_PICTURE_BITS,
    radiusM: SEARCH_RADIUS_M,
  })
  const photos = await findFeatures(ctx.readSql, [reportId, ...twins.map((twin) => twin.other_report_id)])
  const featuresOf = (report: string, photo: string) =>
    photos.find(({ reportId, id }) => reportId === report && id === photo)?.features
  return twins.flatMap((twin) => {
    const own = featuresOf(reportId, twin.own_id)
    const other = featuresOf(twin.other_report_id, twin.other_id)
    if (!own || !other || !isSamePicture(own, other)) return []
    return [
      {
        reportId: twin.other_report_id,
        photoId: twin.own_id,
        otherPhotoId: twin.other_id,
        distanceM: Math.round(twin.distance_m),
        far: twin.distance_m > FAR_M,
      },
    ]
  })
}
