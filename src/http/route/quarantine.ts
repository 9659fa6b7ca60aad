import { z } from '@hono/zod-openapi'

import { listQuarantine } from '../../flow/list-quarantine.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { AccountPath, accountIdOf } from '../path-id.ts'
import { deny } from '../problem.ts'
import { QuarantinedMailShape } from './shapes.ts'

const QuarantineShape = z.object({ items: z.array(QuarantinedMailShape) }).openapi('Quarantine')

const list = declareRoute('quarantine:read', {
  method: 'get',
  path: '/accounts/{account}/quarantine',
  summary: 'Mails that could not be placed, the one due first on top',
  request: { params: AccountPath },
  responses: { 200: answer(QuarantineShape, 'The mails, redacted extracts only') },
})

/** Quarantined mails. */
export function quarantineRoutes({ desk }: HttpParts) {
  return newApp().openapi(list, async (c) => {
    const accountId = accountIdOf(c.req.valid('param'))
    const listed = await listQuarantine(desk, actorOf(c), { accountId })
    if ('ok' in listed) return deny(listed)
    const items = listed.items.map(({ id, reason, receivedAt, dueAt, sizeBytes, extract }) => ({
      id: String(id),
      reason,
      receivedAt: receivedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      sizeBytes,
      extract,
    }))
    return ok(c, QuarantineShape, { items })
  })
}
