import type { ReopenReason } from '../model/conversation.ts'
import type { Deadline } from '../model/deadline.ts'
import type { ConversationId } from '../model/ids.ts'
import type { ReplyState } from '../model/reply.ts'
import { answerClock, type ClockEvent } from '../policy/deadline/answer-clock.ts'
import { announceAll } from '../store/change.ts'
import { type ConversationClock, setClocks } from '../store/conversation.ts'
import { listDeadlines } from '../store/deadline.ts'
import { listMessageTimes, type MessageTime } from '../store/message.ts'
import { listReplyTimes, type ReplyTime } from '../store/outbox.ts'
import type { Step } from './in-account.ts'

const NEVER_REACHED = new Set<ReplyState>(['bounced', 'opted-out', 'refused'])

/** Reckons a conversation's clocks from all that happened in it, writes them and tells the readers. One version more. */
export async function reckonClock(step: Step, conversationId: ConversationId): Promise<void> {
  await reckonClocks(step, [conversationId])
}

/** As `reckonClock`, for several conversations in a fixed number of statements. */
export async function reckonClocks(step: Step, ids: readonly ConversationId[]): Promise<void> {
  const { tx, scope } = step
  const replies = byConversation(await listReplyTimes(tx, scope, ids))
  const messages = byConversation(await listMessageTimes(tx, scope, ids))
  const deadlines = byConversation(await listDeadlines(tx, scope, ids))
  const clocks = ids.map((id) =>
    clockOf(step, {
      id,
      replies: replies.get(id) ?? [],
      messages: messages.get(id) ?? [],
      deadlines: deadlines.get(id) ?? [],
    }),
  )
  await setClocks(tx, scope, clocks)
  await announceAll(
    tx,
    scope,
    ids.map((id) => ({ type: 'conversation', id, conversationId: id })),
  )
}

/** Due is what is due first: the answer, or another deadline that runs. */
function clockOf(
  { parts }: Step,
  happened: {
    readonly id: ConversationId
    readonly replies: readonly ReplyTime[]
    readonly messages: readonly MessageTime[]
    readonly deadlines: readonly Deadline[]
  },
): ConversationClock {
  const { id, replies, messages, deadlines } = happened
  const events = [...replies.flatMap(replyEvents), ...messages.flatMap(messageEvents)]
  const answer = answerClock({ events, limits: parts.pack.limits })
  const running = deadlines.filter(({ settled }) => settled === undefined)
  const dueAt = earliest([answer.dueAt, ...running.map((deadline) => deadline.dueAt)])
  return {
    id,
    state: dueAt === undefined ? 'waiting' : 'needs-reply',
    unansweredSince: answer.unansweredSince,
    dueAt,
    claimAt: answer.claimAt,
    reopened: answer.dueAt === undefined ? undefined : (answer.reopened ?? neverLeft(replies)),
  }
}

function replyEvents(reply: ReplyTime): readonly ClockEvent[] {
  const sentAt = reply.sentAt ?? (NEVER_REACHED.has(reply.state) ? reply.createdAt : undefined)
  if (sentAt === undefined) return []
  const sent: ClockEvent = { kind: 'reply-sent', at: sentAt, replyId: reply.id }
  if (reply.state !== 'bounced' && reply.state !== 'opted-out' && reply.state !== 'refused') return [sent]
  return [sent, { kind: 'reply-undone-by-amazon', at: reply.changedAt, replyId: reply.id, reason: reply.state }]
}

/** A copy rests the clock only when it is surely Amazon's: a forged one would silence a deadline. */
function messageEvents({ kind, at, authenticity, isHistory }: MessageTime): readonly ClockEvent[] {
  if (kind === 'buyer') return isHistory ? [] : [{ kind: 'buyer-message', at }]
  return kind === 'copy' && authenticity === 'verified' ? [{ kind: 'answered-elsewhere', at }] : []
}

/** Why the last reply never left, if it did not; the clock never rested for it. */
function neverLeft(replies: readonly ReplyTime[]): ReopenReason | undefined {
  const state = replies.at(-1)?.state
  return state === 'held' || state === 'failed' ? state : undefined
}

function earliest(instants: readonly (Date | undefined)[]): Date | undefined {
  return instants.reduce(
    (first, at) => (first === undefined || (at !== undefined && at < first) ? at : first),
    undefined,
  )
}

function byConversation<T extends { readonly conversationId: ConversationId }>(
  rows: readonly T[],
): ReadonlyMap<ConversationId, readonly T[]> {
  return Map.groupBy(rows, ({ conversationId }) => conversationId)
}
