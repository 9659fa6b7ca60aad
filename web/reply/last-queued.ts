import type { ConversationPlace } from '../api/conversations.ts'
import type { Reply } from '../api/replies.ts'
import { createCell } from '../cell/cell.ts'

/** A reply that waits out its undo window. */
export interface QueuedReply {
  readonly place: ConversationPlace
  readonly reply: Reply
  readonly buyerName: string
}

/** The newest reply queued in this tab: what `z` takes back. */
export const lastQueued = createCell<QueuedReply | undefined>(undefined)
