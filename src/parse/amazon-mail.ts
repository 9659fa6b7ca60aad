import type { AmazonLink } from '../model/amazon-link.ts'
import type { MailFacts, NoticeTopic } from '../model/mail-facts.ts'
import type { RelayAddress } from '../model/relay-address.ts'
import type { RawText } from '../model/text.ts'

/** What a mail is to the desk. `other` is nothing of Amazon's; it is quarantined, never dropped. */
export type AmazonMail =
  | BuyerMessage
  | ReplyCopy
  | OptOutNotice
  | RefusalNotice
  | Bounce
  | OrderNotice
  | SuspectMail
  | { readonly kind: 'other' }

/** A buyer speaks. `messageToken` (`m=`) is the same in every copy; `threadToken` (`t=`) names the thread. */
export interface BuyerMessage {
  readonly kind: 'buyer-message'
  /** Who wrote it: the buyer, or Amazon's customer service for one. Both start the clock. */
  readonly via: 'buyer' | 'customer-service'
  /** Undefined when customer service writes and names no address: the clock runs, the answer goes by Seller Central. */
  readonly relayAddress: RelayAddress | undefined
  readonly buyerName: RawText
  readonly subject: RawText
  readonly text: RawText
  /** Amazon's template was not recognised: the text is then the whole mail. */
  readonly isWhole: boolean
  readonly orderId: string | undefined
  readonly marketplaceId: string | undefined
  readonly messageToken: string | undefined
  readonly threadToken: string | undefined
  readonly caseId: string | undefined
  /** Where a person marks it as needing no response. */
  readonly noResponseUrl: AmazonLink | undefined
  /** Message-IDs this mail answers, the nearest first. */
  readonly answers: readonly string[]
  readonly facts: MailFacts
}

/** Amazon's copy of a reply. It names neither the case nor the alias; order id and In-Reply-To when it has them. */
export interface ReplyCopy {
  readonly kind: 'copy'
  readonly buyerName: RawText | undefined
  readonly subject: RawText
  readonly text: RawText
  readonly orderId: string | undefined
  readonly marketplaceId: string | undefined
  readonly answersMailId: string | undefined
}

/** Our reply was not delivered: the buyer opted out. */
export interface OptOutNotice {
  readonly kind: 'opted-out'
  readonly relayAddress: RelayAddress | undefined
  readonly subject: RawText
  readonly text: RawText
  readonly orderId: string | undefined
  readonly marketplaceId: string | undefined
  readonly answersMailId: string | undefined
}

/** Our reply was not delivered: it did not meet Amazon's guidelines, or Amazon takes no mail from where it came from. */
export interface RefusalNotice {
  readonly kind: 'refused'
  readonly isSenderRefused: boolean
  readonly relayAddress: RelayAddress | undefined
  readonly subject: RawText
  readonly text: RawText
  readonly orderId: string | undefined
  readonly marketplaceId: string | undefined
  readonly answersMailId: string | undefined
}

/** A delivery status notification. Only a permanent one opens the clock again. */
export interface Bounce {
  readonly kind: 'bounce'
  readonly permanent: boolean
  readonly isSenderRefused: boolean
  readonly status: string
  readonly recipient: string | undefined
  readonly mailId: string | undefined
}

/** Amazon itself tells something of an order, or anything else. */
export interface OrderNotice {
  readonly kind: 'order-notice'
  readonly topic: NoticeTopic
  readonly subject: RawText
  /** The whole mail as text. */
  readonly text: RawText
  readonly orderId: string | undefined
  readonly marketplaceId: string | undefined
  readonly facts: MailFacts
}

/** A mail that wants to pass for Amazon's. Quarantined, whatever it says. */
export interface SuspectMail {
  readonly kind: 'suspect'
  readonly reason: 'look-alike' | 'impersonation'
}
