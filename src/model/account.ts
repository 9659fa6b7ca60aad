import type { AccountId, MailboxId } from './ids.ts'

/** One seller account on one Amazon region: the tenant. */
export interface Account {
  readonly id: AccountId
  readonly name: string
  readonly createdAt: Date
}

/**
 * Whether Amazon sends this mailbox copies of our own mails. Learned from the first copy, since Amazon is only known to
 * send such copies of replies written in Seller Central.
 */
export type CopiesOfOwnMails = 'not-seen' | 'seen'

/** An address at which buyer messages of one account come in, and from which its replies leave. */
export interface Mailbox {
  readonly accountId: AccountId
  readonly id: MailboxId
  readonly address: string
  /** An address Amazon accepts replies from; replies leave from here. */
  readonly approvedSender: string
  readonly copies: CopiesOfOwnMails
  /** Since when such copies are known to come; undefined before the first, and where it was not noted. */
  readonly copiesSince: Date | undefined
  /** Whether a copy of each reply is put into the Sent folder of the server the mailbox is fetched from. */
  readonly keepsSent: boolean
  /** Receiving servers whose verdict on a sender is believed, by their authserv-id. */
  readonly authservIds: readonly string[]
  /** What reached the server before is history: kept and shown, without clocks. Undefined: all clocks run. */
  readonly deadlinesFrom: Date | undefined
}
