import { requestReconciliation } from '../../flow/reconcile/request-reconciliation.ts'
import { showReconciliation } from '../../flow/reconcile/show-reconciliation.ts'
import type { MailCounts, Reconciliation } from '../../model/reconciliation.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, declareRoute } from '../declare-route.ts'
import { accepted, ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { AccountPath, accountIdOf } from '../path-id.ts'
import { deny } from '../problem.ts'
import {
  type MailboxReconciliationView,
  QueuedReconciliationShape,
  ReconciliationShape,
} from './reconciliation-shapes.ts'

const show = declareRoute('account:read', {
  method: 'get',
  path: '/accounts/{account}/reconciliation',
  summary: 'What the mail servers have and what the desk made of it, by mailbox and day, as last compared',
  request: { params: AccountPath },
  responses: { 200: answer(ReconciliationShape, 'The last comparison of each mailbox') },
})

const request = declareRoute('account:write', {
  method: 'post',
  path: '/accounts/{account}/reconciliation',
  summary: 'Compare the mailboxes of the account now',
  request: { params: AccountPath },
  responses: { 202: answer(QueuedReconciliationShape, 'How many will be compared') },
})

/** Proof that no mail was lost. */
export function reconciliationRoutes({ desk }: HttpParts) {
  return newApp()
    .openapi(show, async (c) => {
      const shown = await showReconciliation(desk, actorOf(c), { accountId: accountIdOf(c.req.valid('param')) })
      if ('ok' in shown) return deny(shown)
      return ok(c, ReconciliationShape, { items: shown.items.map(presentReconciliation) })
    })
    .openapi(request, async (c) => {
      const requested = await requestReconciliation(desk, actorOf(c), { accountId: accountIdOf(c.req.valid('param')) })
      if ('ok' in requested) return deny(requested)
      return accepted(c, QueuedReconciliationShape, { queued: requested.queued })
    })
}

function presentReconciliation(one: Reconciliation): MailboxReconciliationView {
  return {
    mailboxId: String(one.mailboxId),
    address: one.address,
    reckonedAt: one.reckonedAt?.toISOString() ?? null,
    agrees: one.agrees,
    ...presentCounts(one),
    earlier: one.earlier,
    handedIn: one.handedIn,
    days: one.days.map((day) => ({ day: day.day, ...presentCounts(day) })),
  }
}

function presentCounts(counts: MailCounts) {
  const { onServer, stored, repeated, noticed, quarantined, missing, gone } = counts
  return { onServer, stored, repeated, noticed, quarantined, missing, gone }
}
