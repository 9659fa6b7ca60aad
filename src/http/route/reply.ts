import { z } from '@hono/zod-openapi'

import { Fault } from '../../base/fault.ts'
import { resolveReply } from '../../flow/resolve-reply.ts'
import { sendReply } from '../../flow/send-reply.ts'
import { undoReply } from '../../flow/undo-reply.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, body, declareRoute } from '../declare-route.ts'
import { created, ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { accountIdOf, ConversationPath, conversationIdOf, ReplyPath, replyIdOf } from '../path-id.ts'
import { presentReply } from '../present.ts'
import { deny, Refusal } from '../problem.ts'
import { ReplyShape } from './shapes.ts'

const ReplyWishShape = z
  .object({
    text: z.string(),
    /** The draft it was made of; one saved since then stays. Left out: whatever is drafted goes. */
    draftVersion: z.int().min(1).optional(),
  })
  .openapi('ReplyWish')
const ResolutionShape = z.object({ outcome: z.enum(['sent', 'not-sent']) }).openapi('Resolution')

const send = declareRoute('reply:send', {
  method: 'post',
  path: '/accounts/{account}/conversations/{conversation}/replies',
  summary: 'Send a reply through the gate; 422 says what to change',
  request: {
    params: ConversationPath,
    headers: z.object({
      'if-match': z.string().optional().openapi({ description: 'ETag of the conversation as it was read' }),
      'idempotency-key': z.string().regex(/^[\w-]{8,100}$/, '8 to 100 letters, digits, - or _'),
    }),
    body: body(ReplyWishShape),
  },
  responses: { 201: answer(ReplyShape, 'The queued reply') },
})

const undo = declareRoute('reply:send', {
  method: 'delete',
  path: '/accounts/{account}/replies/{reply}',
  summary: 'Take a queued reply back; its text is a draft again',
  request: { params: ReplyPath },
  responses: { 200: answer(ReplyShape, 'The reply that was taken back') },
})

const resolve = declareRoute('reply:resolve', {
  method: 'post',
  path: '/accounts/{account}/replies/{reply}/resolution',
  summary: 'Say whether a reply of unknown fate reached Amazon',
  request: { params: ReplyPath, body: body(ResolutionShape) },
  responses: { 200: answer(ReplyShape, 'The reply') },
})

/** Sending, taking back, deciding. */
export function replyRoutes({ desk }: HttpParts) {
  return newApp()
    .openapi(send, async (c) => {
      const path = c.req.valid('param')
      const headers = c.req.valid('header')
      const sent = await sendReply(desk, actorOf(c), {
        accountId: accountIdOf(path),
        conversationId: conversationIdOf(path),
        text: c.req.valid('json').text,
        version: versionOf(headers['if-match']),
        idempotencyKey: headers['idempotency-key'],
      })
      if (sent.ok) return created(c, ReplyShape, presentReply(sent.reply, sent.text))
      if (sent.reason === 'blocked') throw new Refusal('reply.blocked', sent.findings)
      if (sent.reason === 'sensitive') throw new Refusal('text.sensitive', sent.findings)
      if (sent.reason === 'changed') throw new Fault('thing.changed', { detail: `version: ${sent.version}` })
      return deny(sent)
    })
    .openapi(undo, async (c) => {
      const path = c.req.valid('param')
      const undone = await undoReply(desk, actorOf(c), { accountId: accountIdOf(path), replyId: replyIdOf(path) })
      if (undone.ok) return ok(c, ReplyShape, presentReply(undone.reply, undone.text))
      if (undone.reason === 'too-late') throw new Fault('thing.changed', { detail: 'the reply has left' })
      return deny(undone)
    })
    .openapi(resolve, async (c) => {
      const path = c.req.valid('param')
      const wish = { accountId: accountIdOf(path), replyId: replyIdOf(path) }
      const wasSent = c.req.valid('json').outcome === 'sent'
      const resolved = await resolveReply(desk, actorOf(c), { ...wish, wasSent })
      if (resolved.ok) return ok(c, ReplyShape, presentReply(resolved.reply, undefined))
      if (resolved.reason === 'not-unknown') throw new Fault('thing.changed', { detail: 'nothing is to be decided' })
      return deny(resolved)
    })
}

function versionOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new Fault('condition.missing')
  const version = /^"(\d{1,9})"$/u.exec(ifMatch)?.[1]
  if (version === undefined) throw new Fault('request.invalid', { detail: 'If-Match: not an ETag of a conversation' })
  return Number(version)
}
