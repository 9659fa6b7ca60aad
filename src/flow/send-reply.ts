import { hex } from '../base/bytes.ts'
import { after } from '../base/clock.ts'
import { Fault } from '../base/fault.ts'
import type { Actor } from '../model/actor.ts'
import type { Finding } from '../model/finding.ts'
import {
  type AccountId,
  type ConversationId,
  freshId,
  type MailboxId,
  type MessageId,
  type ReplyId,
} from '../model/ids.ts'
import type { OwnText } from '../model/text.ts'
import { ownText } from '../policy/redact/own-text.ts'
import { sealOwnBody } from '../seal/sealed-body.ts'
import { announce } from '../store/change.ts'
import { lockConversation } from '../store/conversation.ts'
import { deleteDraft } from '../store/draft.ts'
import { findMailbox } from '../store/mailbox.ts'
import { findReply, findReplyByKey, insertReply, type ReplyRow } from '../store/outbox.ts'
import { insertThreads } from '../store/thread.ts'
import { gateReply } from './gate-reply.ts'
import { type Denied, inAccount, MISSING, type Step } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { replyPlace } from './places.ts'
import { ownMailName } from './receive/thread-names.ts'
import { reckonClock } from './reckon-clock.ts'
import { record, textKeyId } from './record.ts'

export interface ReplyWish {
  readonly accountId: AccountId
  readonly conversationId: ConversationId
  readonly text: string
  /** Version of the conversation the writer looked at. */
  readonly version: number
  /** The same wish told twice is one reply. */
  readonly idempotencyKey: string
}

/** `changed`: a message or another answer came in between. `blocked`: a rule forbids it, with what to change. */
export type SendReplyOutcome =
  | { readonly ok: true; readonly reply: ReplyRow; readonly text: OwnText }
  | { readonly ok: false; readonly reason: 'blocked'; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly reason: 'sensitive'; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly reason: 'changed'; readonly version: number }
  | Denied

const MAIL_ID_BYTES = 16

/**
 * Queues a person's reply: the conversation is locked, its version compared, the exact mail passed through the gate,
 * then row, job and evidence are written together. A Fault 'mail.no-way-out' on a desk without a mail server. Of parallel wishes one is queued; the others hear `changed`.
 */
export async function sendReply(parts: DeskParts, actor: Actor, wish: ReplyWish): Promise<SendReplyOutcome> {
  if (!parts.canSend) throw new Fault('mail.no-way-out')
  const own = ownText(wish.text, { pack: parts.pack })
  const right = { accountId: wish.accountId, permission: 'reply:send' } as const
  return inAccount(parts, actor, right, async (step): Promise<SendReplyOutcome> => {
    const conversation = await lockConversation(step.tx, step.scope, wish.conversationId)
    if (!conversation) return MISSING
    const repeated = await findReplyByKey(step.tx, step.scope, wish.idempotencyKey)
    if (repeated) return repeatedOutcome(wish, repeated, own.ok ? own.text : undefined)
    if (conversation.version !== wish.version) return { ok: false, reason: 'changed', version: conversation.version }
    if (!own.ok) return refuse(step, wish, { reason: 'sensitive', findings: own.findings })
    const mailId = await newMailId(step, conversation.mailboxId)
    const { verdict, answers } = await gateReply(step, conversation, { mailId, body: own.text })
    if (answers === undefined) return MISSING
    if (!verdict.ok) return refuse(step, wish, { reason: 'blocked', findings: verdict.findings })
    return queue(step, wish, { mailId, answers, text: own.text })
  })
}

async function queue(
  step: Step,
  wish: ReplyWish,
  cleared: { readonly mailId: string; readonly answers: MessageId; readonly text: OwnText },
): Promise<SendReplyOutcome> {
  const { tx, scope, vault, parts, now } = step
  const { conversationId, idempotencyKey } = wish
  const id = freshId<ReplyId>(parts.ids)
  const keys = await vault.livingKeys(conversationId)
  const body = sealOwnBody(keys.text, replyPlace(scope.accountId, conversationId, id), cleared.text, parts.random)
  const notBefore = after(now, parts.undoMs)
  const { mailId, answers } = cleared
  const isAcknowledgement = false
  const row = {
    id,
    conversationId,
    answers,
    idempotencyKey,
    mailId,
    createdAt: now,
    notBefore,
    isAcknowledgement,
    body: body.sealed,
  }
  if (!(await insertReply(tx, scope, row))) return { ok: false, reason: 'changed', version: wish.version }
  // So that a mail which answers this one finds the conversation.
  await insertThreads(tx, scope, [{ ...ownMailName(await vault.accountKey(), mailId), conversationId }])
  await parts.jobs.enqueue(tx, 'deliver-reply', { accountId: scope.accountId, replyId: id }, notBefore)
  await deleteDraft(tx, scope, conversationId)
  await record(step, {
    event: 'reply.queued',
    object: `reply:${id}`,
    conversationId,
    body: { pc: body.pc, cc: body.cc, key: textKeyId(conversationId) },
  })
  await reckonClock(step, conversationId)
  await announce(tx, scope, { type: 'reply', id, conversationId })
  const reply = await findReply(tx, scope, id)
  return reply ? { ok: true, reply, text: cleared.text } : MISSING
}

async function refuse(
  step: Step,
  wish: ReplyWish,
  refusal: { readonly reason: 'blocked' | 'sensitive'; readonly findings: readonly Finding[] },
): Promise<SendReplyOutcome> {
  const codes = [...new Set(refusal.findings.map((finding) => finding.rule))]
  const { conversationId } = wish
  await record(step, { event: 'reply.blocked', object: `conversation:${conversationId}`, conversationId, codes })
  return { ok: false, ...refusal }
}

/** The same key for the same conversation is the same wish; for another one it is a mistake of the caller. */
function repeatedOutcome(wish: ReplyWish, reply: ReplyRow, text: OwnText | undefined): SendReplyOutcome {
  const isSame = reply.conversationId === wish.conversationId && text !== undefined
  return isSame ? { ok: true, reply, text } : { ok: false, reason: 'changed', version: wish.version }
}

/** Random, so that whoever names it has seen the mail; of the sender's domain, as mail servers expect. */
async function newMailId(step: Step, mailboxId: MailboxId): Promise<string> {
  const mailbox = await findMailbox(step.tx, step.scope, mailboxId)
  const domain = mailbox?.approvedSender.split('@').at(-1) ?? 'localhost'
  return `<${hex(step.parts.random.bytes(MAIL_ID_BYTES))}@${domain}>`
}
