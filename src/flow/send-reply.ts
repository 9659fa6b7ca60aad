import { after } from '../base/clock.ts'
import { Fault } from '../base/fault.ts'
import type { Actor } from '../model/actor.ts'
import type { Finding } from '../model/finding.ts'
import { type AccountId, type ConversationId, freshId, type MessageId, type ReplyId } from '../model/ids.ts'
import { isOpenReply, type ReplyState } from '../model/reply.ts'
import type { OwnText } from '../model/text.ts'
import { asKept, noOwnText, ownText } from '../policy/redact/own-text.ts'
import { isAcknowledgement } from '../policy/route/acknowledgement.ts'
import { openOwnBody, sealOwnBody } from '../seal/sealed-body.ts'
import { announce } from '../store/change.ts'
import { lockConversation } from '../store/conversation.ts'
import { findReply, findReplyByKey, insertReply, listReplies, type ReplyRow } from '../store/outbox.ts'
import { insertThreads } from '../store/thread.ts'
import { gateReply } from './gate-reply.ts'
import { type Denied, inAccount, MISSING, type Step } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { replyPlace } from './places.ts'
import { ownMailName } from './receive/thread-names.ts'
import { reckonClock } from './reckon-clock.ts'
import { record, textKeyId } from './record.ts'
import { newMailId } from './reply-mail-id.ts'
import { readDraft, writeDraft } from './write-draft.ts'

export interface ReplyWish {
  readonly accountId: AccountId
  readonly conversationId: ConversationId
  readonly text: string
  /** Version of the conversation the writer looked at. */
  readonly version: number
  /** The same wish told twice is one reply, for as long as the reply is kept. */
  readonly idempotencyKey: string
  /** The draft the text was made of: one saved since stays. Without it, only a draft of the same text is dropped. */
  readonly draftVersion?: number | undefined
}

/**
 * `changed`: a message or another answer came in between. `open`: another reply is on its way, or nobody knows whether it
 * left. `reused`: the key belongs to another wish. `blocked`: a rule forbids it, with what to change.
 */
export type SendReplyOutcome =
  | { readonly ok: true; readonly reply: ReplyRow; readonly text: OwnText }
  | { readonly ok: false; readonly reason: 'blocked'; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly reason: 'sensitive'; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly reason: 'changed'; readonly version: number }
  | { readonly ok: false; readonly reason: 'open'; readonly replyId: ReplyId; readonly state: ReplyState }
  | { readonly ok: false; readonly reason: 'reused' }
  | Denied

/**
 * Queues a person's reply: the conversation is locked, its version compared, the exact mail passed through the gate,
 * then row, job and evidence are written together. A Fault 'mail.no-way-out' on a desk without a mail server. Of parallel
 * wishes one is queued; the others hear `open`, or `changed` once it has left.
 */
export async function sendReply(parts: DeskParts, actor: Actor, wish: ReplyWish): Promise<SendReplyOutcome> {
  if (!parts.canSend) throw new Fault('mail.no-way-out')
  const own = ownText(wish.text, { pack: parts.pack })
  const right = { accountId: wish.accountId, permission: 'reply:send' } as const
  return inAccount(parts, actor, right, async (step): Promise<SendReplyOutcome> => {
    const conversation = await lockConversation(step.tx, step.scope, wish.conversationId)
    if (!conversation) return MISSING
    const repeated = await findReplyByKey(step.tx, step.scope, wish.idempotencyKey)
    if (repeated) return repeatedOutcome(step, wish, repeated)
    const open = (await listReplies(step.tx, step.scope, wish.conversationId)).find(({ state }) => isOpenReply(state))
    if (open) return { ok: false, reason: 'open', replyId: open.id, state: open.state }
    if (conversation.version !== wish.version) return { ok: false, reason: 'changed', version: conversation.version }
    if (!own.ok) return refuse(step, wish, { reason: 'sensitive', findings: own.findings })
    const mailId = await newMailId(step, conversation.mailboxId)
    const { verdict, answers } = await gateReply(step, conversation, { mailId, body: own.text })
    if (!verdict.ok) return refuse(step, wish, { reason: 'blocked', findings: verdict.findings })
    if (answers === undefined) return MISSING
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
  const row = {
    id,
    conversationId,
    answers,
    idempotencyKey,
    mailId,
    createdAt: now,
    notBefore,
    isAcknowledgement: isAcknowledgement(cleared.text),
    body: body.sealed,
  }
  // With the conversation locked, all that can be in the way is the same key in another one at the same moment.
  if (!(await insertReply(tx, scope, row))) return { ok: false, reason: 'reused' }
  // So that a mail which answers this one finds the conversation.
  await insertThreads(tx, scope, [{ ...ownMailName(await vault.accountKey(), mailId), conversationId }])
  await parts.jobs.enqueue(tx, 'deliver-reply', { accountId: scope.accountId, replyId: id }, notBefore)
  await record(step, {
    event: 'reply.queued',
    object: `reply:${id}`,
    conversationId,
    body: { pc: body.pc, cc: body.cc, key: textKeyId(conversationId) },
  })
  await dropDraft(step, wish, cleared.text)
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

/** Drops the draft that a reply was made of, and none that holds anything else. */
async function dropDraft(step: Step, { conversationId, draftVersion }: ReplyWish, text: OwnText): Promise<void> {
  const known = await readDraft(step, conversationId)
  if (!known || known.text === '') return
  const isOfIt = known.text === text || (draftVersion !== undefined && known.version <= draftVersion)
  if (isOfIt) await writeDraft(step, { conversationId, known, text: noOwnText() })
}

/** The same key for the same text in the same conversation is the same wish; for any other it is a mistake of the caller. */
async function repeatedOutcome(step: Step, wish: ReplyWish, reply: ReplyRow): Promise<SendReplyOutcome> {
  const { scope, vault } = step
  const { conversationId, id } = reply
  if (conversationId !== wish.conversationId || reply.personId !== scope.personId)
    return { ok: false, reason: 'reused' }
  const keys = await vault.livingKeys(conversationId)
  const text = openOwnBody(keys.text, replyPlace(scope.accountId, conversationId, id), reply.body)
  return text === asKept(wish.text) ? { ok: true, reply, text } : { ok: false, reason: 'reused' }
}
