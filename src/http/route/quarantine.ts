import { Fault } from '../../base/fault.ts'
import { decideQuarantine, type QuarantineDecision } from '../../flow/quarantine/decide-quarantine.ts'
import { listQuarantine } from '../../flow/quarantine/list-quarantine.ts'
import type { ShownQuarantined } from '../../flow/quarantine/open-quarantined.ts'
import type { Actor } from '../../model/actor.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { AccountPath, accountIdOf, QuarantinePath, quarantineIdOf } from '../path-id.ts'
import { deny } from '../problem.ts'
import {
  type QuarantinedMailView,
  QuarantinedMailShape,
  QuarantineShape,
  QuarantineViewShape,
} from './quarantine-shapes.ts'

const list = declareRoute('quarantine:read', {
  method: 'get',
  path: '/accounts/{account}/quarantine',
  summary: 'Mails that could not be placed: held, the one due first on top, or decided, the last one on top',
  request: { params: AccountPath, query: QuarantineViewShape },
  responses: { 200: answer(QuarantineShape, 'The mails, redacted extracts only') },
})

const release = declareRoute('quarantine:decide', {
  method: 'post',
  path: '/accounts/{account}/quarantine/{quarantine}/release',
  summary: 'Let a held mail in, unverified; the desk reads it again, and holds it again when it still has no place',
  request: { params: QuarantinePath },
  responses: { 200: answer(QuarantinedMailShape, 'The mail, on its way in') },
})

const dismiss = declareRoute('quarantine:decide', {
  method: 'post',
  path: '/accounts/{account}/quarantine/{quarantine}/dismiss',
  summary: 'Say that no buyer waits for an answer to a held mail; its bytes are destroyed',
  request: { params: QuarantinePath },
  responses: { 200: answer(QuarantinedMailShape, 'The mail, dismissed') },
})

const report = declareRoute('quarantine:decide', {
  method: 'post',
  path: '/accounts/{account}/quarantine/{quarantine}/report',
  summary: 'Say that a held mail is phishing; its bytes are destroyed, and nothing is sent to Amazon',
  request: { params: QuarantinePath },
  responses: { 200: answer(QuarantinedMailShape, 'The mail, kept out as phishing') },
})

interface Decision {
  readonly path: { readonly account: string; readonly quarantine: string }
  readonly decision: QuarantineDecision
}

/** Quarantined mails, and what people decide on them. */
export function quarantineRoutes({ desk }: HttpParts) {
  async function decide(actor: Actor, { path, decision }: Decision): Promise<QuarantinedMailView> {
    const wish = { accountId: accountIdOf(path), quarantineId: quarantineIdOf(path), decision }
    const decided = await decideQuarantine(desk, actor, wish)
    if (decided.ok) return presentQuarantined(decided.shown)
    if (decided.reason !== 'obstacle') return deny(decided)
    if (decided.obstacle === 'decided') throw new Fault('thing.changed', { detail: 'state: no longer held' })
    throw new Fault('mail.stays-out', { detail: decided.obstacle })
  }

  return newApp()
    .openapi(list, async (c) => {
      const accountId = accountIdOf(c.req.valid('param'))
      const listed = await listQuarantine(desk, actorOf(c), { accountId, view: c.req.valid('query').state })
      if ('ok' in listed) return deny(listed)
      return ok(c, QuarantineShape, { items: listed.items.map(presentQuarantined) })
    })
    .openapi(release, async (c) => {
      const view = await decide(actorOf(c), { path: c.req.valid('param'), decision: 'release' })
      return ok(c, QuarantinedMailShape, view)
    })
    .openapi(dismiss, async (c) => {
      const view = await decide(actorOf(c), { path: c.req.valid('param'), decision: 'dismiss' })
      return ok(c, QuarantinedMailShape, view)
    })
    .openapi(report, async (c) => {
      const view = await decide(actorOf(c), { path: c.req.valid('param'), decision: 'report' })
      return ok(c, QuarantinedMailShape, view)
    })
}

function presentQuarantined({ mail, mailbox, obstacle }: ShownQuarantined): QuarantinedMailView {
  return {
    id: String(mail.id),
    reason: mail.reason,
    receivedAt: mail.receivedAt.toISOString(),
    dueAt: mail.dueAt.toISOString(),
    sizeBytes: mail.sizeBytes,
    extract: mail.extract,
    state: mail.state,
    decidedAt: mail.decided?.at.toISOString() ?? null,
    mailbox,
    canRelease: obstacle === undefined,
    releaseHint: obstacle ?? mail.releaseProblem ?? null,
  }
}
