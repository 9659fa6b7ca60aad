import type { Deadline } from '../model/deadline.ts'
import type { ConversationId } from '../model/ids.ts'
import { conversationClock, type Happened } from '../policy/deadline/conversation-clock.ts'
import { announceAll } from '../store/change.ts'
import { setClocks } from '../store/conversation.ts'
import { listDeadlines } from '../store/deadline.ts'
import { listMessageTimes } from '../store/message.ts'
import { listNoResponses } from '../store/no-response.ts'
import { listReplyTimes } from '../store/outbox.ts'
import { alertAt, clocksOf } from './alert/clocks-of.ts'
import { settleAlerts } from './alert/settle-alerts.ts'
import type { Step } from './in-account.ts'

/** Reckons a conversation's clocks from all that happened in it, writes them and tells the readers. One version more. */
export async function reckonClock(step: Step, conversationId: ConversationId): Promise<void> {
  await reckonClocks(step, [conversationId])
}

/** As `reckonClock`, for several conversations in a fixed number of statements. */
export async function reckonClocks(step: Step, ids: readonly ConversationId[]): Promise<void> {
  const { tx, scope, now, parts } = step
  const happened = await happenedIn(step, ids)
  const reckoned = ids.map((id) => {
    const all = happened(id)
    const clock = conversationClock(all, parts.pack.limits)
    return { id, clock, replies: all.replies, clocks: clocksOf(id, clock) }
  })
  const written = reckoned.map(({ id, clock, clocks }) => ({
    id,
    state: clock.state,
    unansweredSince: clock.answer.unansweredSince,
    dueAt: clock.dueAt,
    claimAt: clock.answer.claimAt,
    reopened: clock.reopened,
    alertAt: alertAt(clocks, now),
  }))
  await setClocks(tx, scope, written)
  await settleAlerts(step, reckoned)
  await announceAll(
    tx,
    scope,
    ids.map((id) => ({ type: 'conversation', id, conversationId: id })),
  )
}

/** All that happened in some conversations, read in one statement a noun. */
export async function happenedIn(
  { tx, scope }: Step,
  ids: readonly ConversationId[],
): Promise<(id: ConversationId) => Happened & { readonly deadlines: readonly Deadline[] }> {
  const replies = byConversation(await listReplyTimes(tx, scope, ids))
  const messages = byConversation(await listMessageTimes(tx, scope, ids))
  const deadlines = byConversation(await listDeadlines(tx, scope, ids))
  const notNeeded = byConversation(await listNoResponses(tx, scope, ids))
  return (id) => ({
    replies: replies.get(id) ?? [],
    messages: messages.get(id) ?? [],
    deadlines: deadlines.get(id) ?? [],
    notNeeded: (notNeeded.get(id) ?? []).map(({ messageId }) => messageId),
  })
}

function byConversation<T extends { readonly conversationId: ConversationId }>(
  rows: readonly T[],
): ReadonlyMap<ConversationId, readonly T[]> {
  return Map.groupBy(rows, ({ conversationId }) => conversationId)
}
