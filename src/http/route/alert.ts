import { z } from '@hono/zod-openapi'

import { type ListedAlert, listAlerts } from '../../flow/alert/list-alerts.ts'
import { seeAlert } from '../../flow/alert/see-alert.ts'
import type { Alert } from '../../model/alert.ts'
import type { AlertId } from '../../model/ids.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { cursorText, parseCursor } from '../cursor.ts'
import { answer, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { AccountPath, accountIdOf, alertIdOf, AlertPath } from '../path-id.ts'
import { deny } from '../problem.ts'
import { AlertShape, AlertsShape, type AlertView } from './alert-shapes.ts'

const PAGE_DEFAULT = 50
const PAGE_MAX = 100

const list = declareRoute('conversation:read', {
  method: 'get',
  path: '/accounts/{account}/alerts',
  summary: 'What somebody must be told of, the one due first on top',
  request: {
    params: AccountPath,
    query: z.object({
      after: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_DEFAULT),
    }),
  },
  responses: { 200: answer(AlertsShape, 'A page and where the next one begins') },
})

const see = declareRoute('alert:end', {
  method: 'post',
  path: '/accounts/{account}/alerts/{alert}/seen',
  summary: 'Say that an alert was seen: it ends and is not raised again',
  request: { params: AlertPath },
  responses: { 200: answer(AlertShape, 'The alert') },
})

/** Alerts. */
export function alertRoutes({ desk }: HttpParts) {
  return newApp()
    .openapi(list, async (c) => {
      const { after, limit } = c.req.valid('query')
      const accountId = accountIdOf(c.req.valid('param'))
      const cursor = after === undefined ? undefined : parseCursor<AlertId>(after)
      const page = await listAlerts(desk, actorOf(c), { accountId, after: cursor, limit })
      if ('ok' in page) return deny(page)
      const next = page.next ? cursorText(page.next) : null
      return ok(c, AlertsShape, { items: page.items.map((alert) => presentAlert(alert, alert.buyerName)), next })
    })
    .openapi(see, async (c) => {
      const path = c.req.valid('param')
      const seen = await seeAlert(desk, actorOf(c), { accountId: accountIdOf(path), alertId: alertIdOf(path) })
      return seen.ok ? ok(c, AlertShape, presentAlert(seen.alert, undefined)) : deny(seen)
    })
}

function presentAlert(alert: Alert, buyerName: ListedAlert['buyerName']): AlertView {
  return {
    id: String(alert.id),
    conversationId: alert.conversationId === undefined ? null : String(alert.conversationId),
    buyerName: buyerName ?? null,
    kind: alert.kind,
    objectId: String(alert.objectId),
    dueAt: alert.dueAt.toISOString(),
    raisedAt: alert.raisedAt.toISOString(),
  }
}
