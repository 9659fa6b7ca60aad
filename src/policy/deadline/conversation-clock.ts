import type { ConversationState, ReopenReason } from '../../model/conversation.ts'
import type { Deadline } from '../../model/deadline.ts'
import type { MessageId } from '../../model/ids.ts'
import type { Message } from '../../model/message.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'
import { LOST_REPLY_STATES, type Reply, type ReplyState } from '../../model/reply.ts'
import { type AnswerClock, answerClock, type ClockEvent } from './answer-clock.ts'

export type SpokenMessage = Pick<Message, 'id' | 'kind' | 'at' | 'authenticity' | 'isHistory'>
export type TriedReply = Pick<Reply, 'id' | 'answers' | 'state' | 'isAcknowledgement' | 'changedAt'> & {
  readonly sentAt: Date | undefined
}

/** What happened in one conversation. */
export interface Happened {
  /** Oldest first. */
  readonly replies: readonly TriedReply[]
  readonly messages: readonly SpokenMessage[]
  readonly deadlines: readonly Deadline[]
  /** Messages of which a person said that they need no answer. */
  readonly notNeeded: readonly MessageId[]
}

export interface ConversationClock {
  readonly state: ConversationState
  readonly answer: AnswerClock
  readonly running: readonly Deadline[]
  /** What is due first: the answer, or another deadline that runs. */
  readonly dueAt: Date | undefined
  readonly reopened: ReopenReason | undefined
}

/** All clocks of a conversation, reckoned from what happened in it. */
export function conversationClock(happened: Happened, limits: PolicyPack['limits']): ConversationClock {
  const { replies, messages, deadlines, notNeeded } = happened
  const answer = answerClock({ events: clockEvents({ replies, messages, notNeeded }), limits })
  const running = deadlines.filter(({ settled }) => settled === undefined)
  const dueAt = earliest([answer.dueAt, ...running.map((deadline) => deadline.dueAt)])
  return {
    state: dueAt === undefined ? (isOwed(happened) ? 'on-us' : 'waiting') : 'needs-reply',
    answer,
    running,
    dueAt,
    reopened: answer.dueAt === undefined ? undefined : (answer.reopened ?? neverLeft(replies)),
  }
}

/** What the answer clock of a conversation reckons from. */
export function clockEvents({ replies, messages, notNeeded }: Omit<Happened, 'deadlines'>): readonly ClockEvent[] {
  return [
    ...replies.flatMap(replyEvents),
    ...messages.flatMap(messageEvents),
    ...notNeeded.map((messageId): ClockEvent => ({ kind: 'not-needed', messageId })),
  ]
}

/** Whether a reply is, by all the desk knows, with Amazon. */
export function isWithAmazon({ state, sentAt }: Pick<TriedReply, 'state' | 'sentAt'>): boolean {
  return sentAt !== undefined && !isUndone(state)
}

function isUndone(state: ReplyState): state is (typeof LOST_REPLY_STATES)[number] {
  return LOST_REPLY_STATES.some((lost) => lost === state)
}

/** A notice can overtake the answer of our own server, so a reply that was undone was sent, whatever we know of it. */
function replyEvents({ id, answers, state, sentAt }: TriedReply): readonly ClockEvent[] {
  const sent: ClockEvent = { kind: 'reply-sent', replyId: id, answers }
  if (isUndone(state)) return [sent, { kind: 'reply-undone-by-amazon', replyId: id, reason: state }]
  return sentAt === undefined ? [] : [sent]
}

/** A copy rests the clock only when it is surely Amazon's: a forged one would silence a deadline. */
function messageEvents({ id, kind, at, authenticity, isHistory }: SpokenMessage): readonly ClockEvent[] {
  if (kind === 'buyer') return isHistory ? [] : [{ kind: 'buyer-message', id, at }]
  return kind === 'copy' && authenticity === 'verified' ? [{ kind: 'answered-elsewhere', at }] : []
}

/** The last answer only said that we would come back, and nobody has written in Seller Central since. */
function isOwed({ replies, messages }: Happened): boolean {
  const last = replies.findLast(isWithAmazon)
  if (last?.isAcknowledgement !== true) return false
  return !messages.some(({ kind, id, authenticity }) => kind === 'copy' && authenticity === 'verified' && id > last.id)
}

/** Why the last reply never left, if it did not; the clock never rested for it. */
function neverLeft(replies: readonly TriedReply[]): ReopenReason | undefined {
  const state = replies.at(-1)?.state
  return state === 'held' || state === 'failed' ? state : undefined
}

function earliest(instants: readonly (Date | undefined)[]): Date | undefined {
  return instants.reduce(
    (first, at) => (first === undefined || (at !== undefined && at < first) ? at : first),
    undefined,
  )
}
