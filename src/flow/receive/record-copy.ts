import type { ConversationId } from '../../model/ids.ts'
import { freshId, type MessageId } from '../../model/ids.ts'
import { NO_FACTS } from '../../model/mail-facts.ts'
import type { ReplyState } from '../../model/reply.ts'
import type { SafeText } from '../../model/text.ts'
import type { ReplyCopy } from '../../parse/amazon-mail.ts'
import { redact } from '../../policy/redact/redact.ts'
import { findingHash } from '../../seal/account-keys.ts'
import { openOwnBody, sealSafeBody } from '../../seal/sealed-body.ts'
import { announce } from '../../store/change.ts'
import { listConversationsOfOrder, lockConversation } from '../../store/conversation.ts'
import { markCopiesSeen } from '../../store/mailbox.ts'
import { insertMessages } from '../../store/message.ts'
import { findReply, findReplyByMailId, listReplies, moveReply, type ReplyRow } from '../../store/outbox.ts'
import type { Step } from '../in-account.ts'
import { messagePlace, replyPlace } from '../places.ts'
import { reckonClock } from '../reckon-clock.ts'
import { record, textKeyId } from '../record.ts'
import { storeSentMessage } from '../store-sent-message.ts'
import type { ArrivedNotice } from './arrived-notice.ts'

/** Amazon may have a reply in these states; the same words in any other were written by hand in Seller Central. */
const MAY_HAVE_LEFT = new Set<ReplyState>(['sending', 'sent', 'confirmed', 'unknown'])
/** A copy can come before our own transaction has written `sent`, and of a reply of which nobody could tell. */
const CAN_BE_CONFIRMED = new Set<ReplyState>(['sending', 'sent', 'unknown'])

/**
 * Takes Amazon's copy of a reply. A copy of ours confirms it; any other tells of an answer written in Seller Central and
 * rests the clock. Only a verified copy is believed, since a forged one would silence a deadline. False: not placed.
 */
export async function recordCopy(
  step: Step,
  arrived: ArrivedNotice & { readonly notice: ReplyCopy },
): Promise<boolean> {
  if (arrived.authenticity !== 'verified') return false
  const text = redact(arrived.notice.text, { pack: step.parts.pack }).text
  const named = await replyNamed(step, arrived.notice)
  const conversationId = named?.conversationId ?? (await conversationOfOrder(step, arrived.notice))
  if (conversationId === undefined) return false
  await lockConversation(step.tx, step.scope, conversationId)
  const ours = named ?? (await replyWithText(step, conversationId, text))
  if (ours) await confirm(step, ours, arrived)
  else await storeForeignAnswer(step, conversationId, { arrived, text })
  return true
}

async function replyNamed(step: Step, copy: ReplyCopy): Promise<ReplyRow | undefined> {
  const { answersMailId } = copy
  return answersMailId === undefined ? undefined : findReplyByMailId(step.tx, step.scope, answersMailId)
}

/** The conversation of the order, if there is exactly one; two would be a guess, and a person decides. */
async function conversationOfOrder(step: Step, copy: ReplyCopy): Promise<ConversationId | undefined> {
  if (copy.orderId === undefined) return undefined
  const found = await listConversationsOfOrder(step.tx, step.scope, copy.orderId)
  return found.length === 1 ? found[0] : undefined
}

async function replyWithText(
  step: Step,
  conversationId: ConversationId,
  text: SafeText,
): Promise<ReplyRow | undefined> {
  const keys = await step.vault.livingKeys(conversationId)
  const replies = await listReplies(step.tx, step.scope, conversationId)
  return replies.findLast((reply) => {
    if (!MAY_HAVE_LEFT.has(reply.state)) return false
    const body = openOwnBody(keys.text, replyPlace(step.scope.accountId, conversationId, reply.id), reply.body)
    return squeezed(text).startsWith(squeezed(body))
  })
}

async function confirm(step: Step, reply: ReplyRow, arrived: ArrivedNotice): Promise<void> {
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
  answer: { readonly arrived: ArrivedNotice; readonly text: SafeText },
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

function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}
