import type { ConversationId, DraftId, PersonId } from './ids.ts'
import type { OwnText } from './text.ts'

/** What a person is writing in a conversation: one a person and conversation, on the server only. */
export interface Draft {
  readonly id: DraftId
  readonly conversationId: ConversationId
  readonly personId: PersonId
  readonly text: OwnText
  /** Grows with each save, so that saves land in order. */
  readonly version: number
  readonly changedAt: Date
}
