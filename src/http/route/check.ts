import { z } from '@hono/zod-openapi'

import { checkReply } from '../../flow/check-reply.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, body, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { accountIdOf, ConversationPath, conversationIdOf } from '../path-id.ts'
import { presentVerdict } from '../present.ts'
import { deny } from '../problem.ts'
import { VerdictShape } from './shapes.ts'

const ReplyCheckShape = z.object({ text: z.string() }).openapi('ReplyCheck')

const checkIt = declareRoute('draft:write', {
  method: 'post',
  path: '/accounts/{account}/conversations/{conversation}/check',
  summary: 'What sending this text here would meet now; nothing is kept',
  request: { params: ConversationPath, body: body(ReplyCheckShape) },
  responses: { 200: answer(VerdictShape, 'The word of the gate') },
})

/** Trying a reply against the gate. */
export function checkRoutes({ desk }: HttpParts) {
  return newApp().openapi(checkIt, async (c) => {
    const path = c.req.valid('param')
    const wish = { accountId: accountIdOf(path), conversationId: conversationIdOf(path), ...c.req.valid('json') }
    const checked = await checkReply(desk, actorOf(c), wish)
    if ('ok' in checked) return deny(checked)
    return ok(c, VerdictShape, presentVerdict(checked))
  })
}
