import type { AccountId, ConversationId, MessageId, ReplyId } from './ids.ts'
import { type MailFacts, NOTICE_TOPICS } from './mail-facts.ts'
import type { Redaction } from './redaction.ts'
import type { OwnText, SafeText } from './text.ts'

export type MessageDirection = 'in' | 'out'

/** Who speaks. `copy` is Amazon's copy of a reply written in Seller Central; `notice` is Amazon about our reply. */
export type MessageKind = 'buyer' | 'reply' | 'copy' | 'notice'

/** What a message is about beyond its kind: Amazon's customer service for a buyer, or what a notice tells. */
export const MESSAGE_TOPICS = [...NOTICE_TOPICS, 'customer-service', 'opted-out', 'refused'] as const
export type MessageTopic = (typeof MESSAGE_TOPICS)[number]

/** Whether the mail is really Amazon's. Nothing starts an automatic act unless `verified`. */
export type Authenticity = 'verified' | 'unverified'

/** One mail, its text redacted before it was written. */
export interface Message {
  readonly accountId: AccountId
  readonly id: MessageId
  readonly conversationId: ConversationId
  readonly direction: MessageDirection
  readonly kind: MessageKind
  readonly at: Date
  readonly text: SafeText | OwnText
  readonly redactions: readonly Redaction[]
  readonly authenticity: Authenticity
  /** The outbox row of which this is the sent text. */
  readonly replyId: ReplyId | undefined
  readonly topic: MessageTopic | undefined
  readonly facts: MailFacts
  /** Amazon's template was not recognised: the text is the whole mail. */
  readonly isWhole: boolean
  /** It was old when it came in, and runs no clock. */
  readonly isHistory: boolean
}
