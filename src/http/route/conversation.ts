import { z } from '@hono/zod-openapi'

import { listInbox } from '../../flow/list-inbox.ts'
import { showConversation } from '../../flow/show-conversation.ts'
import type { ConversationId } from '../../model/ids.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { parseCursor } from '../cursor.ts'
import { answer, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { AccountPath, accountIdOf, ConversationPath, conversationIdOf } from '../path-id.ts'
import { presentConversation, presentInbox } from '../present.ts'
import { deny } from '../problem.ts'
import { ConversationShape, InboxShape } from './shapes.ts'

const PAGE_DEFAULT = 50
const PAGE_MAX = 100

const list = declareRoute('conversation:read', {
  method: 'get',
  path: '/accounts/{account}/conversations',
  summary: 'The inbox: due first, or newest first',
  request: {
    params: AccountPath,
    query: z.object({
      view: z.enum(['needs-reply', 'on-us', 'waiting', 'all']).default('needs-reply'),
      after: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_DEFAULT),
    }),
  },
  responses: { 200: answer(InboxShape, 'A page and where the next one begins') },
})

const show = declareRoute('conversation:read', {
  method: 'get',
  path: '/accounts/{account}/conversations/{conversation}',
  summary: 'One conversation; its ETag is what a reply must name',
  request: { params: ConversationPath },
  responses: { 200: answer(ConversationShape, 'The conversation') },
})

/** Reading conversations. */
export function conversationRoutes({ desk }: HttpParts) {
  return newApp()
    .openapi(list, async (c) => {
      const { view, after, limit } = c.req.valid('query')
      const accountId = accountIdOf(c.req.valid('param'))
      const cursor = after === undefined ? undefined : parseCursor<ConversationId>(after)
      const page = await listInbox(desk, actorOf(c), { accountId, view, after: cursor, limit })
      if ('ok' in page) return deny(page)
      return ok(c, InboxShape, presentInbox(page))
    })
    .openapi(show, async (c) => {
      const path = c.req.valid('param')
      const wish = { accountId: accountIdOf(path), conversationId: conversationIdOf(path) }
      const conversation = await showConversation(desk, actorOf(c), wish)
      if ('ok' in conversation) return deny(conversation)
      c.header('ETag', `"${conversation.row.version}"`)
      return ok(c, ConversationShape, presentConversation(conversation))
    })
}
