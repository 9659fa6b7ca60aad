import { after, HOUR_MS, MINUTE_MS, SECOND_MS } from '../base/clock.ts'
import { Fault } from '../base/fault.ts'
import type { DeliveryOutcome, SmtpOut } from '../channel/mail/smtp-out.ts'
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
import { reckonClock } from './reckon-clock.ts'
import { record } from './record.ts'
import { endReply } from './end-reply.ts'
import { storeSentMessage } from './store-sent-message.ts'

export interface DeliverParts extends DeskParts {
  readonly out: SmtpOut
}

export interface DeliveryWish {
  readonly accountId: AccountId
  readonly replyId: ReplyId
}

/** What came of it. `not-queued`: somebody else has it, or it was taken back; nothing was done. */
export type DeliverReplyOutcome = { readonly kind: Attempt['kind'] | 'held' | 'not-queued' | 'given-up' } | Denied

const DESK = { personId: DESK_PERSON, tokenId: undefined }
/** A server that says "later" is asked again after 30 s, then twice as long each time, at most an hour. */
const FIRST_RETRY_MS = 30 * SECOND_MS
const LONGEST_RETRY_MS = HOUR_MS
/** 12 attempts reach over five hours; then a person has to look, with the answer clock still running. */
const MAX_ATTEMPTS = 12
/** Longer than one SMTP dialogue can last, 20 minutes; a reply that is `sending` for so long was left behind by a crash. */
export const STUCK_AFTER_MS = 25 * MINUTE_MS

/**
 * Sends a queued reply at most once: gated again with the pack of this moment, held when the buyer wrote meanwhile, `sending` committed with its fixed
 * Message-ID before SMTP begins, then what the server said. A job that finds it `sending` has found a crash: `unknown`.
 */
export async function deliverReply(parts: DeliverParts, wish: DeliveryWish): Promise<DeliverReplyOutcome> {
  const right = { accountId: wish.accountId, permission: 'reply:deliver' } as const
  const begun = await inAccount(parts, DESK, right, (step) => begin(step, wish.replyId))
  if (!('cleared' in begun)) return begun
  const outcome = await attempt(parts, begun.cleared)
  await inAccount(parts, DESK, right, (step) => finish(step, wish.replyId, outcome))
  return { kind: outcome.kind }
}

/** What one attempt came to; `not-composed`: the bytes would not say what was cleared, and nothing was sent. */
type Attempt = DeliveryOutcome | { readonly kind: 'not-composed' }

async function attempt(parts: DeliverParts, cleared: ClearedReply): Promise<Attempt> {
  try {
    return await parts.out.deliver(cleared, parts.clock.now())
  } catch (error) {
    // The way out promises that this fault comes before the first byte is sent; any other leaves the row `sending`.
    if (error instanceof Fault && error.code === 'mail.compose-differs') return { kind: 'not-composed' }
    throw error
  }
}

async function begin(step: Step, replyId: ReplyId): Promise<{ cleared: ClearedReply } | DeliverReplyOutcome> {
  const { tx, scope, now } = step
  const found = await findReply(tx, scope, replyId)
  const conversation = found && (await lockConversation(tx, scope, found.conversationId))
  const reply = await findReply(tx, scope, replyId)
  if (!reply || !conversation) return MISSING
  if (reply.state === 'sending') return orphaned(step, reply)
  if (reply.state !== 'queued') return { kind: 'not-queued' }
  if (reply.attempt >= MAX_ATTEMPTS)
    return ended('given-up', await endReply(step, reply, { to: 'failed', reason: 'gave-up' }))
  const keys = await step.vault.livingKeys(reply.conversationId)
  const body = openOwnBody(keys.text, replyPlace(scope.accountId, reply.conversationId, replyId), reply.body)
  const { verdict, answers } = await gateReply(step, conversation, { mailId: reply.mailId, body })
  if (!verdict.ok) return hold(step, reply, [...new Set(verdict.findings.map((finding) => finding.rule))].join(' '))
  // The writer answered one message; when the buyer wrote another since, the writer has to look again.
  if (answers !== reply.answers) return hold(step, reply, 'new-message')
  await moveReply(tx, scope, { id: replyId, from: 'queued', to: 'sending', at: now })
  await record(step, { event: 'reply.sending', object: `reply:${replyId}`, conversationId: reply.conversationId })
  await announce(tx, scope, { type: 'reply', id: replyId, conversationId: reply.conversationId })
  return { cleared: verdict.reply }
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

/** Writes what the server said. A notice that overtook us has the last word: only a row that still waits is moved. */
async function finish(step: Step, replyId: ReplyId, outcome: Attempt): Promise<void> {
  const { tx, scope, now, parts } = step
  const found = await findReply(tx, scope, replyId)
  if (!found) return
  await lockConversation(tx, scope, found.conversationId)
  const reply = (await findReply(tx, scope, replyId)) ?? found
  if (outcome.kind === 'accepted') await storeSentMessage(step, reply)
  if (reply.state === 'sending' || (reply.state === 'unknown' && outcome.kind === 'accepted')) {
    const next = nextState(outcome)
    const notBefore = next.to === 'queued' ? after(now, waitMs(reply.attempt)) : undefined
    const move = { id: replyId, from: reply.state, to: next.to, reason: next.reason, at: now }
    await moveReply(tx, scope, notBefore === undefined ? move : { ...move, notBefore })
    const { conversationId } = reply
    await record(step, { event: next.event, object: `reply:${replyId}`, conversationId, codes: [next.reason] })
    if (notBefore !== undefined)
      await parts.jobs.enqueue(tx, 'deliver-reply', { accountId: scope.accountId, replyId }, notBefore)
  }
  await reckonClock(step, reply.conversationId)
  await announce(tx, scope, { type: 'reply', id: replyId, conversationId: reply.conversationId })
}

function nextState(outcome: Attempt) {
  switch (outcome.kind) {
    case 'not-composed':
      return { to: 'held', event: 'reply.held', reason: 'compose-differs' } as const
    case 'accepted':
      return { to: 'sent', event: 'reply.sent', reason: `smtp-${outcome.code}` } as const
    case 'try-later':
      return { to: 'queued', event: 'reply.retried', reason: `smtp-${outcome.code ?? 'unreachable'}` } as const
    case 'rejected':
      return { to: 'failed', event: 'reply.failed', reason: `smtp-${outcome.code}` } as const
    case 'unknown':
      return { to: 'unknown', event: 'reply.unknown', reason: 'connection-lost' } as const
  }
}

function waitMs(attempt: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, attempt - 1))
}
