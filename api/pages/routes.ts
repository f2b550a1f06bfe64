import type { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { FIRST_LIST_PATH } from '../domain/first-list.ts'
import type { Language } from '../domain/vocabulary.ts'
import { ServiceError } from '../errors.ts'
import type { AppEnv } from '../http/env.ts'
import { getReport } from '../reports/service.ts'
import { fillShell, renderReportHead } from './head.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Pages that hold something of one person's: no search engine has a use for them. */
const PRIVATE_PAGES = ['/reply', '/mine']

const hideFromSearch = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  c.header('X-Robots-Tag', 'noindex')
})

const fetchListEarly = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const filtered = Object.keys(c.req.query()).some((name) => name !== 'lang')
  if (!filtered) c.header('Link', `<${FIRST_LIST_PATH}>; rel=preload; as=fetch; crossorigin`)
})

/** The built web app's index.html. */
export type LoadShell = () => Promise<string>

/**
 * Pages whose head the server writes, so that links and search engines see what they lead to. An entry adds them
 * where it has the built web app.
 */
export function addPages(app: Hono<AppEnv>, loadShell: LoadShell): void {
  app.use('/', fetchListEarly)
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
          shell,
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
