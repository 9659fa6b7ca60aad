import { z } from '@hono/zod-openapi'

import { Fault } from '../../base/fault.ts'
import { saveDraft, type SaveDraftOutcome } from '../../flow/save-draft.ts'
import { showDraft } from '../../flow/show-draft.ts'
import type { Draft } from '../../model/draft.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, body, declareRoute } from '../declare-route.ts'
import { etagOf, IfMatchHeader, versionOf } from '../if-match.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { accountIdOf, ConversationPath, conversationIdOf } from '../path-id.ts'
import { deny, Refusal } from '../problem.ts'
import { DraftShape, type DraftView } from './shapes.ts'

const DraftWishShape = z.object({ text: z.string(), version: z.int().min(0) }).openapi('DraftWish')
const MyDraftShape = z.object({ draft: DraftShape.nullable() }).openapi('MyDraft')

const PATH = '/accounts/{account}/conversations/{conversation}/draft'

const show = declareRoute('draft:write', {
  method: 'get',
  path: PATH,
  summary: 'What I am writing here, if anything; its ETag is what dropping it must name',
  request: { params: ConversationPath },
  responses: { 200: answer(MyDraftShape, 'My draft, or null') },
})

const save = declareRoute('draft:write', {
  method: 'put',
  path: PATH,
  summary: 'Save what I am writing; `version` is the one I last saw, 0 for none; an empty text drops it',
  request: { params: ConversationPath, body: body(DraftWishShape) },
  responses: { 200: answer(DraftShape, 'The saved draft') },
})

const drop = declareRoute('draft:write', {
  method: 'delete',
  path: PATH,
  summary: 'Drop my draft, if it is still the one I saw',
  request: { params: ConversationPath, headers: IfMatchHeader },
  responses: { 200: answer(DraftShape, 'The empty draft; the next save names its version, or 0') },
})

/** Drafts. */
export function draftRoutes({ desk }: HttpParts) {
  return newApp()
    .openapi(show, async (c) => {
      const path = c.req.valid('param')
      const ids = { accountId: accountIdOf(path), conversationId: conversationIdOf(path) }
      const shown = await showDraft(desk, actorOf(c), ids)
      if ('ok' in shown) return deny(shown)
      c.header('ETag', etagOf(shown.version))
      return ok(c, MyDraftShape, { draft: shown.draft ? presentDraft(shown.draft) : null })
    })
    .openapi(save, async (c) => {
      const path = c.req.valid('param')
      const ids = { accountId: accountIdOf(path), conversationId: conversationIdOf(path) }
      return ok(c, DraftShape, presentSaved(await saveDraft(desk, actorOf(c), { ...ids, ...c.req.valid('json') })))
    })
    .openapi(drop, async (c) => {
      const path = c.req.valid('param')
      const ids = { accountId: accountIdOf(path), conversationId: conversationIdOf(path) }
      const version = versionOf(c.req.valid('header'))
      return ok(c, DraftShape, presentSaved(await saveDraft(desk, actorOf(c), { ...ids, text: '', version })))
    })
}

function presentSaved(saved: SaveDraftOutcome): DraftView {
  if (saved.ok) return presentDraft(saved.draft)
  if (saved.reason === 'sensitive') throw new Refusal('text.sensitive', saved.findings)
  if (saved.reason === 'changed') throw new Fault('thing.changed', { detail: `version: ${saved.version}` })
  return deny(saved)
}

function presentDraft({ text, version, changedAt }: Draft): DraftView {
  return { text, version, changedAt: changedAt.toISOString() }
}
