import type { AccountId, MailboxId, QuarantineId } from './ids.ts'
import type { SafeText } from './text.ts'

export type QuarantineReason = 'unparsable' | 'too-complex' | 'not-amazon' | 'repeated-headers' | 'ambiguous'

/** A mail nobody could place. It has a deadline like a buyer's, since it may be one. */
export interface QuarantinedMail {
  readonly accountId: AccountId
  readonly id: QuarantineId
  readonly mailboxId: MailboxId
  readonly reason: QuarantineReason
  readonly receivedAt: Date
  readonly dueAt: Date
  readonly sizeBytes: number
  /** Redacted extract of the headers. */
  readonly extract: SafeText
}
