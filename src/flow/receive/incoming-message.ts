import type { AmazonLink } from '../../model/amazon-link.ts'
import type { MailFacts } from '../../model/mail-facts.ts'
import type { Authenticity, MessageKind, MessageTopic } from '../../model/message.ts'
import type { Redaction } from '../../model/redaction.ts'
import type { RelayAddress } from '../../model/relay-address.ts'
import type { SafeText } from '../../model/text.ts'

/** A mail that becomes a message of a conversation, already redacted: nothing raw is left in it. */
export interface IncomingMessage {
  readonly kind: MessageKind
  readonly topic: MessageTopic | undefined
  /** Who speaks: the buyer, or Amazon. */
  readonly name: SafeText
  readonly subject: SafeText
  readonly text: SafeText
  /** The first words, for lists. */
  readonly preview: SafeText
  readonly redactions: readonly Redaction[]
  /** Where an answer goes; only a buyer's mail has it. */
  readonly relay: RelayAddress | undefined
  readonly thread: ThreadKeys
  readonly marketplaceId: string | undefined
  /** Where a person marks it as needing no response; only a mail that is surely Amazon's has it. */
  readonly noResponseUrl: AmazonLink | undefined
  readonly facts: MailFacts
  readonly isWhole: boolean
  readonly isHistory: boolean
  readonly at: Date
  readonly authenticity: Authenticity
  /** What the verdict on the sender rests on, for the log. */
  readonly verdict: readonly string[]
  readonly attachments: readonly IncomingAttachment[]
  /** What makes the mail the same as its copies: Amazon's token of the message, else what it says. */
  readonly sameness: string
}

/** What a mail's thread is known by. */
export interface ThreadKeys {
  readonly caseId: string | undefined
  readonly threadToken: string | undefined
  readonly orderId: string | undefined
  readonly mailId: string | undefined
  /** Message-IDs it answers, the nearest first. */
  readonly answers: readonly string[]
}

/** A part of a mail that is sealed as it came, and listed. */
export interface IncomingAttachment {
  readonly name: SafeText
  readonly kind: string
  readonly isRisky: boolean
  readonly sizeBytes: number
  /** Undefined when it is not kept. */
  readonly content: Uint8Array | undefined
}
