import type { ConversationId, MessageId, PersonId } from './ids.ts'

/**
 * Why a buyer's message needs no answer. thanks: it only thanks. answered-elsewhere: the answer stands in another
 * conversation or in Seller Central. no-question: nothing is asked. unwanted: advertising or abuse.
 */
export const NO_RESPONSE_REASONS = ['thanks', 'answered-elsewhere', 'no-question', 'unwanted'] as const
export type NoResponseReason = (typeof NO_RESPONSE_REASONS)[number]

/** A buyer message of which a person says that it needs no answer. */
export interface NoResponse {
  readonly messageId: MessageId
  readonly conversationId: ConversationId
  readonly personId: PersonId
  readonly reason: NoResponseReason
  readonly markedAt: Date
}
