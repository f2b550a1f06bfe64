import { OpenAPIHono } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { Deps } from './context.ts'
import type { AppEnv } from './http/env.ts'
import { limitBody } from './http/limit-body.ts'
import { answerError, sendProblem } from './http/problem.ts'
import { refuseOtherMethods } from './http/refuse-methods.ts'
import { readAddress, readBearer } from './http/request.ts'
import { describeApi } from './openapi.ts'
import { apiRoutes } from './routes.ts'

/** Most JSON bodies are a kilobyte; a description of 5,000 letters is under 30. */
const MAX_JSON_BYTES = 256 * 1024

/**
 * The whole HTTP API over what an entry hands in. Static files of the web app are the entry's.
 * Pure: reads no environment, opens nothing.
 */
export function createApp(deps: Deps) {
  const app = new OpenAPIHono<AppEnv>()
  app.onError(answerError)
  app.notFound((c) => sendProblem(c, 'not-found'))
  app.use(establishContext(deps))
  app.use(security)
  app.use(refuseOtherMethods(apiRoutes.routes))
  app.use('/api/*', limitJsonBody)
  app.use('/api/*', requireJson)
  app.route('/', apiRoutes)
  app.get('/api/openapi.json', (c) => c.json(describeApi()))
  app.get('/api/docs', (c) => c.redirect('/reference/'))
  // Entries put the web app behind these routes; what no route here answers is still not a page.
  for (const path of ['/api/*', '/cards/*', '/drawings/*', '/photos/*', '/tiles/*'])
    app.all(path, (c) => sendProblem(c, 'not-found'))
  return app
}

const establishContext = (deps: Deps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const requestId = crypto.randomUUID()
    const startedMs = deps.clock().getTime()
    c.set('requestId', requestId)
    c.set('log', deps.log)
    c.set('ctx', {
      ...deps,
      requestId,
      actor: { token: readBearer(c), address: readAddress(c, deps.config.trustProxy) },
    })
    await next()
    c.header('X-Request-Id', requestId)
    // The path without its query: a query may hold a place.
    deps.log.info('request', {
      requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: deps.clock().getTime() - startedMs,
    })
  })

/** Of the script in web/index.html that waits for the letters. */
const LETTERS_SCRIPT = "'sha256-ETLRawxqlRP82YtCG39a1mQ5XqEGZ8wPtn94BCNjBO8='"

const security = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    // Tiles and styles of the base map may come from any https host that MAP_STYLE_URL names.
    connectSrc: ["'self'", 'https:'],
    imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
    workerSrc: ["'self'", 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    scriptSrc: ["'self'", LETTERS_SCRIPT],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'strict-origin-when-cross-origin',
  permissionsPolicy: { geolocation: ['self'], camera: ['self'] },
  crossOriginResourcePolicy: 'cross-origin',
  // Set by the proxy that ends TLS; on plain http it would lock a village club's laptop out.
  strictTransportSecurity: false,
})

const isPhotoUpload = (path: string) => path.endsWith('/photos')

const jsonLimit = limitBody({
  maxSize: MAX_JSON_BYTES,
  onError: (c) =>
    sendProblem(c, 'too-large', {
      detail: 'The body may have at most 256 KiB.',
      errors: [{ pointer: '', code: 'too_big' }],
    }),
})

/** Photos have a limit of their own, in their routes. */
const limitJsonBody = createMiddleware<AppEnv>(async (c, next) =>
  isPhotoUpload(c.req.path) ? next() : jsonLimit(c, next),
)

const requireJson = createMiddleware<AppEnv>(async (c, next) => {
  const takesBody = ['POST', 'PATCH', 'PUT'].includes(c.req.method) && !isPhotoUpload(c.req.path)
  const type = c.req.header('Content-Type')
  if (takesBody && !(type && /^application\/([a-z.+-]+\+)?json\b/i.test(type))) {
    return sendProblem(c, 'unsupported-media-type', { detail: 'Send application/json.' })
  }
  await next()
})
