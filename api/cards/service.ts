import type { Context } from '../context.ts'
import { lookOf } from '../domain/drawing/look-of.ts'
import type { Language } from '../domain/vocabulary.ts'
import { notFound } from '../errors.ts'
import { limitRate } from '../http/rate-limit.ts'
import { readPhoto } from '../photos/service.ts'
import type { ReportFeature } from '../reports/schema.ts'
import { getReport } from '../reports/service.ts'
import { drawCard, planPhoto } from './layout.ts'
import { readEnding, writeCard } from './words.ts'

/** A messenger fetches for all its people from few addresses. */
const PAINT_LIMIT = { name: 'card.paint', max: 600, windowS: 600 }

/** Changes when cards come to look different, so that nobody keeps an old one. */
const DESIGN = 3

export type Card =
  | { etag: string; paint: () => Promise<Uint8Array<ArrayBuffer>> }
  /** Where nothing paints, the photo stands for the card. */
  | { photoUrl: string }

/**
 * The picture that a link to a report is shown with; public fields only, whoever asks.
 * @throws ServiceError not-found also for hidden reports, and where there is neither a painter nor a photo
 */
export async function getCard(ctx: Context, id: string, asked: Language | undefined): Promise<Card> {
  const report = await getReport({ ...ctx, actor: { ...ctx.actor, token: undefined } }, id)
  const language = asked ?? report.properties.language ?? 'ru'
  const photo = choosePhoto(report)
  const { cards } = ctx
  if (!cards) {
    if (!photo) throw notFound()
    return { photoUrl: photo.urls.full }
  }
  const key = [id, Date.parse(report.properties.updatedAt), report.properties.status, language, DESIGN].join(
    '-',
  )
  return {
    etag: `"${key}"`,
    paint: async () => {
      await limitRate(ctx, PAINT_LIMIT)
      const area = photo && planPhoto(photo)
      const { kind } = report.properties
      const content = {
        kind,
        ending: readEnding(report.properties),
        words: writeCard(report, language),
        look: lookOf(report.properties),
        photo: area,
      }
      return cards.paint({
        key,
        draw: (letters) => drawCard(content, letters),
        photo: photo && area && { area, read: () => readPhoto(ctx, photo.id, 'full') },
      })
    },
  }
}

/** Nobody should meet the photo of a dead animal in a chat without having asked for it. */
function choosePhoto({ properties }: ReportFeature) {
  return properties.kind === 'found_deceased' ? undefined : properties.photos[0]
}
