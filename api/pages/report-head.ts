import { CARD } from '../cards/layout.ts'
import { writeHeadline } from '../domain/headline.ts'
import { shortenToLine } from '../domain/one-line.ts'
import { placeInFull } from '../domain/place-words.ts'
import type { Language } from '../domain/vocabulary.ts'
import type { ReportFeature } from '../reports/schema.ts'
import { renderHead } from './head.ts'

const PLAIN_DESCRIPTION = {
  ru: 'Посмотрите, не видели ли вы этого питомца. Написать автору можно, не открывая адресов.',
  en: 'Have you seen this pet? You can write to the author without showing an address.',
} as const

/** A link preview cuts what is longer. */
const MAX_DESCRIPTION = 200

type Options = { publicUrl: string; language: Language; cards: boolean }

/** The head of a report's page. Public fields only. */
export function renderReportHead(report: ReportFeature, options: Options): Promise<string> {
  const { publicUrl, language } = options
  const { properties } = report
  const place = placeInFull(properties.nearestPlace?.[language])
  return renderHead({
    type: 'article',
    title: writeHeadline({ ...properties, place }, language),
    description: shortenToLine(properties.description ?? PLAIN_DESCRIPTION[language], MAX_DESCRIPTION),
    url: `${publicUrl}/reports/${report.id}`,
    language,
    image: chooseImage(report, options),
    large: true,
    data: { dateModified: properties.updatedAt },
  })
}

/** The painted card; its address changes with the report, as previews are kept for long by what shows them. */
function chooseImage({ id, properties }: ReportFeature, { publicUrl, language, cards }: Options) {
  if (cards) {
    const version = Date.parse(properties.updatedAt)
    return { ...CARD, type: 'image/png', url: `${publicUrl}/cards/${id}.png?lang=${language}&v=${version}` }
  }
  const photo = firstShownPhoto(properties)
  if (!photo) return undefined
  const { width, height } = photo
  return { width, height, type: 'image/webp', url: `${publicUrl}${photo.urls.full}` }
}

/** Nobody sees a dead animal's photo unasked. */
function firstShownPhoto({ kind, photos }: ReportFeature['properties']) {
  return kind === 'found_deceased' ? undefined : photos[0]
}
