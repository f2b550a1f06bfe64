import type { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { FIRST_LIST_PATH } from '../domain/first-list.ts'
import type { Language } from '../domain/vocabulary.ts'
import { ServiceError } from '../errors.ts'
import type { AppEnv } from '../http/env.ts'
import { listReports } from '../reports/list.ts'
import { getReport } from '../reports/service.ts'
import { fillShell, firstShownPhoto, renderReportHead } from './head.ts'
import { preloadReportCode } from './report-code.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Pages that hold something of one person's: no search engine has a use for them. */
const PRIVATE_PAGES = ['/reply', '/mine']

const hideFromSearch = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  c.header('X-Robots-Tag', 'noindex')
})

/** The photos of so many reports stand on the first screen of a phone. */
const FIRST_PHOTOS = 2

/** The first screen's list and the photos at its top begin to come with the page, not after its code. */
const fetchFirstScreenEarly = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const filtered = Object.keys(c.req.query()).some((name) => name !== 'lang')
  if (filtered) return
  c.header('Link', `<${FIRST_LIST_PATH}>; rel=preload; as=fetch; crossorigin`)
  try {
    const { features } = await listReports(c.var.ctx, { limit: FIRST_PHOTOS })
    for (const { properties } of features) {
      const photo = firstShownPhoto(properties)
      if (photo) c.header('Link', preloadHeader(photo.urls.card), { append: true })
    }
  } catch (error) {
    // The page itself needs no database, and says in words when the list cannot be had.
    c.var.log.warn('pages.first_photos_unknown', { name: error instanceof Error ? error.name : 'unknown' })
  }
})

const preloadHeader = (url: string) => `<${url}>; rel=preload; as=image; fetchpriority=high`

/** The built web app's index.html. */
export type LoadShell = () => Promise<string>

/**
 * Pages whose head the server writes, so that links and search engines see what they lead to. An entry adds them
 * where it has the built web app.
 */
export function addPages(app: Hono<AppEnv>, loadShell: LoadShell): void {
  app.use('/', fetchFirstScreenEarly)
  app.use('/reports/:id/:page', hideFromSearch)
  for (const path of PRIVATE_PAGES) app.use(path, hideFromSearch)
  app.get('/reports/:id', async (c) => {
    const shell = await loadShell()
    const { ctx } = c.var
    const id = c.req.param('id')
    c.header('Cache-Control', 'no-cache')
    c.header('Vary', 'Accept-Language')
    try {
      if (!UUID.test(id)) return c.html(shell, 404)
      const report = await getReport({ ...ctx, actor: { ...ctx.actor, token: undefined } }, id)
      const language = chooseLanguage(c.req.query('lang'), c.req.header('Accept-Language'))
      return c.html(
        fillShell(
          await preloadReportCode(shell, language),
          await renderReportHead(report, {
            publicUrl: ctx.config.publicUrl,
            language,
            cards: ctx.cards !== undefined,
          }),
          language,
        ),
      )
    } catch (error) {
      // The app itself tells a person that the report is gone; a search engine reads the status.
      if (error instanceof ServiceError) return c.html(shell, 404)
      throw error
    }
  })
}

function chooseLanguage(asked: string | undefined, accepted: string | undefined): Language {
  if (asked === 'ru' || asked === 'en') return asked
  const first = /\b(ru|en)\b/i.exec(accepted ?? '')?.[1]?.toLowerCase()
  return first === 'en' ? 'en' : 'ru'
}
