import { after, HOUR_MS, SECOND_MS } from '../../base/clock.ts'
import type { ReplyId } from '../../model/ids.ts'
import { announce } from '../../store/change.ts'
import { lockConversation } from '../../store/conversation.ts'
import { setSentAt } from '../../store/outbox-sent.ts'
import { findReply, moveReply, type ReplyRow } from '../../store/outbox.ts'
import type { Step } from '../in-account.ts'
import { reckonClock } from '../reckon-clock.ts'
import { record } from '../record.ts'
import { storeSentMessage } from '../store-sent-message.ts'
import { type Attempt, nextState } from './next-state.ts'
import { planLook } from './plan-look.ts'

/** A server that says "later" is asked again after 30 s, then twice as long each time, at most an hour. */
const FIRST_RETRY_MS = 30 * SECOND_MS
const LONGEST_RETRY_MS = HOUR_MS

/** Writes what the server said and when we heard it. A notice that overtook us has the last word about the state. */
export async function finishDelivery(
  step: Step,
  replyId: ReplyId,
  { outcome, heardAt }: { readonly outcome: Attempt; readonly heardAt: Date },
): Promise<void> {
  const { tx, scope } = step
  const found = await findReply(tx, scope, replyId)
  if (!found) return
  await lockConversation(tx, scope, found.conversationId)
  const reply = (await findReply(tx, scope, replyId)) ?? found
  const { conversationId } = reply
  await moveOn(step, reply, outcome)
  if (outcome.kind === 'accepted') {
    await setSentAt(tx, scope, replyId, heardAt)
    await storeSentMessage(step, reply, heardAt)
  }
  await reckonClock(step, conversationId)
  await announce(tx, scope, { type: 'reply', id: replyId, conversationId })
}

async function moveOn(step: Step, reply: ReplyRow, outcome: Attempt): Promise<void> {
  const { parts, tx, scope, now } = step
  const { id, conversationId } = reply
  const object = `reply:${id}`
  const next = nextState(reply, outcome)
  if (next === undefined) {
    if (outcome.kind !== 'accepted') return
    // The notice is in the log already; that the server had taken it belongs there too.
    const codes = ['overtaken', `smtp-${outcome.code}`]
    return record(step, { event: 'reply.sent', object, conversationId, codes })
  }
  const notBefore = next.to === 'queued' ? after(now, waitMs(reply.attempt)) : undefined
  const move = { id, from: reply.state, to: next.to, reason: next.reason, at: now }
  await moveReply(tx, scope, notBefore === undefined ? move : { ...move, notBefore })
  await record(step, { event: next.event, object, conversationId, codes: [next.reason] })
  if (notBefore !== undefined)
    await parts.jobs.enqueue(tx, 'deliver-reply', { accountId: scope.accountId, replyId: id }, notBefore)
  if (next.to === 'unknown') await planLook(step, reply, now)
}

function waitMs(attempt: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, attempt - 1))
}
