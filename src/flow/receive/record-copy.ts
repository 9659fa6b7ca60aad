import type { ConversationId } from '../../model/ids.ts'
import { freshId, type MessageId } from '../../model/ids.ts'
import { NO_FACTS } from '../../model/mail-facts.ts'
import type { ReplyState } from '../../model/reply.ts'
import type { SafeText } from '../../model/text.ts'
import { redact } from '../../policy/redact/redact.ts'
import { findingHash } from '../../seal/account-keys.ts'
import { sealSafeBody } from '../../seal/sealed-body.ts'
import { announce } from '../../store/change.ts'
import { lockConversation } from '../../store/conversation.ts'
import { markCopiesSeen } from '../../store/mailbox.ts'
import { insertMessages } from '../../store/message.ts'
import { findReply, moveReply, type ReplyRow } from '../../store/outbox.ts'
import type { Step } from '../in-account.ts'
import { messagePlace } from '../places.ts'
import { reckonClock } from '../reckon-clock.ts'
import { record, textKeyId } from '../record.ts'
import { storeSentMessage } from '../store-sent-message.ts'
import type { ArrivedCopy } from './arrived-notice.ts'
import { findCopied } from './copied-reply.ts'

/** A copy can come before our own transaction has written `sent`, and of a reply of which nobody could tell. */
const CAN_BE_CONFIRMED = new Set<ReplyState>(['sending', 'sent', 'unknown'])

/**
 * Takes Amazon's copy of a reply. A copy of ours confirms it; any other tells of an answer written in Seller Central and
 * rests the clock. Only a verified copy is believed, since a forged one would silence a deadline. False: not placed.
 */
export async function recordCopy(step: Step, arrived: ArrivedCopy): Promise<boolean> {
  if (arrived.authenticity !== 'verified') return false
  const text = redact(arrived.notice.text, { pack: step.parts.pack }).text
  const copied = await findCopied(step, arrived, text)
  if (!copied) return false
  await lockConversation(step.tx, step.scope, copied.conversationId)
  if (copied.ours) await confirm(step, copied.ours, arrived)
  else await storeForeignAnswer(step, copied.conversationId, { arrived, text })
  return true
}

async function confirm(step: Step, reply: ReplyRow, arrived: ArrivedCopy): Promise<void> {
  const { tx, scope, now } = step
  const { id, conversationId } = reply
  await markCopiesSeen(tx, scope, arrived.mailbox.id, now)
  // Read again under the lock: the 250 may have been written since.
  const { state } = (await findReply(tx, scope, id)) ?? reply
  if (!CAN_BE_CONFIRMED.has(state)) return
  await moveReply(tx, scope, { id, from: state, to: 'confirmed', at: now })
  await record(step, { event: 'reply.confirmed', object: `reply:${id}`, conversationId })
  await storeSentMessage(step, reply)
  await reckonClock(step, conversationId)
  await announce(tx, scope, { type: 'reply', id, conversationId })
}

async function storeForeignAnswer(
  step: Step,
  conversationId: ConversationId,
  answer: { readonly arrived: ArrivedCopy; readonly text: SafeText },
): Promise<void> {
  const { tx, scope, vault, parts } = step
  const id = freshId<MessageId>(parts.ids)
  const keys = await vault.livingKeys(conversationId)
  const body = sealSafeBody(
    keys.text,
    messagePlace(scope.accountId, conversationId, id),
    { text: answer.text },
    parts.random,
  )
  const inserted = await insertMessages(tx, scope, [
    {
      id,
      conversationId,
      direction: 'out',
      kind: 'copy',
      at: answer.arrived.at,
      authenticity: answer.arrived.authenticity,
      replyId: undefined,
      redactions: [],
      topic: undefined,
      facts: NO_FACTS,
      isWhole: false,
      isHistory: false,
      dedupe: findingHash(await vault.accountKey(), 'dedupe', `mail|${answer.arrived.digest}`),
      body: body.sealed,
      link: undefined,
    },
  ])
  if (!inserted.has(id)) return
  await record(step, {
    event: 'message.received',
    object: `message:${id}`,
    conversationId,
    codes: ['copy'],
    body: { pc: body.pc, cc: body.cc, key: textKeyId(conversationId) },
  })
  await reckonClock(step, conversationId)
}
