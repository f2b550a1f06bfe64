import type { Hono, Context as HonoContext } from 'hono'
import { createMiddleware } from 'hono/factory'
import { ServiceError } from '../errors.ts'
import type { AppEnv } from '../http/env.ts'
import { listReports } from '../reports/list.ts'
import { reportListQuery } from '../reports/schema.ts'
import { getReport } from '../reports/service.ts'
import { getSiteConfig } from '../site/config.ts'
import type { FirstPage, PageDrawer } from './draw.ts'
import { renderHomeHead } from './home-head.ts'
import { READER_VARY, type Reader, readReader } from './reader.ts'
import { addReportCode } from './report-code.ts'
import { renderReportHead } from './report-head.ts'
import { fillShell } from './shell.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Pages that hold something of one person's: no search engine has a use for them. */
const PRIVATE_PAGES = ['/reply', '/mine']

const hideFromSearch = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  c.header('X-Robots-Tag', 'noindex')
})

/** The built web app. */
export type WebApp = {
  /** Its index.html, with nothing drawn. */
  loadShell: () => Promise<string>
  loadDrawer: () => Promise<PageDrawer>
}

/**
 * Pages that the server writes, so that links and search engines see what they lead to, and a person sees the first
 * screen before any code has come. An entry adds them where it has the built web app.
 */
export function addPages(app: Hono<AppEnv>, web: WebApp): void {
  app.use('/reports/:id/:page', hideFromSearch)
  for (const path of PRIVATE_PAGES) app.use(path, hideFromSearch)
  // What the service worker keeps for every page of the app: nothing may be drawn in it.
  app.get('/index.html', async (c) => {
    c.header('Cache-Control', 'no-cache')
    return c.html(await web.loadShell())
  })
  app.get('/', async (c) => {
    const shell = await web.loadShell()
    sayThatItVaries(c)
    const { ctx, log } = c.var
    try {
      const { readListQuery } = await web.loadDrawer()
      const listQuery = readListQuery(new URL(c.req.url).search, ctx.clock().getTime())
      const asked = reportListQuery.safeParse(Object.fromEntries(new URLSearchParams(listQuery)))
      // Filters that mean nothing: the app says so.
      if (!asked.success) return c.html(shell)
      const [config, list] = await Promise.all([getSiteConfig(ctx), listReports(ctx, asked.data)])
      const reader = readReader(c)
      const page = { url: urlOf(c), language: reader.language, config, list, listQuery }
      const head = await renderHomeHead(ctx.config.publicUrl, reader.language)
      return c.html(fillShell(shell, { page, drawn: await draw(c, web, page, reader), head }))
    } catch (error) {
      // The app itself needs no database, and says in words when the list cannot be had.
      if (!(error instanceof ServiceError)) log.warn('pages.first_list_unknown', { name: nameOf(error) })
      return c.html(shell)
    }
  })
  app.get('/reports/:id', async (c) => {
    const shell = await web.loadShell()
    const { ctx } = c.var
    const id = c.req.param('id')
    sayThatItVaries(c)
    try {
      if (!UUID.test(id)) return c.html(shell, 404)
      const [config, report] = await Promise.all([
        getSiteConfig(ctx),
        getReport({ ...ctx, actor: { ...ctx.actor, token: undefined } }, id),
      ])
      const reader = readReader(c)
      const { language } = reader
      const page = { url: urlOf(c), language, config, report }
      const { publicUrl } = ctx.config
      const head = await renderReportHead(report, { publicUrl, language, cards: ctx.cards !== undefined })
      const withCode = await addReportCode(shell, language)
      return c.html(fillShell(withCode, { page, drawn: await draw(c, web, page, reader), head }))
    } catch (error) {
      // The app itself tells a person that the report is gone; a search engine reads the status.
      if (error instanceof ServiceError) return c.html(shell, 404)
      throw error
    }
  })
}

/** What the first screen shows of the page; nothing where the app is to draw it, which it can always do. */
async function draw(c: HonoContext<AppEnv>, web: WebApp, page: FirstPage, reader: Reader): Promise<string> {
  if (reader.lowVision) return ''
  const { ctx, log } = c.var
  try {
    const { drawPage } = await web.loadDrawer()
    return drawPage(page, { nowMs: ctx.clock().getTime(), timeZone: ctx.config.timeZone })
  } catch (error) {
    log.error('pages.not_drawn', { name: nameOf(error) })
    return ''
  }
}

function sayThatItVaries(c: HonoContext<AppEnv>): void {
  c.header('Cache-Control', 'no-cache')
  c.header('Vary', READER_VARY)
}

function urlOf(c: HonoContext<AppEnv>): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown')
