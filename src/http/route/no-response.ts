import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'

import { Fault } from '../../base/fault.ts'
import type { ChangeAnswerOutcome, SeenConversation } from '../../flow/answer/change-answer.ts'
import { finishOwed } from '../../flow/answer/finish-owed.ts'
import { markNoResponse, unmarkNoResponse } from '../../flow/answer/mark-no-response.ts'
import { showConversation } from '../../flow/show-conversation.ts'
import { actorOf } from '../actor-of.ts'
import { type AppEnv, newApp } from '../app-env.ts'
import { answer, body, declareRoute } from '../declare-route.ts'
import { etagOf, IfMatchHeader, versionOf } from '../if-match.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { accountIdOf, ConversationPath, conversationIdOf } from '../path-id.ts'
import { presentConversation } from '../present.ts'
import { deny } from '../problem.ts'
import { NoResponseWishShape } from './message-shapes.ts'
import { ConversationShape } from './shapes.ts'

const PATH = '/accounts/{account}/conversations/{conversation}'
const seen = { params: ConversationPath, headers: IfMatchHeader }
const responses = { 200: answer(ConversationShape, 'The conversation, its clocks reckoned anew') }

const mark = declareRoute('deadline:settle', {
  method: 'post',
  path: `${PATH}/no-response`,
  summary: 'Say that the messages which wait need no answer, and why; Amazon is not told',
  request: { ...seen, body: body(NoResponseWishShape) },
  responses,
})

const unmark = declareRoute('deadline:settle', {
  method: 'delete',
  path: `${PATH}/no-response`,
  summary: 'Say that the messages marked last need an answer after all',
  request: seen,
  responses,
})

const finish = declareRoute('deadline:settle', {
  method: 'post',
  path: `${PATH}/done`,
  summary: 'Say that what was owed after an acknowledgement is done',
  request: seen,
  responses,
})

/** What needs no answer, or no further one. */
export function noResponseRoutes({ desk }: HttpParts) {
  return newApp()
    .openapi(mark, async (c) => {
      const wish = { ...seenOf(c.req.valid('param'), c.req.valid('header')), reason: c.req.valid('json').reason }
      return changed(c, wish, await markNoResponse(desk, actorOf(c), wish))
    })
    .openapi(unmark, async (c) => {
      const wish = seenOf(c.req.valid('param'), c.req.valid('header'))
      return changed(c, wish, await unmarkNoResponse(desk, actorOf(c), wish))
    })
    .openapi(finish, async (c) => {
      const wish = seenOf(c.req.valid('param'), c.req.valid('header'))
      return changed(c, wish, await finishOwed(desk, actorOf(c), wish))
    })

  async function changed(c: Context<AppEnv>, wish: SeenConversation, outcome: Outcome) {
    if (!outcome.ok) return refuse(outcome)
    const conversation = await showConversation(desk, actorOf(c), wish)
    if ('ok' in conversation) return deny(conversation)
    c.header('ETag', etagOf(conversation.row.version))
    return ok(c, ConversationShape, presentConversation(conversation))
  }
}

/** Why there was nothing to change. */
const NOTHING = {
  'nothing-waits': 'no message waits for an answer',
  'nothing-marked': 'no message is marked as needing no answer',
  'nothing-owed': 'nothing is owed',
} as const

type Outcome = ChangeAnswerOutcome<keyof typeof NOTHING>

function refuse(outcome: Exclude<Outcome, { readonly ok: true }>): never {
  if (outcome.reason === 'missing' || outcome.reason === 'refused') return deny({ ...outcome, reason: outcome.reason })
  if (outcome.reason === 'changed') throw new Fault('thing.changed', { detail: `version: ${outcome.version}` })
  throw new Fault('thing.changed', { detail: NOTHING[outcome.reason] })
}

function seenOf(path: z.infer<typeof ConversationPath>, headers: z.infer<typeof IfMatchHeader>): SeenConversation {
  return { accountId: accountIdOf(path), conversationId: conversationIdOf(path), version: versionOf(headers) }
}
