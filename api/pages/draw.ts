import type { Language } from '../domain/vocabulary.ts'
import type { ReportCollection, ReportFeature } from '../reports/schema.ts'
import type { SiteConfig } from '../site/config.ts'

/** What the server knows of the page that a browser opens first: it draws it, and puts it into the page for the app. */
export type FirstPage = {
  /** Path and search, as asked for. */
  url: string
  language: Language
  config: SiteConfig
  list?: ReportCollection | undefined
  /** The API's query that found the list. */
  listQuery?: string | undefined
  report?: ReportFeature | undefined
}

/**
 * The page as HTML, as the web app draws it in the browser (web/draw.tsx, built into dist/draw). `timeZone` is an IANA
 * name, for a reader whose own is not known yet.
 */
export type DrawPage = (page: FirstPage, at: { nowMs: number; timeZone: string }) => string

/** What of the web app runs on the server. */
export type PageDrawer = {
  drawPage: DrawPage
  /** The API's query for the list of the first page, by the filters in its address. */
  readListQuery: (search: string, nowMs: number) => string
}
