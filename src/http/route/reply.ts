import { z } from '@hono/zod-openapi'

import { Fault } from '../../base/fault.ts'
import { resolveReply } from '../../flow/resolve-reply.ts'
import { sendReply, type SendReplyOutcome } from '../../flow/send-reply.ts'
import { showReplies, showReply } from '../../flow/show-replies.ts'
import { UNDONE_DRAFTS, undoReply } from '../../flow/undo-reply.ts'
import { REPLY_STATES } from '../../model/reply.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, body, declareRoute } from '../declare-route.ts'
import { IfMatchHeader, versionOf } from '../if-match.ts'
import { created, ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { AccountPath, accountIdOf, ConversationPath, conversationIdOf, ReplyPath, replyIdOf } from '../path-id.ts'
import { presentReply } from '../present.ts'
import { deny, Refusal } from '../problem.ts'
import { RepliesShape, ReplyShape, type ReplyView } from './shapes.ts'

const LIST_DEFAULT = 50
const LIST_MAX = 100

const ReplyWishShape = z
  .object({
    text: z.string(),
    /** The draft it was made of; one saved since then stays. Left out: a draft of the same text goes, and no other. */
    draftVersion: z.int().min(0).optional(),
  })
  .openapi('ReplyWish')
const ResolutionShape = z.object({ outcome: z.enum(['sent', 'not-sent']) }).openapi('Resolution')
const UndoneReplyShape = ReplyShape.extend({
  /** Whether the text is my draft, stands above what I had written since, or could not be joined with it. */
  draft: z.enum(UNDONE_DRAFTS),
}).openapi('UndoneReply')

const list = declareRoute('conversation:read', {
  method: 'get',
  path: '/accounts/{account}/replies',
  summary: 'Replies and where each is, newest first',
  request: {
    params: AccountPath,
    query: z.object({
      state: z.enum(REPLY_STATES).optional(),
      limit: z.coerce.number().int().min(1).max(LIST_MAX).default(LIST_DEFAULT),
    }),
  },
  responses: { 200: answer(RepliesShape, 'The newest replies, of one state or of any') },
})

const show = declareRoute('conversation:read', {
  method: 'get',
  path: '/accounts/{account}/replies/{reply}',
  summary: 'One reply: where it is and what it says',
  request: { params: ReplyPath },
  responses: { 200: answer(ReplyShape, 'The reply') },
})

const send = declareRoute('reply:send', {
  method: 'post',
  path: '/accounts/{account}/conversations/{conversation}/replies',
  summary: 'Send a reply through the gate; 422 says what to change',
  request: {
    params: ConversationPath,
    headers: IfMatchHeader.extend({
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
  responses: { 200: answer(UndoneReplyShape, 'The reply that was taken back') },
})

const resolve = declareRoute('reply:resolve', {
  method: 'post',
  path: '/accounts/{account}/replies/{reply}/resolution',
  summary: 'Say whether a reply of unknown fate reached Amazon',
  request: { params: ReplyPath, body: body(ResolutionShape) },
  responses: { 200: answer(ReplyShape, 'The reply') },
})

/** Replies: where each is, sending, taking back, deciding. */
export function replyRoutes({ desk }: HttpParts) {
  return newApp()
    .openapi(list, async (c) => {
      const { state, limit } = c.req.valid('query')
      const wish = { accountId: accountIdOf(c.req.valid('param')), state, limit }
      const replies = await showReplies(desk, actorOf(c), wish)
      if ('ok' in replies) return deny(replies)
      return ok(c, RepliesShape, { items: replies.map(({ row, text }) => presentReply(row, text)) })
    })
    .openapi(show, async (c) => {
      const path = c.req.valid('param')
      const reply = await showReply(desk, actorOf(c), { accountId: accountIdOf(path), replyId: replyIdOf(path) })
      if ('ok' in reply) return deny(reply)
      return ok(c, ReplyShape, presentReply(reply.row, reply.text))
    })
    .openapi(send, async (c) => {
      const path = c.req.valid('param')
      const headers = c.req.valid('header')
      const sent = await sendReply(desk, actorOf(c), {
        accountId: accountIdOf(path),
        conversationId: conversationIdOf(path),
        ...c.req.valid('json'),
        version: versionOf(headers),
        idempotencyKey: headers['idempotency-key'],
      })
      return created(c, ReplyShape, presentSent(sent))
    })
    .openapi(undo, async (c) => {
      const path = c.req.valid('param')
      const undone = await undoReply(desk, actorOf(c), { accountId: accountIdOf(path), replyId: replyIdOf(path) })
      if (undone.ok) {
        return ok(c, UndoneReplyShape, { ...presentReply(undone.reply, undone.text), draft: undone.draft })
      }
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

function presentSent(sent: SendReplyOutcome): ReplyView {
  if (sent.ok) return presentReply(sent.reply, sent.text)
  switch (sent.reason) {
    case 'blocked':
      throw new Refusal('reply.blocked', sent.findings)
    case 'sensitive':
      throw new Refusal('text.sensitive', sent.findings)
    case 'changed':
      throw new Fault('thing.changed', { detail: `version: ${sent.version}` })
    case 'open':
      throw new Fault('reply.open', { detail: `reply: ${sent.replyId}, ${sent.state}` })
    case 'reused':
      throw new Fault('idempotency.reused')
    case 'missing':
    case 'refused':
      return deny(sent)
  }
}
