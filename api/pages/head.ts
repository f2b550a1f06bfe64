import { html, raw } from 'hono/html'
import { CARD } from '../cards/layout.ts'
import { SITE_NAMES } from '../cards/words.ts'
import { writeHeadline } from '../domain/headline.ts'
import { shortenToLine } from '../domain/one-line.ts'
import { placeInFull } from '../domain/place-words.ts'
import type { Language } from '../domain/vocabulary.ts'
import type { ReportFeature } from '../reports/schema.ts'
import { scriptSafe } from './shell.ts'

const LOCALES = { ru: 'ru_RU', en: 'en_GB' } as const

const PLAIN_DESCRIPTION = {
  ru: 'Посмотрите, не видели ли вы этого питомца. Написать автору можно, не открывая адресов.',
  en: 'Have you seen this pet? You can write to the author without showing an address.',
} as const

/** A link preview cuts what is longer. */
const MAX_DESCRIPTION = 200

/** What links and search engines read of a report: title, description, Open Graph and JSON-LD. Public fields only. */
export async function renderReportHead(
  report: ReportFeature,
  options: { publicUrl: string; language: Language; cards: boolean },
): Promise<string> {
  const { publicUrl, language } = options
  const { properties } = report
  const place = placeInFull(properties.nearestPlace?.[language])
  const title = writeHeadline({ ...properties, place }, language)
  const description = shortenToLine(properties.description ?? PLAIN_DESCRIPTION[language], MAX_DESCRIPTION)
  const url = `${publicUrl}/reports/${report.id}`
  const image = chooseImage(report, options)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name: title,
    description,
    url,
    inLanguage: language,
    dateModified: properties.updatedAt,
    ...(image ? { image: image.url } : {}),
  }
  return String(
    await html`<title>${title} · ${SITE_NAMES[language]}</title>
    <meta name="description" content="${description}" />
    <link rel="canonical" href="${url}" />
    <meta property="og:type" content="article" />
    <meta property="og:site_name" content="${SITE_NAMES[language]}" />
    <meta property="og:locale" content="${LOCALES[language]}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${url}" />
    ${image ? html`<meta property="og:image" content="${image.url}" /><meta property="og:image:type" content="${image.type}" /><meta property="og:image:width" content="${image.width}" /><meta property="og:image:height" content="${image.height}" /><meta property="og:image:alt" content="${title}" />` : ''}
    <meta name="twitter:card" content="${image ? 'summary_large_image' : 'summary'}" />
    <script type="application/ld+json">${raw(scriptSafe(data))}</script>`,
  )
}

/** Nobody sees a dead animal's photo unasked. */
function firstShownPhoto({ kind, photos }: ReportFeature['properties']) {
  return kind === 'found_deceased' ? undefined : photos[0]
}

/** The painted card; its address changes with the report, as previews are kept for long by what shows them. */
function chooseImage(
  { id, properties }: ReportFeature,
  { publicUrl, language, cards }: { publicUrl: string; language: Language; cards: boolean },
) {
  if (cards) {
    const version = Date.parse(properties.updatedAt)
    return { ...CARD, type: 'image/png', url: `${publicUrl}/cards/${id}.png?lang=${language}&v=${version}` }
  }
  const photo = firstShownPhoto(properties)
  if (!photo) return undefined
  const { width, height } = photo
  return { width, height, type: 'image/webp', url: `${publicUrl}${photo.urls.full}` }
}
