import type { ConversationId } from '../../model/ids.ts'
import { parseRelayAddress, relayAlias } from '../../model/relay-address.ts'
import type { ReplyState } from '../../model/reply.ts'
import type { Bounce, OptOutNotice, RefusalNotice } from '../../parse/amazon-mail.ts'
import { lockConversation } from '../../store/conversation.ts'
import { findReply, findReplyByMailId, listReplies, moveReply, type ReplyRow } from '../../store/outbox.ts'
import { findThreads, insertThreads } from '../../store/thread.ts'
import type { ArrivedNotice } from './arrived-notice.ts'
import type { Step } from '../in-account.ts'
import { reckonClock } from '../reckon-clock.ts'
import { record } from '../record.ts'
import { refuseSender } from '../sender/refuse-sender.ts'
import { recordCopy } from './record-copy.ts'
import { aliasName, noticeName } from './thread-names.ts'

/** A notice can come before our own transaction has written `sent`, and long after a copy confirmed it. */
const CAN_BE_UNDONE = new Set<ReplyState>(['sending', 'sent', 'confirmed', 'unknown'])

/**
 * Writes what a mail tells of a reply of ours: it bounced, the buyer opted out, Amazon refused it, or a copy came. The
 * clock is reckoned anew. Returns false when the mail cannot be matched or believed; it is then quarantined. A mail that
 * tells of a reply tells once, however often it is fetched: the second time it could only mean another reply.
 */
export async function recordNotice(step: Step, arrived: ArrivedNotice): Promise<boolean> {
  const { notice } = arrived
  if (notice.kind === 'copy') return recordCopy(step, { ...arrived, notice })
  if (notice.kind === 'bounce' && !notice.permanent) return (await replyOf(step, arrived)) !== undefined
  const told = noticeName(await step.vault.accountKey(), arrived.digest)
  if ((await findThreads(step.tx, step.scope, [told.hash])).has(told.hash)) return true
  const reply = await replyOf(step, arrived)
  if (!reply) return false
  await insertThreads(step.tx, step.scope, [{ ...told, conversationId: reply.conversationId }])
  await lockConversation(step.tx, step.scope, reply.conversationId)
  // Read again under the lock: the 250 may have been written while this notice waited for it.
  await undo(step, (await findReply(step.tx, step.scope, reply.id)) ?? reply, stateOf(notice))
  if (notice.kind !== 'opted-out' && notice.isSenderRefused) await refuseSender(step, reply)
  return true
}

async function undo(step: Step, reply: ReplyRow, to: 'bounced' | 'opted-out' | 'refused'): Promise<void> {
  if (!CAN_BE_UNDONE.has(reply.state)) return
  const moved = await moveReply(step.tx, step.scope, { id: reply.id, from: reply.state, to, at: step.now, reason: to })
  if (!moved) return
  await record(step, { event: `reply.${to}`, object: `reply:${reply.id}`, conversationId: reply.conversationId })
  await reckonClock(step, reply.conversationId)
}

function stateOf(notice: OptOutNotice | RefusalNotice | Bounce): 'bounced' | 'opted-out' | 'refused' {
  return notice.kind === 'bounce' ? 'bounced' : notice.kind
}

/**
 * The reply a notice is about. Our Message-ID in it is proof enough, since it is random and only its receivers know it;
 * a relay address alone counts only in a mail that is verified to be Amazon's.
 */
async function replyOf(step: Step, arrived: ArrivedNotice): Promise<ReplyRow | undefined> {
  const { notice } = arrived
  const mailId = notice.kind === 'bounce' ? notice.mailId : notice.kind === 'copy' ? undefined : notice.answersMailId
  const named = mailId === undefined ? undefined : await findReplyByMailId(step.tx, step.scope, mailId)
  if (named || arrived.authenticity !== 'verified') return named
  const conversationId = await conversationOf(step, notice)
  if (conversationId === undefined) return undefined
  const replies = await listReplies(step.tx, step.scope, conversationId)
  return replies.findLast((reply) => CAN_BE_UNDONE.has(reply.state))
}

async function conversationOf(step: Step, notice: ArrivedNotice['notice']): Promise<ConversationId | undefined> {
  const { tx, scope, vault, parts } = step
  const address = notice.kind === 'bounce' ? notice.recipient : notice.kind === 'copy' ? undefined : notice.relayAddress
  const relay = address === undefined ? undefined : parseRelayAddress(address, parts.pack.marketplaceTlds.values)
  if (!relay) return undefined
  const name = aliasName(await vault.accountKey(), relayAlias(relay))
  return (await findThreads(tx, scope, [name])).get(name)
}
