/** What is known of an order: enough to choose a route and run its clocks. Nothing of the buyer. */
export interface OrderFacts {
  readonly orderId: string
  readonly fulfilledBy: 'amazon' | 'merchant' | 'unknown'
  readonly latestDeliveryAt: Date | undefined
}

/** Amazon's order id, kept as it came. */
export const ORDER_ID = /\b\d{3}-\d{7}-\d{7}\b/u
