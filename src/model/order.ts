import type { Money } from './mail-facts.ts'

/** What is known of an order: enough to choose a route and run its clocks. Nothing of the buyer. */
export interface OrderFacts {
  readonly orderId: string
  readonly fulfilledBy: 'amazon' | 'merchant' | 'unknown'
  readonly latestDeliveryAt: Date | undefined
}

/** An order as the desk keeps it: from Amazon's order report, or from what its mails say. Nothing of the buyer. */
export interface Order extends OrderFacts {
  readonly marketplaceId: string | undefined
  readonly purchasedAt: Date | undefined
  readonly shipByAt: Date | undefined
  /** Amazon's programmes, such as PRIME, sorted. */
  readonly programmes: readonly string[]
  readonly total: Money | undefined
  /** A report knows more than a mail, and is never overwritten by one. */
  readonly source: 'report' | 'mail'
}

/** Amazon's order id, kept as it came; no piece of a longer number. */
export const ORDER_ID = /(?<!\w|\d-)\d{3}-\d{7}-\d{7}(?!\w|-\d)/u
