import { z } from '@hono/zod-openapi'

import { Fault } from '../../base/fault.ts'
import { type Due, listDeadlines } from '../../flow/list-deadlines.ts'
import { settleDeadline } from '../../flow/settle-deadline.ts'
import type { DueId } from '../../store/due.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { cursorText, parseCursor } from '../cursor.ts'
import { answer, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { AccountPath, accountIdOf, deadlineIdOf, DeadlinePath } from '../path-id.ts'
import { presentDeadline } from '../present-message.ts'
import { deny } from '../problem.ts'
import { DuesShape, type DueView } from './due-shapes.ts'
import { DeadlineShape } from './message-shapes.ts'

const PAGE_DEFAULT = 50
const PAGE_MAX = 100

const list = declareRoute('conversation:read', {
  method: 'get',
  path: '/accounts/{account}/deadlines',
  summary: 'All that must be done in time, due first: answers, claims that may come of them, deadlines, time to undo',
  request: {
    params: AccountPath,
    query: z.object({
      after: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_DEFAULT),
    }),
  },
  responses: { 200: answer(DuesShape, 'A page and where the next one begins') },
})

const settle = declareRoute('deadline:settle', {
  method: 'post',
  path: '/accounts/{account}/deadlines/{deadline}/settle',
  summary: 'Say that what had to be done in time is done',
  request: { params: DeadlinePath },
  responses: { 200: answer(DeadlineShape, 'The deadline, settled') },
})

/** What must be done in time, and saying that it is done. */
export function deadlineRoutes({ desk }: HttpParts) {
  return newApp()
    .openapi(list, async (c) => {
      const { after, limit } = c.req.valid('query')
      const cursor = after === undefined ? undefined : parseCursor<DueId>(after)
      const wish = { accountId: accountIdOf(c.req.valid('param')), after: cursor, limit }
      const page = await listDeadlines(desk, actorOf(c), wish)
      if ('ok' in page) return deny(page)
      return ok(c, DuesShape, {
        items: page.items.map(presentDue),
        next: page.next ? cursorText(page.next) : null,
      })
    })
    .openapi(settle, async (c) => {
      const path = c.req.valid('param')
      const wish = { accountId: accountIdOf(path), deadlineId: deadlineIdOf(path) }
      const settled = await settleDeadline(desk, actorOf(c), wish)
      if (settled.ok) return ok(c, DeadlineShape, presentDeadline(settled.deadline))
      if (settled.reason === 'settled') throw new Fault('thing.changed', { detail: 'the deadline is settled already' })
      return deny({ ...settled, reason: settled.reason })
    })
}

function presentDue({ kind, startsAt, dueAt, state, conversation }: Due): DueView {
  return {
    conversationId: String(conversation.row.id),
    buyerName: conversation.buyerName ?? null,
    kind,
    startsAt: startsAt.toISOString(),
    dueAt: dueAt.toISOString(),
    state,
  }
}
