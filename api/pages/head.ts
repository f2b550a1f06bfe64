import { html, raw } from 'hono/html'
import { SITE_NAMES } from '../cards/words.ts'
import type { Language } from '../domain/vocabulary.ts'
import { scriptSafe } from './shell.ts'

const LOCALES = { ru: 'ru_RU', en: 'en_GB' } as const

/** What a page says of itself to links and search engines. */
export type HeadWords = {
  type: 'website' | 'article'
  title: string
  description: string
  url: string
  language: Language
  image?: { url: string; type: string; width: number; height: number } | undefined
  /** Whether the picture is the preview, not a mark beside its words. */
  large?: boolean
  /** More for JSON-LD, by the names of schema.org. */
  data?: Record<string, unknown>
}

/** Title, description, Open Graph and JSON-LD. */
export async function renderHead(words: HeadWords): Promise<string> {
  const { type, title, description, url, language, image, large = false } = words
  const data = {
    '@context': 'https://schema.org',
    '@type': type === 'website' ? 'WebSite' : 'WebPage',
    name: title,
    description,
    url,
    inLanguage: language,
    ...words.data,
    ...(image ? { image: image.url } : {}),
  }
  return String(
    await html`<title>${title} · ${SITE_NAMES[language]}</title>
    <meta name="description" content="${description}" />
    <link rel="canonical" href="${url}" />
    <meta property="og:type" content="${type}" />
    <meta property="og:site_name" content="${SITE_NAMES[language]}" />
    <meta property="og:locale" content="${LOCALES[language]}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${url}" />
    ${image ? html`<meta property="og:image" content="${image.url}" /><meta property="og:image:type" content="${image.type}" /><meta property="og:image:width" content="${image.width}" /><meta property="og:image:height" content="${image.height}" /><meta property="og:image:alt" content="${title}" />` : ''}
    <meta name="twitter:card" content="${image && large ? 'summary_large_image' : 'summary'}" />
    <script type="application/ld+json">${raw(scriptSafe(data))}</script>`,
  )
}
