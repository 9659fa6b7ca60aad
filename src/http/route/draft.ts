import { z } from '@hono/zod-openapi'

import { Fault } from '../../base/fault.ts'
import { saveDraft } from '../../flow/save-draft.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, body, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { accountIdOf, ConversationPath, conversationIdOf } from '../path-id.ts'
import { deny, Refusal } from '../problem.ts'
import { DraftShape } from './shapes.ts'

const DraftWishShape = z.object({ text: z.string(), version: z.int().min(0) }).openapi('DraftWish')

const save = declareRoute('draft:write', {
  method: 'put',
  path: '/accounts/{account}/conversations/{conversation}/draft',
  summary: 'Save what I am writing; `version` is the one I last saw, 0 for none',
  request: { params: ConversationPath, body: body(DraftWishShape) },
  responses: { 200: answer(DraftShape, 'The saved draft') },
})

/** Drafts. */
export function draftRoutes({ desk }: HttpParts) {
  return newApp().openapi(save, async (c) => {
    const path = c.req.valid('param')
    const ids = { accountId: accountIdOf(path), conversationId: conversationIdOf(path) }
    const saved = await saveDraft(desk, actorOf(c), { ...ids, ...c.req.valid('json') })
    if (saved.ok) {
      const { text, version, changedAt } = saved.draft
      return ok(c, DraftShape, { text, version, changedAt: changedAt.toISOString() })
    }
    if (saved.reason === 'sensitive') throw new Refusal('text.sensitive', saved.findings)
    if (saved.reason === 'changed') throw new Fault('thing.changed', { detail: `version: ${saved.version}` })
    return deny(saved)
  })
}
