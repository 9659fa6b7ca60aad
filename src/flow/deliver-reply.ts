import { after, MINUTE_MS } from '../base/clock.ts'
import { Fault } from '../base/fault.ts'
import type { SmtpOut } from '../channel/mail/smtp-out.ts'
import { type AccountId, DESK_PERSON, type ReplyId } from '../model/ids.ts'
import type { ClearedReply } from '../policy/gate/cleared-reply.ts'
import { openOwnBody } from '../seal/sealed-body.ts'
import { announce } from '../store/change.ts'
import { lockConversation } from '../store/conversation.ts'
import { findReply, moveReply, type ReplyRow } from '../store/outbox.ts'
import { gateReply } from './gate-reply.ts'
import { type Denied, inAccount, MISSING, type Step } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { replyPlace } from './places.ts'
import { record } from './record.ts'
import { endReply } from './end-reply.ts'
import { finishDelivery } from './sent/finish-delivery.ts'
import { keepSent } from './sent/keep-sent.ts'
import type { Attempt } from './sent/next-state.ts'

export interface DeliverParts extends DeskParts {
  readonly out: SmtpOut
}

export interface DeliveryWish {
  readonly accountId: AccountId
  readonly replyId: ReplyId
}

/**
 * What came of it. `not-queued`: somebody else has it, or it was taken back; nothing was done. `too-early`: it can still
 * be taken back, or its server was to be left in peace, and the job was put back until then.
 */
export type DeliverReplyOutcome =
  | { readonly kind: Attempt['kind'] | 'held' | 'not-queued' | 'too-early' | 'given-up' }
  | Denied

const DESK = { personId: DESK_PERSON, tokenId: undefined }
/** 12 attempts reach over five hours; then a person has to look, with the answer clock still running. */
const MAX_ATTEMPTS = 12
/** With a dialogue of 20 minutes after it, an attempt is over before anybody takes it for left behind. */
const BEGIN_WITHIN_MS = 4 * MINUTE_MS
/** Longer than one SMTP dialogue can last, 20 minutes; a reply that is `sending` for so long was left behind by a crash. */
export const STUCK_AFTER_MS = 25 * MINUTE_MS

/**
 * Sends a queued reply at most once: gated again with the pack of this moment, held when the buyer wrote meanwhile,
 * `sending` committed with its fixed Message-ID before SMTP begins, then what the server said. A job that finds it
 * `sending` for longer than an attempt can last has found a crash: `unknown`.
 */
export async function deliverReply(parts: DeliverParts, wish: DeliveryWish): Promise<DeliverReplyOutcome> {
  const right = { accountId: wish.accountId, permission: 'reply:deliver' } as const
  const begun = await inAccount(parts, DESK, right, (step) => begin(step, wish.replyId))
  if (!('cleared' in begun)) return begun
  const outcome = await attempt(parts, begun)
  const heardAt = parts.clock.now()
  await inAccount(parts, DESK, right, (step) => finishDelivery(step, wish.replyId, { outcome, heardAt }))
  if (outcome.kind === 'accepted') await keepSent(parts, { ...wish, bytes: outcome.bytes })
  return { kind: outcome.kind }
}

interface Begun {
  readonly cleared: ClearedReply
  /** When the row said `sending`. */
  readonly begunAt: Date
}

async function attempt(parts: DeliverParts, { cleared, begunAt }: Begun): Promise<Attempt> {
  const now = parts.clock.now()
  // A process that stood still meanwhile is too late: the row may be unknown to a person by now, who sends another.
  if (after(begunAt, BEGIN_WITHIN_MS) < now) return { kind: 'not-begun' }
  try {
    return await parts.out.deliver(cleared, now)
  } catch (error) {
    // The way out promises that this fault comes before the first byte is sent; any other leaves the row `sending`.
    if (error instanceof Fault && error.code === 'mail.compose-differs') return { kind: 'not-composed' }
    throw error
  }
}

async function begin(step: Step, replyId: ReplyId): Promise<Begun | DeliverReplyOutcome> {
  const { tx, scope, now } = step
  const found = await findReply(tx, scope, replyId)
  const conversation = found && (await lockConversation(tx, scope, found.conversationId))
  const reply = await findReply(tx, scope, replyId)
  if (!reply || !conversation) return MISSING
  if (reply.state === 'sending') return orphaned(step, reply)
  if (reply.state !== 'queued') return { kind: 'not-queued' }
  if (reply.notBefore > now) return putBack(step, reply)
  if (reply.attempt >= MAX_ATTEMPTS)
    return ended('given-up', await endReply(step, reply, { to: 'failed', reason: 'gave-up' }))
  const keys = await step.vault.livingKeys(reply.conversationId)
  const body = openOwnBody(keys.text, replyPlace(scope.accountId, reply.conversationId, replyId), reply.body)
  const { verdict, answers } = await gateReply(step, conversation, { mailId: reply.mailId, body })
  if (!verdict.ok) return hold(step, reply, [...new Set(verdict.findings.map((finding) => finding.rule))].join(' '))
  // The writer answered one message; when the buyer wrote another since, the writer has to look again.
  if (answers !== reply.answers) return hold(step, reply, 'new-message')
  if (!(await moveReply(tx, scope, { id: replyId, from: 'queued', to: 'sending', at: now })))
    return { kind: 'not-queued' }
  await record(step, { event: 'reply.sending', object: `reply:${replyId}`, conversationId: reply.conversationId })
  await announce(tx, scope, { type: 'reply', id: replyId, conversationId: reply.conversationId })
  return { cleared: verdict.reply, begunAt: now }
}

/** The job came by a clock that goes before ours; what was promised to the person holds by ours. */
async function putBack({ parts, tx, scope, now }: Step, { id, notBefore }: ReplyRow): Promise<DeliverReplyOutcome> {
  const waitMs = notBefore.getTime() - now.getTime()
  await parts.jobs.putBack(tx, 'deliver-reply', { accountId: scope.accountId, replyId: id }, waitMs)
  return { kind: 'too-early' }
}

async function hold(step: Step, reply: ReplyRow, reason: string): Promise<DeliverReplyOutcome> {
  return ended('held', await endReply(step, reply, { to: 'held', reason }))
}

/** A job that comes back while the row says `sending` may still be racing its first worker; old rows were left behind. */
async function orphaned(step: Step, reply: ReplyRow): Promise<DeliverReplyOutcome> {
  if (after(reply.changedAt, STUCK_AFTER_MS) > step.now) return { kind: 'not-queued' }
  return ended('unknown', await endReply(step, reply, { to: 'unknown', reason: 'crash' }))
}

function ended(kind: 'held' | 'given-up' | 'unknown', moved: boolean): DeliverReplyOutcome {
  return { kind: moved ? kind : 'not-queued' }
}
