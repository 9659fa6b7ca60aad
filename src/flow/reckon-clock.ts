import type { ReopenReason } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import type { ReplyState } from '../model/reply.ts'
import { answerClock, type ClockEvent } from '../policy/deadline/answer-clock.ts'
import { announce } from '../store/change.ts'
import { setClock } from '../store/conversation.ts'
import { listMessageTimes } from '../store/message.ts'
import { listReplies, type ReplyRow } from '../store/outbox.ts'
import type { Step } from './in-account.ts'

const NEVER_REACHED = new Set<ReplyState>(['bounced', 'opted-out', 'refused'])

/** Reckons a conversation's clock from all that happened in it, writes it and tells the readers. One version more. */
export async function reckonClock(step: Step, conversationId: ConversationId): Promise<void> {
  const { tx, scope, parts } = step
  const replies = await listReplies(tx, scope, conversationId)
  const clock = answerClock({
    events: [...replies.flatMap(replyEvents), ...(await messageEvents(step, conversationId))],
    limits: parts.pack.limits,
  })
  await setClock(tx, scope, conversationId, {
    state: clock.dueAt === undefined ? 'waiting' : 'needs-reply',
    unansweredSince: clock.unansweredSince,
    dueAt: clock.dueAt,
    claimAt: clock.claimAt,
    reopened: clock.dueAt === undefined ? undefined : (clock.reopened ?? neverLeft(replies)),
  })
  await announce(tx, scope, { type: 'conversation', id: conversationId, conversationId })
}

function replyEvents(reply: ReplyRow): readonly ClockEvent[] {
  const sentAt = reply.sentAt ?? (NEVER_REACHED.has(reply.state) ? reply.createdAt : undefined)
  if (sentAt === undefined) return []
  const sent: ClockEvent = { kind: 'reply-sent', at: sentAt, replyId: reply.id }
  if (reply.state !== 'bounced' && reply.state !== 'opted-out' && reply.state !== 'refused') return [sent]
  return [sent, { kind: 'reply-undone-by-amazon', at: reply.changedAt, replyId: reply.id, reason: reply.state }]
}

async function messageEvents(step: Step, conversationId: ConversationId): Promise<readonly ClockEvent[]> {
  const messages = await listMessageTimes(step.tx, step.scope, conversationId)
  return messages.flatMap(({ kind, at }): readonly ClockEvent[] => {
    if (kind === 'buyer') return [{ kind: 'buyer-message', at }]
    return kind === 'copy' ? [{ kind: 'answered-elsewhere', at }] : []
  })
}

/** Why the last reply never left, if it did not; the clock never rested for it. */
function neverLeft(replies: readonly ReplyRow[]): ReopenReason | undefined {
  const state = replies.at(-1)?.state
  return state === 'held' || state === 'failed' ? state : undefined
}
