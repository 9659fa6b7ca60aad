import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'

import { Fault } from '../base/fault.ts'
import { hex } from '../base/bytes.ts'
import { identify } from '../flow/identify.ts'
import { identifyActor, SESSION_COOKIE } from './actor-of.ts'
import { type App, newApp } from './app-env.ts'
import { guardRoutes } from './guard-routes.ts'
import { logRequests } from './log-requests.ts'
import { servePage } from './page.ts'
import type { HttpParts } from './parts.ts'
import { problemResponse } from './problem.ts'
import { refuseCrossSite } from './refuse-cross-site.ts'
import { accountRoutes } from './route/account.ts'
import { alertRoutes } from './route/alert.ts'
import { checkRoutes } from './route/check.ts'
import { conversationRoutes } from './route/conversation.ts'
import { deadlineRoutes } from './route/deadline.ts'
import { draftRoutes } from './route/draft.ts'
import { eventRoutes } from './route/events.ts'
import { mailboxRoutes } from './route/mailbox.ts'
import { meRoutes } from './route/me.ts'
import { noResponseRoutes } from './route/no-response.ts'
import { ORDER_REPORTS, orderRoutes } from './route/order.ts'
import { policyRoutes } from './route/policy.ts'
import { quarantineRoutes } from './route/quarantine.ts'
import { reconciliationRoutes } from './route/reconciliation.ts'
import { replyRoutes } from './route/reply.ts'
import { responseFigureRoutes } from './route/response-figure.ts'
import { ruleRoutes } from './route/rule.ts'
import { senderRoutes } from './route/sender.ts'
import { sessionRoutes } from './route/session.ts'

/** Largest request body; a reply has at most 20,000 characters. */
const BODY_MAX_BYTES = 256 * 1024
const REQUEST_ID_BYTES = 8
const API = '/api/v1'

/** The whole HTTP surface. A Fault 'bug' when a route has no access declared: such a desk does not start. */
export function createApp(parts: HttpParts): App {
  const app = newApp()
  app.onError((error, c) => problemResponse(c, error))
  app.notFound((c) => problemResponse(c, new Fault('thing.missing')))
  app.use(async (c, next) => {
    c.set('requestId', hex(parts.desk.random.bytes(REQUEST_ID_BYTES)))
    await next()
    c.header('X-Request-Id', c.get('requestId'))
  })
  app.use(logRequests(parts))
  app.use(secureHeaders({ referrerPolicy: 'no-referrer', strictTransportSecurity: parts.isHttps }))
  app.use(refuseCrossSite())
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    await parts.ready()
    return c.text('ok')
  })
  const limitBody = bodyLimit({ maxSize: BODY_MAX_BYTES, onError: tooLarge })
  app.use(`${API}/*`, (c, next) => (ORDER_REPORTS.test(c.req.path) ? next() : limitBody(c, next)))
  app.use(
    `${API}/*`,
    identifyActor((token) => identify(parts.desk, token)),
  )
  app.use(`${API}/*`, async (c, next) => {
    c.header('Cache-Control', 'no-store')
    await next()
  })
  addRoutes(app, parts)
  app.all(`${API}/*`, () => {
    throw new Fault('thing.missing')
  })
  app.get('*', servePage(parts.page, parts.desk.random))
  return app
}

function addRoutes(app: App, parts: HttpParts): void {
  const makers = [
    sessionRoutes,
    meRoutes,
    accountRoutes,
    mailboxRoutes,
    senderRoutes,
    conversationRoutes,
    draftRoutes,
    checkRoutes,
    replyRoutes,
    policyRoutes,
    ruleRoutes,
    quarantineRoutes,
    orderRoutes,
    reconciliationRoutes,
    deadlineRoutes,
    noResponseRoutes,
    responseFigureRoutes,
    alertRoutes,
    eventRoutes,
  ]
  const groups = makers.map((make) => make(parts))
  for (const group of groups) guardRoutes(app, API, group)
  for (const group of groups) app.route(API, group)
  const { openAPIRegistry } = app
  openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
  })
  app.doc31(`${API}/openapi.json`, { openapi: '3.1.0', info: { title: 'Safereply', version: '1' } })
}

function tooLarge(): never {
  throw new Fault('thing.too-large', { detail: `${BODY_MAX_BYTES} bytes` })
}
