import type { ConversationId, DeadlineId, MessageId } from './ids.ts'

/** What must be done in time besides the answer to a buyer. */
export const DEADLINE_KINDS = ['return', 'claim-request', 'appeal', 'cancellation'] as const
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

/** Every clock that runs against us: the answer, the claim that a buyer may open, the deadlines, and the time to undo a reply. */
export type ClockKind = 'answer' | 'claim-risk' | DeadlineKind | 'undo'

/** What ended a deadline: a refund, Amazon's decision on the claim, or a person who says it is done. */
export type DeadlineEnd = 'refund' | 'claim' | 'person'

/** An instant by which something of a conversation must be done. Started by a mail of Amazon's. */
export interface Deadline {
  readonly id: DeadlineId
  readonly conversationId: ConversationId
  /** The mail that started it. */
  readonly messageId: MessageId
  readonly kind: DeadlineKind
  readonly startsAt: Date
  readonly dueAt: Date
  readonly settled: { readonly at: Date; readonly by: DeadlineEnd } | undefined
}
