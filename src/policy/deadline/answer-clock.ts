import { after } from '../../base/clock.ts'
import type { ReopenReason } from '../../model/conversation.ts'
import type { ReplyId } from '../../model/ids.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'

/** What moves the answer clock. `answered-elsewhere` is Amazon's copy of an answer written in Seller Central. */
export type ClockEvent =
  | { readonly kind: 'buyer-message'; readonly at: Date }
  | { readonly kind: 'reply-sent'; readonly at: Date; readonly replyId: ReplyId }
  | {
      readonly kind: 'reply-undone-by-amazon'
      readonly at: Date
      readonly replyId: ReplyId
      readonly reason: ReopenReason
    }
  | { readonly kind: 'answered-elsewhere'; readonly at: Date }

export interface AnswerClockInput {
  /** In any order. */
  readonly events: readonly ClockEvent[]
  readonly limits: Pick<PolicyPack['limits'], 'answerMs' | 'claimRiskMs'>
}

/** The clock of one conversation. All undefined while it rests. */
export interface AnswerClock {
  /** The first buyer message without an answer. */
  readonly unansweredSince: Date | undefined
  /** End of the answer limit. */
  readonly dueAt: Date | undefined
  /** From here on the buyer may open a claim. */
  readonly claimAt: Date | undefined
  /** Why a clock that rested runs again: what became of the last reply that would have answered. */
  readonly reopened: ReopenReason | undefined
}

type BuyerMessage = Extract<ClockEvent, { kind: 'buyer-message' }>
type Undone = Extract<ClockEvent, { kind: 'reply-undone-by-amazon' }>

const RESTING: AnswerClock = { unansweredSince: undefined, dueAt: undefined, claimAt: undefined, reopened: undefined }

/**
 * The answer clock by what happened so far. A buyer message is answered by any later reply that was not undone; so a
 * bounce at any time brings the old start back, and a later good answer keeps it away. Instants only: no day, no zone.
 * An answer at the very instant of a message counts for it.
 */
export function answerClock(input: AnswerClockInput): AnswerClock {
  const { events, limits } = input
  const undone = new Map(events.filter(isUndone).map((event) => [event.replyId, event]))
  const lastAnswer = latest(events.filter((event) => isAnswer(event) && !isTakenBack(event, undone)))
  const open = events.filter(isBuyerMessage).filter(({ at }) => lastAnswer === undefined || at > lastAnswer)
  const unansweredSince = earliest(open)
  if (unansweredSince === undefined) return RESTING
  return {
    unansweredSince,
    dueAt: after(unansweredSince, limits.answerMs.value),
    claimAt: after(unansweredSince, limits.claimRiskMs.value),
    reopened: reasonToReopen(events, undone, unansweredSince),
  }
}

/** The reason of the last reply that came after the open message and did not reach the buyer. */
function reasonToReopen(
  events: readonly ClockEvent[],
  undone: ReadonlyMap<ReplyId, Undone>,
  since: Date,
): ReopenReason | undefined {
  let last: { at: Date; reason: ReopenReason } | undefined
  for (const event of events) {
    if (event.kind !== 'reply-sent' || event.at < since) continue
    const reason = undone.get(event.replyId)?.reason
    if (reason !== undefined && (last === undefined || event.at >= last.at)) last = { at: event.at, reason }
  }
  return last?.reason
}

function isBuyerMessage(event: ClockEvent): event is BuyerMessage {
  return event.kind === 'buyer-message'
}

function isUndone(event: ClockEvent): event is Undone {
  return event.kind === 'reply-undone-by-amazon'
}

function isAnswer(event: ClockEvent): boolean {
  return event.kind === 'reply-sent' || event.kind === 'answered-elsewhere'
}

function isTakenBack(event: ClockEvent, undone: ReadonlyMap<ReplyId, Undone>): boolean {
  return event.kind === 'reply-sent' && undone.has(event.replyId)
}

function earliest(events: readonly ClockEvent[]): Date | undefined {
  return events.reduce<Date | undefined>((first, { at }) => (first === undefined || at < first ? at : first), undefined)
}

function latest(events: readonly ClockEvent[]): Date | undefined {
  return events.reduce<Date | undefined>((last, { at }) => (last === undefined || at > last ? at : last), undefined)
}
