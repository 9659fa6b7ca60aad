import { after } from '../../base/clock.ts'
import type { ReopenReason } from '../../model/conversation.ts'
import type { MessageId, ReplyId } from '../../model/ids.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'

/**
 * What moves the answer clock. `answers` is the newest buyer message the writer of a reply had before them.
 * `answered-elsewhere` is Amazon's copy of an answer written in Seller Central. `not-needed`: a person said so.
 */
export type ClockEvent =
  | { readonly kind: 'buyer-message'; readonly id: MessageId; readonly at: Date }
  | { readonly kind: 'not-needed'; readonly messageId: MessageId }
  | { readonly kind: 'reply-sent'; readonly replyId: ReplyId; readonly answers: MessageId }
  | { readonly kind: 'reply-undone-by-amazon'; readonly replyId: ReplyId; readonly reason: ReopenReason }
  | { readonly kind: 'answered-elsewhere'; readonly at: Date }

export interface AnswerClockInput {
  /** In any order. */
  readonly events: readonly ClockEvent[]
  readonly limits: Pick<PolicyPack['limits'], 'answerMs' | 'claimRiskMs'>
}

/** The clock of one conversation. All undefined while it rests. */
export interface AnswerClock {
  /** The buyer messages that wait for an answer, oldest first. */
  readonly waiting: readonly MessageId[]
  /** The first buyer message without an answer. */
  readonly unansweredSince: Date | undefined
  /** End of the answer limit. */
  readonly dueAt: Date | undefined
  /** From here on the buyer may open a claim. */
  readonly claimAt: Date | undefined
  /** Why a clock that rested runs again: what became of the last reply that would have answered. */
  readonly reopened: ReopenReason | undefined
}

type Sent = Extract<ClockEvent, { kind: 'reply-sent' }>
type BuyerMessage = Extract<ClockEvent, { kind: 'buyer-message' }>

const RESTING: AnswerClock = {
  waiting: [],
  unansweredSince: undefined,
  dueAt: undefined,
  claimAt: undefined,
  reopened: undefined,
}

/**
 * The answer clock by what happened so far. A reply answers the buyer messages that were there when it was written, by
 * their ids and not by any clock of ours, which may be set back; one that Amazon undid answers nothing, so a bounce at
 * any time brings the old start back. An answer written in Seller Central answers what Amazon had until then. Instants
 * only: no day, no zone.
 */
export function answerClock({ events, limits }: AnswerClockInput): AnswerClock {
  const open = unanswered(events)
  const unansweredSince = earliest(open)
  if (unansweredSince === undefined) return RESTING
  return {
    waiting: open.map(({ id }) => id).toSorted((left, right) => left - right),
    unansweredSince,
    dueAt: after(unansweredSince, limits.answerMs.value),
    claimAt: after(unansweredSince, limits.claimRiskMs.value),
    reopened: reasonToReopen(events, open),
  }
}

function unanswered(events: readonly ClockEvent[]): readonly BuyerMessage[] {
  const undone = undoneReplies(events)
  const notNeeded = new Set(events.flatMap((event) => (event.kind === 'not-needed' ? [event.messageId] : [])))
  const answers = events.filter(isSent).filter(({ replyId }) => !undone.has(replyId))
  const upTo = Math.max(-1, ...answers.map((sent) => sent.answers))
  const elsewhere = events.flatMap((event) => (event.kind === 'answered-elsewhere' ? [event.at.getTime()] : []))
  const until = Math.max(-Infinity, ...elsewhere)
  return events
    .filter((event) => event.kind === 'buyer-message')
    .filter(({ id, at }) => id > upTo && at.getTime() > until && !notNeeded.has(id))
}

/** The reason of the newest reply that answered an open message and did not reach the buyer. */
function reasonToReopen(events: readonly ClockEvent[], open: readonly BuyerMessage[]): ReopenReason | undefined {
  const undone = undoneReplies(events)
  const first = Math.min(...open.map(({ id }) => id))
  const tried = events.filter(isSent).filter(({ replyId, answers }) => answers >= first && undone.has(replyId))
  const last = tried.reduce<Sent | undefined>(
    (newest, sent) => (newest === undefined || sent.replyId > newest.replyId ? sent : newest),
    undefined,
  )
  return last && undone.get(last.replyId)
}

function undoneReplies(events: readonly ClockEvent[]): ReadonlyMap<ReplyId, ReopenReason> {
  return new Map(
    events.flatMap((event) =>
      event.kind === 'reply-undone-by-amazon' ? [[event.replyId, event.reason] as const] : [],
    ),
  )
}

function isSent(event: ClockEvent): event is Sent {
  return event.kind === 'reply-sent'
}

function earliest(messages: readonly BuyerMessage[]): Date | undefined {
  return messages.reduce<Date | undefined>(
    (first, { at }) => (first === undefined || at < first ? at : first),
    undefined,
  )
}
