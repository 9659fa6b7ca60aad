import type { AccountId, ConversationId, PersonId } from './ids.ts'

/**
 * `needs-reply`: something is due. `on-us`: Amazon counts it as answered, and yet we only said that we would come back.
 * `waiting`: we answered, or nothing is asked. `closed`: done.
 */
export const CONVERSATION_STATES = ['needs-reply', 'on-us', 'waiting', 'closed'] as const
export type ConversationState = (typeof CONVERSATION_STATES)[number]

/** The messages of one relay thread. Instants are UTC. */
export interface Conversation {
  readonly accountId: AccountId
  readonly id: ConversationId
  readonly state: ConversationState
  /** Grows by one with each change; the ETag. */
  readonly version: number
  readonly marketplaceId: string | undefined
  readonly orderId: string | undefined
  readonly assignee: PersonId | undefined
  /** First buyer message without an answer; the clocks start here. */
  readonly unansweredSince: Date | undefined
  /** End of the 24 hours; undefined while the clock rests. */
  readonly dueAt: Date | undefined
  /** From here on the buyer may open an A-to-Z claim; undefined while the clock rests. */
  readonly claimAt: Date | undefined
  /** Why a rested clock runs again, if it does. */
  readonly reopened: ReopenReason | undefined
  readonly lastMessageAt: Date
}

export type ReopenReason = 'bounced' | 'opted-out' | 'refused' | 'held' | 'failed'
